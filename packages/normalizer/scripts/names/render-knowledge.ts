/**
 * Writes docs/knowledge.md, the page on which people check the fact tables, and data/knowledge/README.md, which gives the sources
 * their credit beside the packed facts:
 *
 *     npx tsx --conditions=@readout/source packages/normalizer/scripts/names/render-knowledge.ts
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { readList, readTable } from "@readout/model";

const folder = new URL("../../lexicon/knowledge/", import.meta.url);
/** The table of outlets, which the parser reads too. */
const outlets = "../../../model/lexicon/news-outlets.tsv";
const page = new URL("../../../../docs/knowledge.md", import.meta.url);
const credits = new URL("../../data/knowledge/README.md", import.meta.url);

const rowsOf = (file: string): readonly Readonly<Record<string, string>>[] => {
  const text = readFileSync(new URL(file, folder), "utf8");
  return readTable(text, (text.split("\n")[0] ?? "").split("\t"));
};
const cell = (row: Readonly<Record<string, string>>, column: string): string => row[column] ?? "";
const table = (header: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [header, header.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
const list = (text: string): string => readList(text).join(", ");

const files = [
  outlets,
  ...readdirSync(folder).filter((file) => file.endsWith(".tsv") && file !== "fact-sources.tsv"),
].sort((a, b) => (basename(a) < basename(b) ? -1 : 1));
const counted = files.map((file) => {
  const rows = rowsOf(file);
  return [
    `\`${basename(file)}\``,
    rows.length,
    rows.filter((row) => cell(row, "qid") !== "").length,
    Object.keys(rows[0] ?? {}).join(", "),
  ];
});
const uses = new Map<string, number>();
for (const file of files)
  for (const row of rowsOf(file))
    for (const code of readList(cell(row, "source"))) uses.set(code, (uses.get(code) ?? 0) + 1);

const states = rowsOf("states.tsv").filter((row) => cell(row, "kind") !== "territory");
const sources = table(
  ["code", "what", "licence", "rows"],
  rowsOf("fact-sources.tsv").map((row) => [
    cell(row, "code"),
    cell(row, "source"),
    cell(row, "licence"),
    uses.get(cell(row, "code")) ?? 0,
  ]),
);
const parts = [
  "# What Readout knows",
  "Rendered by `packages/normalizer/scripts/names/render-knowledge.ts` from `packages/normalizer/lexicon/knowledge` and the outlets of `packages/model/lexicon`: edit the tables, not this page. QIDs stand only where a source gives them. A year or month stands for its first day in `from` and its last day in `to`; an empty `to` does not mean still in office: `seen` says until when a source had the holder there.",
  "## Tables",
  table(["table", "rows", "with QID", "columns"], counted),
  "## Sources",
  sources,
  "## States and polities",
  table(
    ["name", "code", "QID", "also called", "its people", "seat, as a name for its government"],
    states.map((row) => [
      cell(row, "name"),
      cell(row, "country"),
      cell(row, "qid"),
      list(cell(row, "aliases")),
      list(cell(row, "demonyms")),
      list(cell(row, "metonyms")),
    ]),
  ),
  "## Organisations",
  table(
    ["name", "sort", "sector", "country", "QID", "also called"],
    rowsOf("organisations.tsv").map((row) =>
      ["name", "kind", "sector", "country", "qid"]
        .map((column) => cell(row, column))
        .concat(list(cell(row, "aliases"))),
    ),
  ),
  "## Summits and conferences",
  table(
    ["name", "series", "place", "from", "to"],
    rowsOf("summits.tsv").map((row) =>
      ["name", "series", "place", "from", "to"].map((column) => cell(row, column)),
    ),
  ),
  "## Names that ask for evidence",
  table(
    ["name", "means also"],
    rowsOf("weak-names.tsv").map((row) => [cell(row, "name"), cell(row, "means_also")]),
  ),
];
writeFileSync(page, `${parts.join("\n\n")}\n`);
writeFileSync(
  credits,
  `# Facts\n\n\`facts.bin.gz\` is the tables of \`lexicon/knowledge\`, packed. They come from:\n\n${sources}\n`,
);
