import { closeSync, openSync, readSync } from "node:fs";

/** Stands before the first entry of a sorted file, and on one entry after the other. */
export type RunCursor = Readonly<{
  /** Goes on to the next entry; false where there is none, which is where the file ends. */
  next: () => boolean;
  /** The key's UTF-8, a character a byte: in the order of bytes, which is that of code points, and cheaper to have than the text. */
  keyBytes: () => string;
  key: () => string;
  value: () => string;
  /** The whole entry as {@link encodeEntry} wrote it; its bytes stay as they are. */
  entry: () => Uint8Array;
  close: () => void;
}>;

/** Bytes of a run in memory. */
const windowLength = 1 << 16;
/** Of an entry, before its key: two lengths. */
const headLength = 8;

/** `u32 bytes of key | u32 bytes of value | key | value`, big-endian. */
export const encodeEntry = (key: string, value: string): Uint8Array => {
  const [keyLength, valueLength] = [Buffer.byteLength(key), Buffer.byteLength(value)];
  const bytes = Buffer.allocUnsafe(headLength + keyLength + valueLength);
  bytes.writeUInt32BE(keyLength, 0);
  bytes.writeUInt32BE(valueLength, 4);
  bytes.write(key, headLength);
  bytes.write(value, headLength + keyLength);
  return bytes;
};

/** Throws where the file ends within an entry. */
export const openRun = (path: string): RunCursor => {
  const descriptor = openSync(path, "r");
  let window: Buffer = Buffer.alloc(0);
  let [start, keyEnd, end] = [0, 0, 0];
  /** Sees to it that so many bytes lie in the window from `end` on; false where the file ends before. */
  const have = (length: number): boolean => {
    if (window.length - end >= length) return true;
    const rest = window.subarray(end);
    const next = Buffer.allocUnsafe(Math.max(windowLength, length));
    rest.copy(next);
    let filled = rest.length;
    while (filled < next.length) {
      const count = readSync(descriptor, next, filled, next.length - filled, null);
      if (count === 0) break;
      filled += count;
    }
    window = next.subarray(0, filled);
    end = 0;
    return filled >= length;
  };
  return {
    next: () => {
      if (!have(headLength)) return false;
      const length = headLength + window.readUInt32BE(end) + window.readUInt32BE(end + 4);
      if (!have(length)) throw new Error(`${path}: cut short`);
      start = end;
      keyEnd = start + headLength + window.readUInt32BE(start);
      end = start + length;
      return true;
    },
    keyBytes: () => window.toString("latin1", start + headLength, keyEnd),
    key: () => window.toString("utf8", start + headLength, keyEnd),
    value: () => window.toString("utf8", keyEnd, end),
    entry: () => window.subarray(start, end),
    close: () => closeSync(descriptor),
  };
};
