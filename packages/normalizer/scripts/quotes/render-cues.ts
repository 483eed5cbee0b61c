/**
 * Renders the cue lexicon as a page for people: npx tsx packages/normalizer/scripts/quotes/render-cues.ts > docs/quote-cues.md
 */
import { readFileSync } from "node:fs";
import { readList, readTable } from "@readout/model";

const table = (name: string): string =>
  readFileSync(new URL(`../../lexicon/en/quotes/${name}.tsv`, import.meta.url), "utf8");

/** What each complement of the lexicon looks like, with "say" or another verb that has it. */
const examples: Readonly<Record<string, string>> = {
  quote: "“…,” he said",
  clause: "said that …",
  bare: "said … (a clause without that)",
  np: "criticized the plan",
  to: "promised to leave",
  listener: "told reporters that …",
  question: "asked whether …",
  for: "called for …",
  on: "called on …",
  of: "warned of …",
  about: "warned about …",
  against: "warned against …",
  to_np: "pointed to …",
  person: "accused him of …",
  saying: "quoted him as saying …",
};

const verbs = readTable(table("quote-verbs"), ["lemma", "class", "takes", "stance", "note"]);
const nouns = readTable(table("quote-nouns"), ["noun", "class"]);
const classes = [...new Set(verbs.map((verb) => verb.class))].sort();
const lines = [
  "# Words of saying",
  "",
  "Rendered from `packages/normalizer/lexicon/en/quotes/` by `scripts/quotes/render-cues.ts`; edit the tables, not this page.",
  "",
  "Stance is what the word implies for its author: *accepts* takes what was said for true, *doubts* keeps a distance.",
  "",
  "| complement | example |",
  "|---|---|",
  ...Object.entries(examples).map(([name, example]) => `| ${name} | ${example} |`),
];
for (const name of classes) {
  lines.push("", `## ${name}`, "", "| verb | takes | stance | note |", "|---|---|---|---|");
  for (const verb of verbs)
    if (verb.class === name)
      lines.push(`| ${verb.lemma} | ${readList(verb.takes).join(", ")} | ${verb.stance} | ${verb.note} |`);
}
lines.push("", "## Nouns", "", nouns.map(({ noun, class: kind }) => `${noun} (${kind})`).join(", "), "");
process.stdout.write(lines.join("\n"));
