import { closeSync, openSync, writeSync } from "node:fs";

/** A file that grows by pieces. Throws what the file system throws: a full disk ends the build. */
export type Appender = Readonly<{ append: (bytes: Uint8Array) => void; close: () => void }>;

/** Pieces are gathered and written a megabyte at a time: rows are small, and a call to the system costs 5 µs. */
const bufferLength = 1 << 20;

export const createAppender = (path: string): Appender => {
  const descriptor = openSync(path, "wx");
  const buffer = Buffer.allocUnsafe(bufferLength);
  let used = 0;
  const flush = (): void => {
    writeAll(descriptor, buffer.subarray(0, used));
    used = 0;
  };
  return {
    append: (bytes) => {
      if (used + bytes.length > bufferLength) flush();
      if (bytes.length > bufferLength) writeAll(descriptor, bytes);
      else {
        buffer.set(bytes, used);
        used += bytes.length;
      }
    },
    close: () => {
      try {
        flush();
      } finally {
        closeSync(descriptor);
      }
    },
  };
};

const writeAll = (descriptor: number, bytes: Uint8Array): void => {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
};
