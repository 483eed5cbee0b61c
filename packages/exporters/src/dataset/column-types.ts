import { type ColumnKind, columnsIn } from "../describe-columns.js";
import type { Table } from "../table.js";

/** `colClasses` of R's `read.csv`, by column. Lists are JSON text there. */
export const rColumnClasses = (table: Table): string =>
  `c(${columnsIn(table, "csv")
    .map(({ name, kind }) => `${name} = "${rClasses[kind]}"`)
    .join(", ")})`;

const rClasses: Readonly<Record<ColumnKind, string>> = {
  string: "character",
  enum: "character",
  int32: "integer",
  float64: "numeric",
  bool: "logical",
  date: "Date",
  timestamp: "character",
  list: "character",
};

/** `dtype` of `pandas.read_csv`, by column: dates and lists are left to `parse_dates` and `converters`. */
export const pandasTypes = (table: Table): string =>
  `{${columnsIn(table, "csv")
    .flatMap(({ name, kind }) => (pandasDtypes[kind] === null ? [] : [`"${name}": "${pandasDtypes[kind]}"`]))
    .join(", ")}}`;

/** Nullable types: without them one missing integer turns a column into floats. */
const pandasDtypes: Readonly<Record<ColumnKind, string | null>> = {
  string: "string",
  enum: "category",
  int32: "Int32",
  float64: "Float64",
  bool: "boolean",
  date: null,
  timestamp: null,
  list: null,
};

/** `schema` of `polars.read_csv`, by column; lists are JSON text there. */
export const polarsSchema = (table: Table): string =>
  `{${columnsIn(table, "csv")
    .map(({ name, kind }) => `"${name}": ${polarsTypes[kind]}`)
    .join(", ")}}`;

const polarsTypes: Readonly<Record<ColumnKind, string>> = {
  string: "pl.String",
  enum: "pl.String",
  int32: "pl.Int32",
  float64: "pl.Float64",
  bool: "pl.Boolean",
  date: "pl.Date",
  timestamp: 'pl.Datetime("ms", "UTC")',
  list: "pl.String",
};
