import { type Column, describeColumns } from "../describe-columns.js";
import type { Table } from "../table.js";
import { markdownTable } from "./markdown-table.js";

/** The data dictionary of a table as Markdown: a heading, what a row is, its key, and a line for each column. */
export const dataDictionary = (table: Table): string =>
  [
    `## ${table.name}`,
    "",
    `${table.title}.${table.key.length === 0 ? "" : ` Key: ${table.key.map(code).join(", ")}.`}`,
    "",
    ...markdownTable(["column", "type", "null", "meaning"], describeColumns(table).map(cells)),
    "",
  ].join("\n");

const cells = (column: Column): readonly string[] => [
  code(column.name),
  column.kind,
  column.nullable ? "yes" : "",
  meaning(column),
];

const meaning = ({ description, unit, references, values, omit }: Column): string =>
  [
    description,
    ...(unit === null ? [] : [`Unit: ${unit}`]),
    ...(references === null ? [] : [`Refers to ${code(`${references.table}.${references.column}`)}`]),
    ...(values.length === 0 ? [] : [`One of ${values.map(code).join(" ")}`]),
    ...(omit.length === 0 ? [] : [`Not in ${omit.join(", ")}`]),
  ]
    .filter((part) => part !== "")
    .join(". ");

const code = (text: string): string => `\`${text}\``;
