/** A line of bytes without its line feed, numbered from 1; `bytes` is null where it was longer than the limit. */
export type Line = Readonly<{ number: number; bytes: Uint8Array | null }>;

/** Splits chunks into lines and never holds more than one line of at most `limit` bytes. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let held = 0;
  let tooLong = false;
  let number = 0;
  const finish = (): Line => {
    const line = {
      number: ++number,
      bytes: tooLong ? null : parts.length === 1 ? (parts[0] ?? null) : Buffer.concat(parts),
    };
    parts = [];
    held = 0;
    tooLong = false;
    return line;
  };
  const hold = (part: Uint8Array): void => {
    held += part.length;
    if (held > limit) {
      tooLong = true;
      parts = [];
    } else parts.push(part);
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let to = chunk.indexOf(10); to >= 0; to = chunk.indexOf(10, from)) {
      hold(chunk.subarray(from, to));
      yield finish();
      from = to + 1;
    }
    if (from < chunk.length) hold(chunk.subarray(from));
  }
  if (held > 0) yield finish();
}
