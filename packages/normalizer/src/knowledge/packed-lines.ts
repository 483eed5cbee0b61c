const LINE_FEED = 0x0a;

/** Lines of UTF-8, each ended by a line feed, that become strings when they are asked for: a text meets few of twenty thousand. */
export class PackedLines {
  private readonly bytes: Buffer;
  /** Where each line begins, and after the last one the end; not known before a line is asked for. */
  private starts: Int32Array | undefined;

  constructor(
    packed: Uint8Array,
    readonly length: number,
  ) {
    this.bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  }

  /** A line without its line feed; "" where there is none. */
  at(line: number): string {
    if (line < 0 || line >= this.length) return "";
    this.starts ??= startsOf(this.bytes, this.length);
    return this.bytes.toString("utf8", this.starts[line], (this.starts[line + 1] as number) - 1);
  }

  /** All of them in one string, each with its line feed. */
  text(): string {
    return this.bytes.toString("utf8");
  }
}

const startsOf = (bytes: Uint8Array, lines: number): Int32Array => {
  const starts = new Int32Array(lines + 1);
  for (let at = 0, line = 0; line < lines; at++) if (bytes[at] === LINE_FEED) starts[++line] = at + 1;
  return starts;
};
