import { tableFromIPC } from "@uwdata/flechette";
import type { BundleTableName, BundleTables, ColumnKind } from "../../bundle/bundle-tables.js";

/** A column of strings; each is decoded when it is asked for. */
export type Strings = Readonly<{ length: number; at: (row: number) => string | null }>;
/** A column of lists of row numbers. */
export type Lists = Readonly<{ length: number; at: (row: number) => Int32Array }>;

type Held = Readonly<{ int: Int32Array; word: Strings; text: Strings; ints: Lists }>;
/** The columns of a table, by name, and how many rows they have. */
export type Columns<Name extends BundleTableName> = Readonly<{ rows: number }> & {
  readonly [Column in keyof BundleTables[Name]]: Held[BundleTables[Name][Column] & ColumnKind];
};

/** Lays columns over the bytes of an Arrow IPC stream. */
export const readColumns = <Name extends BundleTableName>(
  kinds: Readonly<Record<string, ColumnKind>>,
  bytes: Uint8Array,
): Columns<Name> => {
  const table = tableFromIPC(bytes);
  const columns = Object.entries(kinds).map(([name, kind]) => {
    const column = table.getChild(name);
    switch (kind) {
      case "int":
        return [name, column.toArray()];
      case "word":
        return [name, ready(column.toArray())];
      case "text":
        return [name, { length: column.length, at: (row: number) => column.at(row) }];
      case "ints":
        return [name, { length: column.length, at: (row: number) => column.at(row) ?? noRows }];
    }
  });
  return { ...Object.fromEntries(columns), rows: table.numRows };
};

const noRows = new Int32Array(0);

/** Words are read again and again: their strings are made once, and equal ones are one. */
const ready = (values: ArrayLike<string | null>): Strings => ({
  length: values.length,
  at: (row) => values[row] ?? null,
});
