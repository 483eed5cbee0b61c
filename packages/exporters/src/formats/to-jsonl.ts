import type { z } from "zod";
import { describeColumns } from "../describe-columns.js";
import { encodeRows, type RowEncoder } from "../encode-rows.js";
import type { CheckedRow, Rows, Table } from "../table.js";
import { Utf8Bytes } from "../utf8-bytes.js";

/**
 * One JSON object a line, keys in the order of the schema, null written out (readers that take their columns from the
 * first line must find all of them there), days as ISO strings, lists as arrays.
 */
export const toJsonl = <Schema extends z.ZodObject>(
  rows: Rows<Schema>,
  table: Table<Schema>,
): AsyncIterable<Uint8Array> => encodeRows(rows, table, new JsonlEncoder(table));

const chunkBytes = 1 << 18;

class JsonlEncoder implements RowEncoder {
  readonly #omitted: ReadonlySet<string>;
  readonly #bytes = new Utf8Bytes();

  constructor(table: Table) {
    const omitted = describeColumns(table).filter(({ omit }) => omit.includes("jsonl"));
    this.#omitted = new Set(omitted.map(({ name }) => name));
  }

  append(row: CheckedRow): void {
    const line = this.#omitted.size === 0 ? JSON.stringify(row) : JSON.stringify(row, this.#withoutOmitted);
    // JSON.stringify writes a lone surrogate as \udXXX, which Python and R refuse; the other formats hold U+FFFD there.
    this.#bytes.append(line.includes("\\ud") ? JSON.stringify(row, this.#wellFormed) : line);
    this.#bytes.append("\n");
  }

  get full(): boolean {
    return this.#bytes.length >= chunkBytes;
  }

  take(): Uint8Array {
    return this.#bytes.take().slice();
  }

  finish(): Uint8Array {
    return this.take();
  }

  readonly #withoutOmitted = (key: string, value: unknown): unknown =>
    this.#omitted.has(key) ? undefined : value;

  readonly #wellFormed = (key: string, value: unknown): unknown => {
    if (this.#omitted.has(key)) return undefined;
    return typeof value === "string" ? Buffer.from(value).toString() : value;
  };
}
