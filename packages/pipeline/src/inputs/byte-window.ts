import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** Random access to a file's bytes with a megabyte of it in memory. */
export type ByteWindow = Readonly<{
  size: number;
  /** Undefined behind the end. */
  byteAt: (at: number) => number | undefined;
  /** A copy, shorter where the file ends. */
  slice: (from: number, to: number) => Uint8Array;
  close: () => void;
}>;

const windowLength = 1 << 20;

/** Throws what the file system throws. */
export const openWindow = (path: string): ByteWindow => {
  const descriptor = openSync(path, "r");
  const { size } = fstatSync(descriptor);
  let start = 0;
  let held: Buffer = Buffer.alloc(0);
  const read = (from: number, length: number): Buffer => {
    const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - from)));
    let done = 0;
    while (done < buffer.length) {
      const n = readSync(descriptor, buffer, done, buffer.length - done, from + done);
      if (n === 0) break;
      done += n;
    }
    return buffer.subarray(0, done);
  };
  const hold = (from: number): void => {
    held = read(from, windowLength);
    start = from;
  };
  return {
    size,
    byteAt: (at) => {
      if (at >= size || at < 0) return undefined;
      if (at < start || at >= start + held.length) hold(at);
      return held[at - start];
    },
    slice: (from, to) => {
      const end = Math.min(to, size);
      if (end - from > windowLength) return read(from, end - from);
      if (from < start || end > start + held.length) hold(from);
      return Uint8Array.prototype.slice.call(held, from - start, end - start);
    },
    close: () => closeSync(descriptor),
  };
};
