import { type Options, Stringifier } from "csv-stringify";
import type { z } from "zod";
import { columnsIn, describeColumns } from "../describe-columns.js";
import { encodeRows, type RowEncoder } from "../encode-rows.js";
import type { CheckedRow, Rows, Table } from "../table.js";
import { Utf8Bytes } from "../utf8-bytes.js";

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
  /** Null where every column is written: the values of a checked row then stand in the order of the header. */
  readonly #names: readonly string[] | null;
  readonly #stringifier: LineStringifier;

  constructor(table: Table, preset: "plain" | "excel") {
    const columns = columnsIn(table, "csv").map(({ name }) => name);
    this.#names = columns.length === describeColumns(table).length ? null : columns;
    this.#stringifier = new LineStringifier({
      columns,
      header: true,
      bom: preset === "excel",
      escape_formulas: preset === "excel",
      // In a table of one column null would be an empty line, which readers skip.
      quoted_empty: columns.length === 1,
      cast: fixedCasts,
    });
  }

  append(row: CheckedRow): void {
    this.#stringifier.line(this.#names?.map((name) => row[name]) ?? Object.values(row));
  }

  get full(): boolean {
    return this.#stringifier.bytes.length >= chunkBytes;
  }

  take(): Uint8Array {
    return this.#stringifier.bytes.take().slice();
  }

  finish(): Uint8Array {
    this.#stringifier.close();
    return this.take();
  }
}

/**
 * csv-stringify, taken a record at a time and in step: what its stream would do for each record beside (a buffer for the
 * line, its queues, a tick) takes half as long again as the record itself.
 */
class LineStringifier extends Stringifier {
  readonly bytes = new Utf8Bytes();

  constructor(options: Options) {
    super(options);
    // It would emit an event a record, to nobody.
    Object.assign(this.options, { on_record: undefined });
  }

  line(values: readonly unknown[]): void {
    this._transform(values, "utf8", throwError);
  }

  /** Writes the header where no record has done so. */
  close(): void {
    this._flush(throwError);
  }

  override push(chunk: string | Uint8Array): boolean {
    this.bytes.append(typeof chunk === "string" ? chunk : Buffer.from(chunk).toString());
    return true;
  }
}

const throwError = (error?: Error | null): void => {
  if (error) throw error;
};

/** csv-stringify's own casts write true as 1, and false and null alike as nothing. */
const fixedCasts = {
  boolean: (value: boolean) => (value ? "true" : "false"),
  number: (value: number) => String(value),
  string: (value: string) => (value === "" ? { value, quoted_empty: true } : value),
  object: (value: unknown) => JSON.stringify(value),
};
