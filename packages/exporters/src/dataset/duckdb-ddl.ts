import { type ColumnKind, columnsIn } from "../describe-columns.js";
import type { Format, Table } from "../table.js";

/**
 * `CREATE TABLE` for DuckDB, with the key and what may not be null. Foreign keys are left out: DuckDB checks them row by
 * row, which makes loading a matter of order.
 */
export const duckdbDdl = (table: Table): string =>
  [
    `CREATE TABLE ${quoted(table.name)} (`,
    [
      ...columnsIn(table, "parquet").map(
        ({ name, kind, nullable }) => `  ${quoted(name)} ${duckdbTypes[kind]}${nullable ? "" : " NOT NULL"}`,
      ),
      ...(table.key.length === 0 ? [] : [`  PRIMARY KEY (${table.key.map(quoted).join(", ")})`]),
    ].join(",\n"),
    ");",
    "",
  ].join("\n");

/** The `columns` argument of DuckDB's `read_csv` and `read_json`: a text format does not say its types. */
export const duckdbColumns = (table: Table, format: Format): string =>
  `{${columnsIn(table, format)
    .map(
      ({ name, kind }) => `'${name}': '${kind === "list" && format === "csv" ? "JSON" : duckdbTypes[kind]}'`,
    )
    .join(", ")}}`;

const duckdbTypes: Readonly<Record<ColumnKind, string>> = {
  string: "VARCHAR",
  enum: "VARCHAR",
  int32: "INTEGER",
  float64: "DOUBLE",
  bool: "BOOLEAN",
  date: "DATE",
  timestamp: "TIMESTAMP WITH TIME ZONE",
  list: "VARCHAR[]",
};

const quoted = (name: string): string => `"${name}"`;
