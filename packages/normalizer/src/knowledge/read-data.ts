import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/**
 * A table of the package's data folder, unpacked in one piece, since it is used as it lies there. Deflate takes a quarter of
 * brotli's time.
 */
export const readData = (path: string): Uint8Array => {
  const packed = readFileSync(new URL(`../../data/${path}`, import.meta.url));
  // The last four bytes of a gzip file tell its size; with room to spare no second piece is begun.
  return gunzipSync(packed, { chunkSize: packed.readUInt32LE(packed.length - 4) + 64 });
};
