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
  readonly #bytes = new Utf8Bytes();
  /** Null where every column is written: the values of a checked row then stand in the order of the header. */
  readonly #names: readonly string[] | null;
  readonly #lineOf: (values: readonly unknown[]) => string;

  constructor(table: Table, preset: "plain" | "excel") {
    const columns = columnsIn(table, "csv").map(({ name }) => name);
    this.#names = columns.length === describeColumns(table).length ? null : columns;
    const records = new RecordStringifier({
      escape_formulas: preset === "excel",
      // In a table of one column null would be an empty line, which readers skip.
      quoted_empty: columns.length === 1,
      cast: fixedCasts,
    });
    // Excel minds more characters than those that have to be quoted.
    this.#lineOf =
      preset === "plain" && columns.length > 1
        ? (values) => plainLine(values, records)
        : (values) => records.line(values);
    this.#bytes.append(`${preset === "excel" ? byteOrderMark : ""}${this.#lineOf(columns)}`);
  }

  append(row: CheckedRow): void {
    this.#bytes.append(this.#lineOf(this.#names?.map((name) => row[name]) ?? Object.values(row)));
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
}

const byteOrderMark = "\ufeff";

/** A field that holds one of these is quoted. */
const special = /[",\r\n]/;

/**
 * The line that csv-stringify would write. It is asked for the fields that have to be quoted alone: of the others it would
 * find out at six times the cost of this search that they are written as they are.
 */
const plainLine = (values: readonly unknown[], records: RecordStringifier): string => {
  let line = "";
  for (let i = 0; i < values.length; i += 1) {
    if (i > 0) line += ",";
    const value = values[i];
    if (value === null) continue;
    const text = typeof value === "object" ? fixedCasts.object(value) : String(value);
    line += text === "" || special.test(text) ? records.line([text]).slice(0, -1) : text;
  }
  return `${line}\n`;
};

/**
 * csv-stringify, taken a record at a time and in step: what its stream would do for each record beside (a buffer for the
 * line, its queues, a tick) takes half as long again as the record itself.
 */
class RecordStringifier extends Stringifier {
  #line = "";

  constructor(options: Options) {
    super(options);
    // It would emit an event a record, to nobody.
    Object.assign(this.options, { on_record: undefined });
  }

  /** A record with its line end. */
  line(values: readonly unknown[]): string {
    this._transform(values, "utf8", throwError);
    return this.#line;
  }

  override push(chunk: string): boolean {
    this.#line = chunk;
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
