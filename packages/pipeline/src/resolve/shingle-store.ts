import { closeSync, openSync, readSync } from "node:fs";

/** Where a document's shingles are: first and number, counted in shingles. */
type Extent = readonly [first: number, count: number];

export type ShingleStore = Readonly<{
  /** Shared shingles over all shingles of two documents, 0 to 1. */
  similarity: (a: Extent, b: Extent) => number;
  close: () => void;
}>;

/** Reads the spooled shingles of the few documents that are compared; they are sorted, each once. */
export const openShingles = (path: string): ShingleStore => {
  const descriptor = openSync(path, "r");
  // The head of a bucket is compared with many in a row.
  let kept: Readonly<{ first: number; words: Uint32Array }> | null = null;
  const read = ([first, count]: Extent): Uint32Array => {
    const words = new Uint32Array(count);
    readSync(descriptor, words, 0, words.byteLength, first * Uint32Array.BYTES_PER_ELEMENT);
    return words;
  };
  return {
    similarity: (a, b) => {
      if (kept?.first !== a[0]) kept = { first: a[0], words: read(a) };
      return jaccard(kept.words, read(b));
    },
    close: () => closeSync(descriptor),
  };
};

/** Of two sorted sets. */
export const jaccard = (a: Uint32Array, b: Uint32Array): number => {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i] ?? 0, b[j] ?? 0];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  const all = a.length + b.length - shared;
  return all === 0 ? 0 : shared / all;
};
