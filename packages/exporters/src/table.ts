import type { z } from "zod";

/**
 * What the exporters need to know of a table: the schema is the one source of column names, order, types, nulls and
 * meaning (`.meta()`: `description`, `unit`, `key`, `references`, `omit`).
 */
export type Table<Schema extends z.ZodObject = z.ZodObject> = Readonly<{
  name: string;
  title: string;
  schema: Schema;
  /** Columns that name a row together; empty where nothing does. */
  key: readonly string[];
}>;

/** Rows of a table, as they come. They are checked against the schema on the way out. */
export type Rows<Schema extends z.ZodObject = z.ZodObject> =
  | Iterable<z.input<Schema>>
  | AsyncIterable<z.input<Schema>>;

/** A row that has passed its schema: exactly its columns, in its order, null where there is nothing. */
export type CheckedRow = Readonly<Record<string, unknown>>;

/** The formats, in the order in which Readout names them. */
export const formats = ["csv", "jsonl", "arrow", "parquet"] as const;
export type Format = (typeof formats)[number];

export const isFormat = (name: unknown): name is Format => formats.some((format) => format === name);
