import type { z } from "zod";
import { ArrowFile, batchTextBytes } from "../arrow/arrow-file.js";
import { createRowCheck } from "../check-rows.js";
import { encodeRows } from "../encode-rows.js";
import type { Rows, Table } from "../table.js";

/**
 * An Arrow file (the random-access form that begins with ARROW1, also known as Feather V2), uncompressed, in batches
 * of at most 65,536 rows. Enums are dictionaries that every batch shares; descriptions and units are in its metadata.
 */
export const toArrow = <Schema extends z.ZodObject>(
  rows: Rows<Schema>,
  table: Table<Schema>,
): AsyncIterable<Uint8Array> => encodeRows(rows, table, new ArrowFile(table));

export type ArrowPartOptions = Readonly<{
  /** Bytes of text in one column that a part stays below, a row that alone is longer excepted. */
  maxTextBytes?: number;
}>;

/** Readers that put the batches of a column together count its text in 32 bits, signed; half of that leaves room. */
const oneGiB = 2 ** 30;

/**
 * As {@link toArrow}, in as many files as it takes to stay below a gibibyte of text in a column. Each chunk comes with
 * the number of its part, from 1; there is always a first part.
 */
export async function* toArrowParts<Schema extends z.ZodObject>(
  rows: Rows<Schema>,
  table: Table<Schema>,
  { maxTextBytes = oneGiB }: ArrowPartOptions = {},
): AsyncGenerator<Readonly<{ part: number; bytes: Uint8Array }>> {
  const check = createRowCheck(table);
  // A part can end after each batch: sixteen batches or more keep it close to its limit.
  const batchBytes = Math.min(batchTextBytes, maxTextBytes / 16);
  let part = 1;
  let file = new ArrowFile(table, batchBytes);
  for await (const row of rows) {
    if (file.textBytes > maxTextBytes - 2 * batchBytes) {
      yield { part, bytes: file.finish() };
      part += 1;
      file = new ArrowFile(table, batchBytes);
    }
    file.append(check(row));
    if (file.full) yield { part, bytes: file.take() };
  }
  yield { part, bytes: file.finish() };
}
