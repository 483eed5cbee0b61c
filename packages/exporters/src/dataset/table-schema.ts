import { type Column, type ColumnKind, columnsIn } from "../describe-columns.js";
import type { Format, Table } from "../table.js";
import { foreignKeys } from "./foreign-keys.js";

export type TableSchema = Readonly<{
  $schema: string;
  fields: readonly Readonly<Record<string, unknown>>[];
  primaryKey?: readonly string[];
  foreignKeys?: readonly Readonly<{
    fields: readonly string[];
    reference: Readonly<{ resource: string; fields: readonly string[] }>;
  }>[];
  missingValues?: readonly string[];
}>;

/**
 * The Table Schema (Data Package 2.0) of a table in a format. `tables` are those that its foreign keys may refer to, and
 * `resourceName` says what the resource of another table is called.
 */
export const tableSchema = (
  table: Table,
  format: Format,
  tables: readonly Table[],
  resourceName: (table: string) => string,
): TableSchema => {
  const nullable = new Set(
    columnsIn(table, format).flatMap(({ name, nullable }) => (nullable ? [name] : [])),
  );
  // A validator of the standard takes a key of which one part is null for one that is not there.
  const keys = foreignKeys(table, tables).filter(
    ({ fields }) => fields.length === 1 || !fields.some((name) => nullable.has(name)),
  );
  return {
    $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
    fields: columnsIn(table, format).map(field),
    ...(table.key.length === 0 ? {} : { primaryKey: table.key }),
    ...(keys.length === 0
      ? {}
      : {
          foreignKeys: keys.map(({ fields, table: target, targets }) => ({
            fields,
            reference: { resource: target === table.name ? "" : resourceName(target), fields: targets },
          })),
        }),
    ...(format === "csv" ? { missingValues: [""] } : {}),
  };
};

const field = (column: Column): Readonly<Record<string, unknown>> => ({
  name: column.name,
  type: fieldTypes[column.kind],
  ...(column.description === "" ? {} : { description: column.description }),
  ...(column.unit === null ? {} : { unit: column.unit }),
  constraints: {
    required: !column.nullable,
    ...(column.kind === "enum" ? { enum: column.values } : {}),
    ...(column.minimum === null ? {} : { minimum: column.minimum }),
  },
});

/** A list is `array`, JSON text in CSV: the newer type `list` is text joined by a delimiter there. */
const fieldTypes: Readonly<Record<ColumnKind, string>> = {
  string: "string",
  enum: "string",
  int32: "integer",
  float64: "number",
  bool: "boolean",
  date: "date",
  timestamp: "datetime",
  list: "array",
};
