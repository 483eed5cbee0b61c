import type { z } from "zod";
import { createRowCheck } from "./check-rows.js";
import type { CheckedRow, Rows, Table } from "./table.js";

/** A format's way of turning rows into chunks of bytes, fed one row at a time. */
export type RowEncoder<Chunk = Uint8Array> = {
  append(row: CheckedRow): void;
  /** Whether there is enough to hand over. */
  readonly full: boolean;
  /** What is ready, and only once. */
  take(): Chunk;
  /** What is left after the last row; null for nothing. */
  finish(): Chunk | null;
};

/**
 * Checks rows and encodes them, a chunk whenever the encoder has a full one. The next row is asked for when the chunk
 * before has been taken, so a slow reader slows the rows down and nothing piles up. An iterable that need not be
 * awaited is not: awaiting each of a million rows costs as much as checking them.
 */
export async function* encodeRows<Schema extends z.ZodObject, Chunk>(
  rows: Rows<Schema>,
  table: Table<Schema>,
  encoder: RowEncoder<Chunk>,
): AsyncGenerator<Chunk> {
  const check = createRowCheck(table);
  if (Symbol.iterator in rows) {
    for (const row of rows) {
      encoder.append(check(row));
      if (encoder.full) yield encoder.take();
    }
  } else {
    for await (const row of rows) {
      encoder.append(check(row));
      if (encoder.full) yield encoder.take();
    }
  }
  const rest = encoder.finish();
  if (rest !== null) yield rest;
}
