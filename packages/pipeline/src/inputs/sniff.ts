import type { Compression, InputFormat } from "./input-kind.js";

/** Bytes that the kind of an input is told from. */
export const sniffedBytes = 4096;

/** The compression of an input, from its first bytes: the magic numbers of gzip and zstd. */
export const sniffCompression = (head: Uint8Array): Compression => {
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip";
  return head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd ? "zstd" : "none";
};

/**
 * What an input is, from its first bytes: WARC by its version line, JSONL by a line that begins with a brace and a key
 * (`{"id":`). All else is text; HTML among it is told apart when it is decoded.
 */
export const sniffFormat = (head: Uint8Array): InputFormat => {
  const text = Buffer.from(head.subarray(0, sniffedBytes)).toString("latin1");
  if (text.startsWith("WARC/")) return "warc";
  return /^(?:\u00EF\u00BB\u00BF)?\{\s*"\w+"\s*:/.test(text) ? "jsonl" : "text";
};
