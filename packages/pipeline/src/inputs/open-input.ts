import { createReadStream } from "node:fs";
import { decompress } from "./decompress.js";
import type { InputFile } from "./find-inputs.js";
import type { InputFormat } from "./input-kind.js";
import { sniffCompression, sniffedBytes, sniffFormat } from "./sniff.js";

/** The content of an input, decompressed as it is read, and what it is. */
export type OpenInput = Readonly<{ format: InputFormat; chunks: AsyncIterable<Uint8Array> }>;

/** Opens a file or standard input; where its name does not tell what it is, its first bytes do. */
export const openInput = async ({ path, kind }: InputFile): Promise<OpenInput> => {
  const stream: AsyncIterable<Uint8Array> = path === "-" ? process.stdin : createReadStream(path);
  if (kind !== null) return { format: kind.format, chunks: decompress(stream, kind.compression) };
  const packed = await peek(stream);
  const content = await peek(decompress(packed.chunks, sniffCompression(packed.head)));
  return { format: sniffFormat(content.head), chunks: content.chunks };
};

/** The first bytes of a stream, which stay in it. */
const peek = async (
  chunks: AsyncIterable<Uint8Array>,
): Promise<Readonly<{ head: Uint8Array; chunks: AsyncIterable<Uint8Array> }>> => {
  const rest = chunks[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  for (let length = 0; length < sniffedBytes; ) {
    const { value, done } = await rest.next();
    if (done === true) break;
    taken.push(value);
    length += value.length;
  }
  return { head: Buffer.concat(taken), chunks: replay(taken, rest) };
};

async function* replay(
  taken: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* taken;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
