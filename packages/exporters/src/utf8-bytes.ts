/** Strings as UTF-8, one after another, in a buffer that grows. A lone surrogate becomes U+FFFD. */
export class Utf8Bytes {
  #bytes = Buffer.allocUnsafe(1 << 16);
  length = 0;

  append(text: string): void {
    const most = this.length + 3 * text.length;
    if (most > this.#bytes.length) this.#grow(most);
    this.length += text.length <= shortText ? this.#appendShort(text) : this.#bytes.write(text, this.length);
  }

  /** The bytes since the last call; valid until the next append. */
  take(): Uint8Array {
    const bytes = this.#bytes.subarray(0, this.length);
    this.length = 0;
    return bytes;
  }

  /** Copies ASCII unit by unit, which for a short string costs less than the call into the encoder. */
  #appendShort(text: string): number {
    const bytes = this.#bytes;
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      if (unit > 0x7f) return bytes.write(text, this.length);
      bytes[this.length + i] = unit;
    }
    return text.length;
  }

  #grow(size: number): void {
    const grown = Buffer.allocUnsafe(Math.max(size, 2 * this.#bytes.length));
    this.#bytes.copy(grown, 0, 0, this.length);
    this.#bytes = grown;
  }
}

const shortText = 24;
