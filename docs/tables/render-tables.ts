/**
 * Renders the data dictionary from the row schemas.
 *
 *     npx tsx --conditions=@readout/source docs/tables/render-tables.ts
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dataDictionary, duckdbDdl } from "@readout/exporters";
import { tableList } from "@readout/model/rows";

const intro = `# Tables

Made from the row schemas by \`docs/tables/render-tables.ts\`; do not edit. \`duckdb.sql\` beside it makes the same tables
in DuckDB, and \`npx readout schema --json\` prints them as JSON Schema.

Offsets count Unicode code points, half-open, into \`documents.text\`: Python \`text[start:end]\`, R
\`substring(text, start + 1, end)\`, SQL \`substr(text, start + 1, end - start)\`. Ordinals (\`block\`, \`sentence\`,
\`mention\` …) count from 0 within a document and hold within one build; ids hold across builds. A column that refers to
an ordinal needs \`doc_id\` beside it. Days are inclusive at both ends of an interval.
`;

const types = [
  "| type    | CSV                   | JSONL          | Arrow              | Parquet        |",
  "| ------- | --------------------- | -------------- | ------------------ | -------------- |",
  "| string  | text                  | string         | Utf8               | STRING         |",
  "| enum    | text                  | string         | Dictionary of Utf8 | STRING         |",
  "| int32   | digits                | number         | Int32              | INT32          |",
  "| float64 | digits                | number         | Float64            | DOUBLE         |",
  "| bool    | `true` `false`        | `true` `false` | Bool               | BOOLEAN        |",
  '| date    | `2013-09-14`          | `"2013-09-14"` | Date32             | DATE           |',
  "| list    | JSON array of strings | array          | List of Utf8       | LIST of STRING |",
  "| null    | empty field           | `null`         | null               | null           |",
  "",
].join("\n");

const contents = tableList.map(({ name, title }) => `- [${name}](#${name}): ${title}`).join("\n");

/** The files of this folder that are made from the schemas. */
export const tableDocs: readonly Readonly<{ name: string; text: string }>[] = [
  {
    name: "README.md",
    text: `${[intro, types, contents, "", ...tableList.map(dataDictionary)].join("\n").trimEnd()}\n`,
  },
  { name: "duckdb.sql", text: tableList.map(duckdbDdl).join("\n") },
];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { name, text } of tableDocs) writeFileSync(new URL(name, import.meta.url), text);
}
