import type { Tokens } from "./tokens.js";

/** Columns that grow by doubling; {@link TokenColumns.finish} hands them over without a copy. */
export class TokenColumns {
  length = 0;
  private start: Int32Array;
  private end: Int32Array;
  private word: Int32Array;
  private shape: Uint16Array;

  constructor(
    private readonly text: string,
    capacity: number,
  ) {
    this.start = new Int32Array(capacity);
    this.end = new Int32Array(capacity);
    this.word = new Int32Array(capacity);
    this.shape = new Uint16Array(capacity);
  }

  push(start: number, end: number, word: number, shape: number): void {
    if (this.length === this.start.length) this.grow();
    const at = this.length++;
    this.start[at] = start;
    this.end[at] = end;
    this.word[at] = word;
    this.shape[at] = shape;
  }

  finish(): Tokens {
    const { text, length, start, end, word, shape } = this;
    return { text, length, start, end, word, shape };
  }

  private grow(): void {
    const capacity = this.start.length * 2;
    const widen = (column: Int32Array): Int32Array => {
      const wide = new Int32Array(capacity);
      wide.set(column);
      return wide;
    };
    this.start = widen(this.start);
    this.end = widen(this.end);
    this.word = widen(this.word);
    const shape = new Uint16Array(capacity);
    shape.set(this.shape);
    this.shape = shape;
  }
}
