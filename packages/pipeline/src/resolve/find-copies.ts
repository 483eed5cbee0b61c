import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { compareCodePoints } from "../code-point-order.js";
import { bandsFile, type Spooled, shinglesFile } from "../spool/spool.js";
import { bandWords } from "./minhash.js";
import { bucketKey, nearDuplicates } from "./near-duplicates.js";
import { openShingles } from "./shingle-store.js";

/** The head of each document's cluster of near-copies, by index; -1 for heads and for documents like no other. */
export const findCopies = ({ folder, documents }: Spooled): Int32Array => {
  const { docIds, publishedEarliest, firstShingle, shingles } = documents;
  const order = Uint32Array.from(docIds.keys()).sort(
    (a, b) =>
      compareNumbers(publishedEarliest[a] ?? 0, publishedEarliest[b] ?? 0) ||
      compareCodePoints(docIds[a] ?? "", docIds[b] ?? ""),
  );
  const extentOf = (index: number) => [firstShingle[index] ?? 0, shingles[index] ?? 0] as const;
  const store = openShingles(join(folder, shinglesFile));
  try {
    return nearDuplicates({
      order,
      bandKeys: (band) => readBand(join(folder, bandsFile), band, shingles),
      similarity: (a, b) => store.similarity(extentOf(a), extentOf(b)),
    });
  } finally {
    store.close();
  }
};

/** Infinity, which stands for an unknown day, less itself is no number. */
const compareNumbers = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Documents whose band keys are read together. */
const readTogether = 4096;
const documentBytes = bandWords * Uint32Array.BYTES_PER_ELEMENT;

/** The keys of one band: the file is read once a band, since all of them would take 256 bytes a document. */
const readBand = (path: string, band: number, shingles: readonly number[]): Float64Array => {
  const keys = new Float64Array(shingles.length).fill(Number.NaN);
  const words = new Uint32Array(readTogether * bandWords);
  const descriptor = openSync(path, "r");
  try {
    for (let first = 0; first < keys.length; first += readTogether) {
      readSync(descriptor, words, 0, words.byteLength, first * documentBytes);
      for (let i = 0; i < readTogether && first + i < keys.length; i++) {
        if (shingles[first + i] === 0) continue;
        keys[first + i] = bucketKey(words.subarray(i * bandWords, (i + 1) * bandWords), band) ?? Number.NaN;
      }
    }
  } finally {
    closeSync(descriptor);
  }
  return keys;
};
