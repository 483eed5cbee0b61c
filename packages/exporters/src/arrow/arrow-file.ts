import {
  AsyncByteQueue,
  makeData,
  RecordBatch,
  RecordBatchFileWriter,
  type Schema,
  Struct,
} from "apache-arrow";
import { columnsIn } from "../describe-columns.js";
import type { RowEncoder } from "../encode-rows.js";
import type { CheckedRow, Table } from "../table.js";
import { type ArrowColumn, createArrowColumn } from "./arrow-columns.js";
import { arrowSchema } from "./arrow-schema.js";

/** Most rows of a batch. */
const batchRows = 1 << 16;

/** A batch also ends when one of its columns has so many bytes of text, lest long texts pile up in memory. */
export const batchTextBytes = 1 << 24;

type NamedColumn = Readonly<{ name: string; column: ArrowColumn }>;

/** An Arrow file while it is being written: rows go in, and come out as bytes batch by batch. */
export class ArrowFile implements RowEncoder {
  readonly #schema: Schema;
  readonly #columns: readonly NamedColumn[];
  readonly #batchTextBytes: number;
  readonly #sink = new ChunkList();
  readonly #writer = new RecordBatchFileWriter();
  #rows = 0;
  #batches = 0;
  #textBytesBefore = 0;
  /** Whether its last bytes have been taken. */
  closed = false;

  constructor(table: Table, textBytes = batchTextBytes) {
    const described = columnsIn(table, "arrow");
    this.#schema = arrowSchema(table);
    this.#columns = this.#schema.fields.flatMap((field, index) => {
      const column = described[index];
      return column === undefined
        ? []
        : [{ name: column.name, column: createArrowColumn(column, field, batchRows) }];
    });
    this.#batchTextBytes = textBytes;
    this.#writer.reset(this.#sink);
  }

  append(row: CheckedRow): void {
    for (const { name, column } of this.#columns) column.append(row[name]);
    this.#rows += 1;
  }

  get full(): boolean {
    return this.#rows >= batchRows || this.#batchText() >= this.#batchTextBytes;
  }

  /** Upper bound of the bytes of text in any one column of the batches that have been taken. */
  get textBytes(): number {
    return this.#textBytesBefore;
  }

  take(): Uint8Array {
    this.#writeBatch();
    return this.#sink.take();
  }

  finish(): Uint8Array {
    // Without a batch the writer does not know the schema, which stands in the footer.
    if (this.#rows > 0 || this.#batches === 0) this.#writeBatch();
    this.#writer.finish();
    this.closed = true;
    return this.#sink.take();
  }

  #batchText(): number {
    let most = 0;
    for (const { column } of this.#columns) if (column.textBytes > most) most = column.textBytes;
    return most;
  }

  #writeBatch(): void {
    this.#textBytesBefore += this.#batchText();
    const children = this.#columns.map(({ column }) => column.take());
    const type = new Struct(this.#schema.fields);
    const data = makeData({ type, length: this.#rows, nullCount: 0, children });
    this.#writer.write(new RecordBatch(this.#schema, data));
    this.#rows = 0;
    this.#batches += 1;
  }
}

/** Where the writer writes: a list of chunks that can be taken in step, without waiting for an event. */
class ChunkList extends AsyncByteQueue {
  #chunks: Uint8Array[] = [];

  override write(chunk: Uint8Array): void {
    this.#chunks.push(chunk);
  }

  /** Copies, since the chunks are views into buffers that the next batch is written to. */
  take(): Uint8Array {
    const bytes = Buffer.concat(this.#chunks);
    this.#chunks = [];
    return bytes;
  }
}
