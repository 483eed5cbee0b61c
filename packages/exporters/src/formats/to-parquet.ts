import { readIsoDay } from "@readout/model";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { z } from "zod";
import { type ColumnKind, columnsIn } from "../describe-columns.js";
import { encodeRows, type RowEncoder } from "../encode-rows.js";
import { parquetMetadata, parquetSchema } from "../parquet/parquet-schema.js";
import type { CheckedRow, Rows, Table } from "../table.js";

export type ParquetOptions = Readonly<{
  /** Snappy is the one codec that every reader has without an add-on. */
  codec?: "snappy" | "none";
}>;

/**
 * A Parquet file in row groups of at most 65,536 rows, with the types of the schema, and titles, keys, descriptions and
 * units as key-value metadata. Columns with few distinct values are dictionary-encoded.
 */
export const toParquet = <Schema extends z.ZodObject>(
  rows: Rows<Schema>,
  table: Table<Schema>,
  { codec = "snappy" }: ParquetOptions = {},
): AsyncIterable<Uint8Array> => encodeRows(rows, table, new ParquetEncoder(table, codec));

const groupRows = 1 << 16;

/** A row group also ends at so many UTF-16 units of text over all columns, lest long texts pile up in memory. */
const groupTextLength = 1 << 25;

class ParquetEncoder implements RowEncoder {
  readonly #columns: readonly ParquetColumn[];
  readonly #bytes = new ChunkWriter();
  readonly #writer: ParquetWriter;
  #rows = 0;
  #textLength = 0;

  constructor(table: Table, codec: "snappy" | "none") {
    this.#columns = columnsIn(table, "parquet").map(({ name, kind }) => ({
      name,
      read: readers[kind],
      data: [],
    }));
    this.#writer = new ParquetWriter({
      writer: this.#bytes,
      schema: parquetSchema(table),
      codec: codec === "snappy" ? "SNAPPY" : "UNCOMPRESSED",
      kvMetadata: parquetMetadata(table),
      createdBy: "readout",
    });
  }

  append(row: CheckedRow): void {
    for (const { name, data, read } of this.#columns) {
      const value = row[name];
      data.push(value === null ? null : read(value));
      if (typeof value === "string") this.#textLength += value.length;
    }
    this.#rows += 1;
  }

  get full(): boolean {
    return this.#rows >= groupRows || this.#textLength >= groupTextLength;
  }

  take(): Uint8Array {
    this.#writeGroup();
    return this.#bytes.take();
  }

  finish(): Uint8Array {
    if (this.#rows > 0) this.#writeGroup();
    void this.#writer.finish();
    return this.#bytes.take();
  }

  #writeGroup(): void {
    // It promises something only for a writer that flushes.
    void this.#writer.write({
      columnData: this.#columns.map(({ name, data }) => ({ name, data })),
      rowGroupSize: this.#rows,
    });
    for (const { data } of this.#columns) data.length = 0;
    this.#rows = 0;
    this.#textLength = 0;
  }
}

type ParquetColumn = Readonly<{ name: string; read: (value: unknown) => unknown; data: unknown[] }>;

const asItIs = (value: unknown): unknown => value;

/** From the checked value to what the writer takes: days and milliseconds since 1970-01-01. */
const readers: Readonly<Record<ColumnKind, (value: unknown) => unknown>> = {
  string: asItIs,
  enum: asItIs,
  int32: asItIs,
  float64: asItIs,
  bool: asItIs,
  list: asItIs,
  date: (value) => readIsoDay(String(value)),
  timestamp: (value) => BigInt(Date.parse(String(value))),
};

/** A writer whose bytes can be taken while the file is being written. */
class ChunkWriter extends ByteWriter {
  take(): Uint8Array {
    const bytes = this.getBytes().slice();
    this.index = 0;
    return bytes;
  }
}
