import type { Writable } from "node:stream";
import { createGunzip } from "node:zlib";
import { Decompress } from "fzstd";
import type { Compression } from "./input-kind.js";

/** The chunks of a compressed file, decompressed as they come. Throws where the data are damaged. */
export const decompress = (
  chunks: AsyncIterable<Uint8Array>,
  compression: Compression,
): AsyncIterable<Uint8Array> => {
  switch (compression) {
    case "none":
      return chunks;
    case "gzip":
      return gunzip(chunks);
    case "zstd":
      return unzstd(chunks);
  }
};

/** Reads all members of a file, one after the other, and zeros after the last. */
async function* gunzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const stream = createGunzip();
  let fed = 0;
  let content = 0;
  const feed = (async () => {
    for await (const chunk of chunks) {
      if (stream.destroyed) return;
      content = endOfContent(chunk, fed) ?? content;
      fed += chunk.length;
      if (!stream.write(chunk)) await drained(stream);
    }
    stream.end();
  })();
  // A failure to read reaches the reader through the stream.
  feed.catch((error: unknown) => stream.destroy(error instanceof Error ? error : new Error(String(error))));
  try {
    for await (const chunk of stream) yield chunk as Uint8Array;
    // From the first zero between members on, node takes all that comes for padding.
    if (stream.bytesWritten < content) throw new Error(`damaged after byte ${stream.bytesWritten}`);
  } finally {
    stream.destroy();
  }
}

/** Until a stream takes more, or is gone. No listener stays behind: node warns of the eleventh. */
const drained = (stream: Writable): Promise<void> =>
  new Promise((done) => {
    const settle = (): void => {
      stream.off("drain", settle).off("close", settle);
      done();
    };
    stream.on("drain", settle).on("close", settle);
  });

/** The offset behind the last byte of a chunk that is not zero; null where all are. */
const endOfContent = (chunk: Uint8Array, offset: number): number | null => {
  const last = chunk.findLastIndex((byte) => byte !== 0);
  return last < 0 ? null : offset + last + 1;
};

/** node 20 has no zstd; fzstd reads frames with windows of up to 32 MiB and refuses larger ones. */
async function* unzstd(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const stream = new Decompress((chunk) => ready.push(chunk));
  const take = (): Uint8Array[] => {
    const taken = ready;
    ready = [];
    return taken;
  };
  // fzstd hands over whole blocks: small pieces in keep a bomb's pieces out small.
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += 1 << 14) {
      stream.push(chunk.subarray(at, at + (1 << 14)));
      yield* take();
    }
  }
  stream.push(new Uint8Array(0), true);
  yield* take();
}
