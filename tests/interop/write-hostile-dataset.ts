/**
 * Writes a dataset folder with every table of Readout and one of every column kind, filled with what is known to break
 * readers, and beside it what stood in the rows and how to load each table.
 *
 *     npx tsx --conditions=@readout/source tests/interop/write-hostile-dataset.ts DIR
 */
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  type Column,
  type Dataset,
  type DatasetFile,
  describeColumns,
  describeDataset,
  type Format,
  foreignKeys,
  formats,
  loadingSnippets,
  type PartChunk,
  type Table,
  tablePath,
  toArrowParts,
  toCsv,
  toJsonl,
  toParquet,
} from "@readout/exporters";
import { tableList } from "@readout/model/rows";
import { hostileRows, sampleTable } from "../../packages/exporters/test/sample-table.js";

type Row = Record<string, unknown>;

const texts = [
  "plain",
  'He said "no", twice: ""',
  "one\ntwo\r\nthree\rfour\n",
  "\ta\t;b;c|d\\e",
  "👩‍👩‍👧‍👦 🇸🇾 e\u0301 ﬁ",
  "\u202bهدنة\u202c في حلب 停火",
  "null",
  "NA",
  "NaN",
  "007",
  "=1+1",
  "-5",
  "  both ends  ",
  "a\u00a0b\u2028c\u2029d\u0085e",
  "\ufeffmark first",
  "2013-09-14",
  "true",
  "[]",
  "'",
];

/** A linear congruential generator (Numerical Recipes), the same rows every time. */
const createRandom = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

const random = createRandom(20130914);
const pick = <Value>(values: readonly Value[]): Value | undefined => values[random(values.length)];

const days = [
  "0001-01-01",
  "1899-12-31",
  "1962-10-22",
  "1969-12-31",
  "1970-01-01",
  "2012-02-29",
  "9999-12-31",
];

const anyValue = (column: Column): unknown => {
  if (column.nullable && random(3) === 0) return null;
  switch (column.kind) {
    case "string":
      return pick(texts);
    case "enum":
      return pick(column.values);
    case "int32":
      return pick([column.minimum ?? -(2 ** 31) + 1, 0, 1, 2 ** 31 - 1, random(1000)]);
    case "float64":
      return pick([0, -0.25, 0.1 + 0.2, 5e-324, 1e21, 33.5138]);
    case "bool":
      return random(2) === 0;
    case "date":
      return pick(days);
    case "timestamp":
      return "1905-01-22T14:30:00.123Z";
    case "list":
      return Array.from({ length: random(4) }, () => pick(texts) ?? "");
  }
};

const documentText = (index: number): string =>
  Array.from({ length: 5 + (index % 3) }, (_, i) => texts[(index + 4 * i) % texts.length]).join(" 😀 ");

const documentCount = 25;

/** A span of a document, counted in code points, and its words. */
const spanOf = (document: number): Row => {
  const characters = Array.from(documentText(document));
  const start = random(characters.length);
  const end = start + random(characters.length - start + 1);
  return { start_char: start, end_char: end, text: characters.slice(start, end).join("") };
};

/** Rows of a table: any values, but keys that are unique and spans that are in their document. */
const rowsOf = (table: Table): Row[] => {
  if (table.name === "sample") return hostileRows.map((row) => ({ ...row }));
  if (table.name === "dyads") return [];
  const columns = describeColumns(table);
  const count = table.name === "documents" ? documentCount : 40;
  return Array.from({ length: count }, (_, i) => {
    const row: Row = Object.fromEntries(columns.map((column) => [column.name, anyValue(column)]));
    const document = i % documentCount;
    for (const name of table.key) row[name] = typeof row[name] === "number" ? i : `${name}-${i}`;
    if ("doc_id" in row) row.doc_id = `doc_id-${document}`;
    if (table.name === "documents") row.text = documentText(i);
    else if ("start_char" in row && "text" in row && row.start_char !== null)
      Object.assign(row, spanOf(document));
    return row;
  });
};

/** Makes the references of a table's rows point at rows that are there, in the same document where they share one. */
const connect = (table: Table, rows: readonly Row[]): void => {
  for (const { fields, table: target, targets } of foreignKeys(table, tables)) {
    const [own, column] = [fields.at(-1) ?? "", targets.at(-1) ?? ""];
    const shared = fields.filter((field) => field !== own);
    // Spans were cut from the document that the row has.
    for (const row of own === "doc_id" ? [] : rows) {
      if (row[own] === null) continue;
      const there = truth[target]?.filter((other) => shared.every((field) => other[field] === row[field]));
      row[own] = pick(there ?? [])?.[column] ?? null;
    }
  }
};

/** The files of a table in a format. Arrow comes in several, as it would for a table with gibibytes of text. */
async function* encode(rows: readonly Row[], table: Table, format: Format): AsyncGenerator<PartChunk> {
  if (format === "arrow") yield* toArrowParts(rows, table, { maxTextBytes: 600 });
  else {
    const toBytes = { csv: toCsv, jsonl: toJsonl, parquet: toParquet }[format];
    const chunks: Uint8Array[] = [];
    for await (const chunk of toBytes(rows, table)) chunks.push(chunk);
    yield { part: 1, bytes: Buffer.concat(chunks), rows: rows.length };
  }
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new TypeError("usage: write-hostile-dataset.ts DIR");

const write = async (path: string, content: string | Uint8Array): Promise<void> => {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
};

const tables: readonly Table[] = [...tableList, sampleTable];
const truth: Record<string, Row[]> = Object.fromEntries(tables.map((table) => [table.name, rowsOf(table)]));
for (const table of tableList) connect(table, truth[table.name] ?? []);

const files: DatasetFile[] = [];
for (const table of tables) {
  const rows = truth[table.name] ?? [];
  for (const format of formats) {
    const parts: PartChunk[] = [];
    for await (const { part, bytes, rows: count } of encode(rows, table, format)) {
      const before = parts[part - 1];
      parts[part - 1] = {
        part,
        bytes: Buffer.concat([before?.bytes ?? new Uint8Array(), bytes]),
        rows: (before?.rows ?? 0) + count,
      };
    }
    for (const { part, bytes, rows: count } of parts) {
      const path = tablePath(table.name, format, part);
      await write(path, bytes);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      files.push({ path, table: table.name, format, rows: count, bytes: bytes.length, sha256 });
    }
  }
}

const dataset: Dataset = {
  name: "hostile",
  title: "What breaks readers",
  description:
    "Made up: quotes, line ends, signs of many scripts, days before 1970, and words that look like numbers.",
  version: "1.0.0",
  licenses: [{ name: "MIT", title: "MIT", path: "https://opensource.org/license/mit" }],
  sources: [{ title: "Written for the tests" }],
  tables,
  files,
  counts: [{ label: "tables", value: tables.length }],
  limits: ["It means nothing."],
};
for (const { path, text } of describeDataset(dataset)) await write(path, text);
await write("truth.json", JSON.stringify(truth));
await write(
  "snippets.json",
  JSON.stringify(tables.map((table) => [table.name, loadingSnippets(dataset, table)])),
);
