import type { KeyValue, SchemaElement } from "hyparquet-writer";
import { type Column, columnsIn } from "../describe-columns.js";
import type { Table } from "../table.js";

/** The Parquet schema of a table: the root, then its columns; a list takes three elements. */
export const parquetSchema = (table: Table): SchemaElement[] => {
  const columns = columnsIn(table, "parquet");
  return [{ name: "root", num_children: columns.length }, ...columns.flatMap(parquetElements)];
};

const parquetElements = (column: Column): SchemaElement[] => {
  const { name } = column;
  const repetition_type = column.nullable ? "OPTIONAL" : "REQUIRED";
  switch (column.kind) {
    case "string":
    case "enum":
      return [{ name, repetition_type, type: "BYTE_ARRAY", converted_type: "UTF8" }];
    case "int32":
      return [{ name, repetition_type, type: "INT32" }];
    case "float64":
      return [{ name, repetition_type, type: "DOUBLE" }];
    case "bool":
      return [{ name, repetition_type, type: "BOOLEAN" }];
    case "date":
      return [{ name, repetition_type, type: "INT32", converted_type: "DATE" }];
    case "timestamp":
      return [{ name, repetition_type, type: "INT64", ...instant }];
    case "list":
      return [
        { name, repetition_type, num_children: 1, converted_type: "LIST" },
        { name: "list", repetition_type: "REPEATED", num_children: 1 },
        { name: "element", repetition_type: "REQUIRED", type: "BYTE_ARRAY", converted_type: "UTF8" },
      ];
  }
};

/** The older of the two annotations leaves open whether the time is UTC; readers that know the newer one then see UTC. */
const instant = {
  converted_type: "TIMESTAMP_MILLIS",
  logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MILLIS" },
} as const;

/** What the schema itself has no place for: title, key, and what each column means, in its unit. */
export const parquetMetadata = (table: Table): KeyValue[] => [
  { key: "table", value: table.name },
  { key: "title", value: table.title },
  { key: "key", value: JSON.stringify(table.key) },
  { key: "columns", value: JSON.stringify(Object.fromEntries(columnsIn(table, "parquet").map(meaning))) },
];

const meaning = ({ name, description, unit, references }: Column): [string, Record<string, string>] => [
  name,
  {
    description,
    ...(unit === null ? {} : { unit }),
    ...(references === null ? {} : { references: `${references.table}.${references.column}` }),
  },
];
