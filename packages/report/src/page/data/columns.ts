import { tableFromIPC } from "@uwdata/flechette";
import { absent, type BundleTableName, type BundleTables, type ColumnKind } from "../../bundle/bundle-tables.js";

/** A column of strings; each is decoded when it is asked for. */
export type Strings = Readonly<{ length: number; at: (row: number) => string | null }>;
/** A column of lists of row numbers. */
export type Lists = Readonly<{ length: number; at: (row: number) => Int32Array }>;

type Held<Kind> = Kind extends "word" | "text" ? Strings : Kind extends "ints" ? Lists : Int32Array;
/** The columns of a table, by name, and how many rows they have. */
export type Columns<Name extends BundleTableName> = Readonly<{ rows: number }> & {
  readonly [Column in keyof BundleTables[Name]]: Held<BundleTables[Name][Column]>;
};

/** Lays columns over the bytes of an Arrow IPC stream. */
export const readColumns = <Name extends BundleTableName>(
  kinds: Readonly<Record<string, ColumnKind>>,
  bytes: Uint8Array,
): Columns<Name> => {
  const table = tableFromIPC(bytes);
  const columns: Record<string, Strings | Lists | Int32Array> = {};
  for (const [name, kind] of Object.entries(kinds)) {
    const column = table.getChild(name);
    switch (kind) {
      case "word":
        columns[name] = ready(column.toArray());
        break;
      case "text":
        columns[name] = { length: column.length, at: (row: number) => column.at(row) };
        break;
      case "ints":
        columns[name] = { length: column.length, at: (row: number) => column.at(row) ?? noRows };
        break;
      default: {
        const numbers = widened(column.toArray());
        if (kind === "rising") addAbove(numbers);
        else if (kind !== "int") addOther(numbers, columns[kind.slice("after ".length)]);
        columns[name] = numbers;
      }
    }
  }
  return { ...columns, rows: table.numRows } as Columns<Name>;
};

const noRows = new Int32Array(0);

/** Words are read again and again: their strings are made once, and equal ones are one. */
const ready = (values: ArrayLike<string | null>): Strings => ({
  length: values.length,
  at: (row) => values[row] ?? null,
});

/** Numbers were written as narrow as they could be; the least of each width stands for null. */
const widened = (values: ArrayLike<number>): Int32Array => {
  if (values instanceof Int32Array) return values;
  const none = values instanceof Int8Array ? -0x80 : -0x8000;
  return Int32Array.from(values, (value) => (value === none ? absent : value));
};

const addAbove = (numbers: Int32Array): void => {
  let above = 0;
  numbers.forEach((difference, row) => {
    if (difference === absent) return;
    above += difference;
    numbers[row] = above;
  });
};

const addOther = (numbers: Int32Array, other: Strings | Lists | Int32Array | undefined): void => {
  if (!(other instanceof Int32Array)) throw new TypeError("a column is written after one that is none of numbers");
  numbers.forEach((difference, row) => {
    const start = other[row] ?? absent;
    if (difference !== absent) numbers[row] = difference + (start === absent ? 0 : start);
  });
};
