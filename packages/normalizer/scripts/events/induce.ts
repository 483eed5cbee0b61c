/**
 * Prints trigger candidates from sentences with a labelled actor pair: for every verb whose subject (or passive agent) is the
 * labelled actor, its lemma, the head of its object and the first preposition, counted by type with the share of the type.
 * The table of triggers was written with this list beside it; nothing is copied from the sentences.
 *
 *     npx tsx -C @readout/source packages/normalizer/scripts/events/induce.ts plv_train.jsonl [least count]
 *
 * Sentences whose number is 4 modulo 5 are kept back and never read here.
 */
import { readFileSync } from "node:fs";
import { Vocabulary } from "@readout/model";
import { ChunkKind, createPhraseParser, type Phrases, VerbFlag } from "../../src/grammar/phrases.js";
import { createPassageReader } from "../../src/passage.js";

type Labelled = Readonly<{
  id: string;
  text: string;
  events: readonly Readonly<{ type: string; actor: Readonly<{ text?: string }> }>[];
}>;

const [file, least = "2"] = process.argv.slice(2);
if (file === undefined) throw new Error("usage: induce.ts plv_train.jsonl [least count]");
const vocabulary = new Vocabulary();
const parser = createPhraseParser(vocabulary);
const reader = createPassageReader(vocabulary);
const counts = new Map<string, Map<string, number>>();

const words = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[a-z0-9]+/g) ?? []);
const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return (2 * shared) / (a.size + b.size || 1);
};

const signature = (phrases: Phrases, verb: number): string => {
  const { verbs, nouns, chunks, tokens } = phrases;
  const surface = (token: number): string =>
    tokens.text.slice(tokens.start[token], tokens.end[token]).toLowerCase();
  const object = verbs.object[verb] ?? -1;
  const head = object >= 0 ? surface(nouns.head[object] ?? 0) : "";
  const lower = object >= 0 && /^[a-z]/.test(tokens.text.slice(tokens.start[nouns.head[object] ?? 0]));
  let preposition = "";
  for (let c = (verbs.chunk[verb] ?? 0) + 1; c < (verbs.chunk[verb] ?? 0) + 6 && c < chunks.length; c++) {
    if (chunks.kind[c] === ChunkKind.verb) {
      const next = chunks.ref[c] ?? 0;
      if ((verbs.flags[next] ?? 0) & VerbFlag.infinitive)
        preposition += ` to ${vocabulary.word(verbs.lemma[next] ?? 0)}`;
      break;
    }
    if (chunks.kind[c] === ChunkKind.preposition) {
      preposition = ` ${surface(chunks.ref[c] ?? 0)}`;
      break;
    }
  }
  const passive = (verbs.flags[verb] ?? 0) & VerbFlag.passive ? "be " : "";
  return `${passive}${vocabulary.word(verbs.lemma[verb] ?? 0)}${object < 0 ? "" : lower ? ` ${head}` : " NAME"}${preposition}`;
};

for (const line of readFileSync(file, "utf8").split("\n")) {
  if (line === "") continue;
  const { id, text, events } = JSON.parse(line) as Labelled;
  if (Number(id.split("-")[1]) % 5 === 4) continue;
  const passage = reader.ofText(text);
  const phrases = parser.parsePhrases(passage);
  const { verbs, nouns, tokens } = phrases;
  for (const { type, actor } of events) {
    const wanted = words(actor.text ?? "");
    const seen = new Set<string>();
    for (let verb = 0; verb < verbs.length; verb++) {
      const agent = verbs.agent[verb] ?? -1;
      const doer = agent >= 0 ? agent : (verbs.subject[verb] ?? -1);
      if (doer < 0 || (verbs.lemma[verb] ?? -1) < 0) continue;
      const span = text.slice(tokens.start[nouns.first[doer] ?? 0], tokens.end[(nouns.last[doer] ?? 1) - 1]);
      if (overlap(words(span), wanted) < 0.4) continue;
      seen.add(signature(phrases, verb));
      seen.add(vocabulary.word(verbs.lemma[verb] ?? 0));
    }
    for (const found of seen) {
      const byType = counts.get(found) ?? new Map<string, number>();
      byType.set(type, (byType.get(type) ?? 0) + 1);
      counts.set(found, byType);
    }
  }
}
const rows = [...counts].map(([found, byType]) => {
  const sorted = [...byType].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return { found, sum: sorted.reduce((n, [, k]) => n + k, 0), sorted };
});
rows.sort((a, b) => b.sum - a.sum || (a.found < b.found ? -1 : 1));
for (const { found, sum, sorted } of rows)
  if (sum >= Number(least))
    console.log(`${sum}\t${found}\t${sorted.map(([type, n]) => `${type} ${n}`).join(", ")}`);
