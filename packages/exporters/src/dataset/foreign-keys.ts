import { type Column, describeColumns } from "../describe-columns.js";
import type { Table } from "../table.js";

/** Columns of a table that name a row of another, or of the same; both lists are of one length. */
export type ForeignKey = Readonly<{
  fields: readonly string[];
  table: string;
  targets: readonly string[];
}>;

/**
 * The foreign keys of a table. A column that refers to an ordinal within a document (`sentences.sentence`) takes along
 * the rest of that table's key (`doc_id`), which stands under the same name in both.
 *
 * Throws on a reference to a table or column that is not there, or to one whose key this table cannot complete.
 */
export const foreignKeys = (table: Table, tables: readonly Table[]): readonly ForeignKey[] => {
  const columns = describeColumns(table);
  return columns.flatMap((column) =>
    column.references === null ? [] : [foreignKey(table, columns, column, tables)],
  );
};

const foreignKey = (
  table: Table,
  columns: readonly Column[],
  { name, references }: Column,
  tables: readonly Table[],
): ForeignKey => {
  const target = tables.find((other) => other.name === references?.table);
  if (target === undefined || references === null) {
    throw new TypeError(`Table ${table.name}, column ${name}: no table ${references?.table}`);
  }
  const shared = target.key.filter((key) => key !== references.column);
  const missing = shared.filter((key) => !columns.some((column) => column.name === key));
  if (missing.length > 0 || !target.key.includes(references.column)) {
    throw new TypeError(
      `Table ${table.name}, column ${name}: ${target.name} (${target.key.join(", ")}) cannot be referred to by ${name} alone`,
    );
  }
  return {
    fields: target.key.map((key) => (key === references.column ? name : key)),
    table: target.name,
    targets: target.key,
  };
};
