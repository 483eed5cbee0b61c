import { PackedLines } from "./packed-lines.js";
import { readNumbers } from "./read-numbers.js";

/**
 * Bytes in parts, one after the other: the size of each as 32 bits little-endian, then the part, padded to a multiple of 4 so that
 * numbers can be used as they lie. They are read in the order in which they were written.
 */
export class PartWriter {
  private readonly parts: Uint8Array[] = [];

  /** A column of 32-bit integers; throws where a number is none. */
  numbers(column: readonly number[] | Int32Array): void {
    const bytes = new Uint8Array(column.length * 4);
    const view = new DataView(bytes.buffer);
    column.forEach((number, i) => {
      if ((number | 0) !== number) throw new RangeError(`no 32-bit integer: ${number}`);
      view.setInt32(i * 4, number, true);
    });
    this.parts.push(bytes);
  }

  /** A list of strings, none of which may hold a line feed. */
  lines(lines: readonly string[]): void {
    if (lines.some((line) => line.includes("\n"))) throw new RangeError("a line that holds a line feed");
    this.numbers([lines.length]);
    this.parts.push(Buffer.from(lines.map((line) => `${line}\n`).join("")));
  }

  json(value: unknown): void {
    this.parts.push(Buffer.from(JSON.stringify(value)));
  }

  finish(): Uint8Array {
    const packed = new Uint8Array(this.parts.reduce((sum, part) => sum + 4 + padded(part.length), 0));
    const view = new DataView(packed.buffer);
    let at = 0;
    for (const part of this.parts) {
      view.setUint32(at, part.length, true);
      packed.set(part, at + 4);
      at += 4 + padded(part.length);
    }
    return packed;
  }
}

/** Reads what {@link PartWriter} wrote, part by part; nothing is copied but JSON. */
export class PartReader {
  private at = 0;

  constructor(private readonly packed: Uint8Array) {}

  numbers(): Int32Array {
    const { offset, length } = this.next();
    return readNumbers(this.packed, offset, length / 4);
  }

  lines(): PackedLines {
    const [count = 0] = this.numbers();
    const { offset, length } = this.next();
    return new PackedLines(this.packed.subarray(offset, offset + length), count);
  }

  /** The value as it was written: what wrote it must know its type. */
  json(): unknown {
    const { offset, length } = this.next();
    return JSON.parse(Buffer.from(this.packed.buffer, this.packed.byteOffset + offset, length).toString());
  }

  private next(): { offset: number; length: number } {
    const { packed, at } = this;
    const length = new DataView(packed.buffer, packed.byteOffset + at, 4).getUint32(0, true);
    this.at += 4 + padded(length);
    return { offset: at + 4, length };
  }
}

const padded = (length: number): number => (length + 3) & ~3;
