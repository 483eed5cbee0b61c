/** Which of the values of a batch are there: a bit each, least significant first, as Arrow has it. */
export class Validity {
  readonly #bits: Uint8Array;
  #length = 0;
  #nulls = 0;

  constructor(capacity: number) {
    this.#bits = new Uint8Array((capacity + 7) >> 3);
  }

  append(present: boolean): void {
    if (present)
      this.#bits[this.#length >> 3] = (this.#bits[this.#length >> 3] ?? 0) | (1 << (this.#length & 7));
    else this.#nulls += 1;
    this.#length += 1;
  }

  /** The bitmap and its counts since the last call; a copy. */
  take(): Readonly<{ length: number; nullCount: number; nullBitmap: Uint8Array }> {
    const taken = {
      length: this.#length,
      nullCount: this.#nulls,
      nullBitmap: this.#bits.slice(0, (this.#length + 7) >> 3),
    };
    this.#bits.fill(0, 0, taken.nullBitmap.length);
    this.#length = 0;
    this.#nulls = 0;
    return taken;
  }
}
