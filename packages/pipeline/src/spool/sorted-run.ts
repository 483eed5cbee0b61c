import { closeSync, openSync, readSync } from "node:fs";
import type { Entry } from "./external-sort.js";

/** Reads a sorted file entry by entry. */
export type RunReader = Readonly<{ next: () => Entry | null; close: () => void }>;

/** Bytes of a run in memory; there may be a hundred runs. */
const windowLength = 1 << 17;

export const openRun = (path: string): RunReader => {
  const descriptor = openSync(path, "r");
  let window: Buffer = Buffer.alloc(0);
  let at = 0;
  /** Sees to it that so many bytes lie in the window; false where the file ends before. */
  const have = (length: number): boolean => {
    if (window.length - at >= length) return true;
    const rest = window.subarray(at);
    const next = Buffer.allocUnsafe(Math.max(windowLength, length));
    rest.copy(next);
    let filled = rest.length;
    while (filled < next.length) {
      const count = readSync(descriptor, next, filled, next.length - filled, null);
      if (count === 0) break;
      filled += count;
    }
    window = next.subarray(0, filled);
    at = 0;
    return filled >= length;
  };
  return {
    next: () => {
      if (!have(8)) return null;
      const [key, value] = [window.readUInt32BE(at), window.readUInt32BE(at + 4)];
      if (!have(8 + key + value)) throw new Error(`${path}: cut short`);
      const from = at + 8;
      at = from + key + value;
      return {
        key: window.toString("utf8", from, from + key),
        value: window.toString("utf8", from + key, at),
      };
    },
    close: () => closeSync(descriptor),
  };
};
