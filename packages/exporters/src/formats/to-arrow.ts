import type { z } from "zod";
import { ArrowFile, batchTextBytes } from "../arrow/arrow-file.js";
import { encodeRows, type RowEncoder } from "../encode-rows.js";
import type { CheckedRow, Rows, Table } from "../table.js";

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

/** Bytes of one of the files of a table. */
export type PartChunk = Readonly<{
  /** Which file, from 1. */
  part: number;
  bytes: Uint8Array;
  /** Rows in these bytes; the sum over a part is what its file holds. */
  rows: number;
}>;

/**
 * As {@link toArrow}, in as many files as it takes to stay below a gibibyte of text in a column. There is always a first
 * part, and none but it is empty.
 */
export const toArrowParts = <Schema extends z.ZodObject>(
  rows: Rows<Schema>,
  table: Table<Schema>,
  { maxTextBytes = oneGiB }: ArrowPartOptions = {},
): AsyncIterable<PartChunk> => encodeRows(rows, table, new ArrowParts(table, maxTextBytes));

class ArrowParts implements RowEncoder<PartChunk> {
  /** A part can end after each batch: sixteen batches or more keep it close to its limit. */
  readonly #batchBytes: number;
  #file: ArrowFile;
  #part = 1;
  #rows = 0;

  constructor(
    readonly table: Table,
    readonly maxTextBytes: number,
  ) {
    this.#batchBytes = Math.min(batchTextBytes, maxTextBytes / 16);
    this.#file = new ArrowFile(table, this.#batchBytes);
  }

  append(row: CheckedRow): void {
    this.#rows += 1;
    if (this.#file.closed) {
      this.#file = new ArrowFile(this.table, this.#batchBytes);
      this.#part += 1;
    }
    this.#file.append(row);
  }

  get full(): boolean {
    return this.#file.full;
  }

  take(): PartChunk {
    const batch = this.#file.take();
    const more = this.#file.textBytes <= this.maxTextBytes - 2 * this.#batchBytes;
    return this.#chunk(more ? batch : Buffer.concat([batch, this.#file.finish()]));
  }

  finish(): PartChunk | null {
    return this.#file.closed ? null : this.#chunk(this.#file.finish());
  }

  #chunk(bytes: Uint8Array): PartChunk {
    const rows = this.#rows;
    this.#rows = 0;
    return { part: this.#part, bytes, rows };
  }
}
