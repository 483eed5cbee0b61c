import { type Stringifier, stringify } from "csv-stringify";
import type { z } from "zod";
import { columnsIn } from "../describe-columns.js";
import { encodeRows, type RowEncoder } from "../encode-rows.js";
import type { CheckedRow, Rows, Table } from "../table.js";

export type CsvOptions = Readonly<{
  /**
   * `plain` changes no character of the data. `excel` puts a byte order mark first, without which Excel takes UTF-8 for
   * the code page of the machine, and an apostrophe before a text that Excel would run as a formula: for looking at,
   * not for analysis.
   */
  preset?: "plain" | "excel";
}>;

/**
 * RFC 4180 with a header and LF at line ends. Null is the empty field, the empty string `""`; flags are true and false,
 * days ISO, numbers the shortest digits that read back equal, lists JSON arrays. Text may hold line ends, so the
 * number of lines is not the number of rows.
 */
export const toCsv = <Schema extends z.ZodObject>(
  rows: Rows<Schema>,
  table: Table<Schema>,
  { preset = "plain" }: CsvOptions = {},
): AsyncIterable<Uint8Array> => encodeRows(rows, table, new CsvEncoder(table, preset));

const chunkBytes = 1 << 18;

class CsvEncoder implements RowEncoder {
  readonly #columns: readonly string[];
  readonly #stringifier: Stringifier;

  constructor(table: Table, preset: "plain" | "excel") {
    this.#columns = columnsIn(table, "csv").map(({ name }) => name);
    this.#stringifier = stringify({
      columns: [...this.#columns],
      header: true,
      bom: preset === "excel",
      escape_formulas: preset === "excel",
      // A table of one column would have an empty line for null, which readers skip.
      quoted_empty: this.#columns.length === 1,
      cast: fixedCasts,
      readableHighWaterMark: 2 * chunkBytes,
    });
  }

  /** The stream works in step: what a write makes of its row can be read at once. */
  append(row: CheckedRow): void {
    this.#stringifier.write(this.#columns.map((name) => row[name]));
  }

  get full(): boolean {
    return this.#stringifier.readableLength >= chunkBytes;
  }

  take(): Uint8Array {
    return readAll(this.#stringifier);
  }

  async finish(): Promise<Uint8Array> {
    this.#stringifier.end();
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.#stringifier) chunks.push(chunk);
    return Buffer.concat(chunks);
  }
}

/** csv-stringify's own casts write true as 1, and false and null alike as nothing. */
const fixedCasts = {
  boolean: (value: boolean) => (value ? "true" : "false"),
  number: (value: number) => String(value),
  string: (value: string) => (value === "" ? { value, quoted_empty: true } : value),
  object: (value: unknown) => JSON.stringify(value),
};

const readAll = (stream: Stringifier): Uint8Array => {
  const chunk: unknown = stream.read();
  return chunk instanceof Uint8Array ? chunk : new Uint8Array();
};
