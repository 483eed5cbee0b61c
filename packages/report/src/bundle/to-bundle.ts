import { gzipSync } from "node:zlib";
import { type BundleRows, type BundleTableName, bundleTables } from "./bundle-tables.js";
import { toIpc } from "./to-ipc.js";

/**
 * The tables in one piece: gzip over a frame. The frame is the length of its head (uint32, little-endian), the head (JSON:
 * `[table, bytes]` in order, filled up with spaces), and an Arrow IPC stream for each table. Each part is filled up to whole words of
 * 8 bytes, so that a reader can lay typed arrays over the bytes.
 */
export const toBundle = (tables: BundleRows): Uint8Array => {
  const names = Object.keys(bundleTables) as BundleTableName[];
  const streams = names.map((name) => ({ name, bytes: padded(toIpc(bundleTables[name], tables[name])) }));
  const head = padded(
    Buffer.from(JSON.stringify(streams.map(({ name, bytes }) => [name, bytes.length]))),
    " ",
    4,
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  const packed = gzipSync(Buffer.concat([length, head, ...streams.map(({ bytes }) => bytes)]), { level: 9 });
  // The operating system that packed it stands in byte 9 of the header: 255 is "unknown", on every machine.
  packed[9] = 255;
  return packed;
};

/** Filled up so that what follows begins at a multiple of 8, `before` bytes standing in front. */
const padded = (bytes: Uint8Array, filling = "\0", before = 0): Buffer => {
  const missing = (8 - ((bytes.length + before) % 8)) % 8;
  return Buffer.concat([bytes, Buffer.alloc(missing, filling)]);
};
