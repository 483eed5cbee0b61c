import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { paced } from "../pause.js";
import { createSorter } from "../spool/external-sort.js";
import { bandsFile, reportsFile, type Spooled, shingleCountsFile, shinglesFile } from "../spool/spool.js";
import { wordsOf } from "../worker/answer.js";
import { bandWords } from "./minhash.js";
import { bucketKey, headOrder, nearDuplicates } from "./near-duplicates.js";
import { readSummaries } from "./report-stream.js";
import { openShingles } from "./shingle-store.js";

/**
 * Gives the id of the head of a document's cluster of near-copies, by the document's place in the order of the input; null for heads and
 * for documents like no other. In memory a document costs 40 bytes while copies are searched, and 4 afterwards.
 */
export const findCopies = async (
  { folder }: Spooled,
  signal?: AbortSignal,
): Promise<Readonly<{ headOf: (document: number) => string | null; count: number }>> => {
  const counts = wordsOf(readFileSync(join(folder, shingleCountsFile)));
  const first = new Float64Array(counts.length);
  for (let i = 1; i < counts.length; i++) first[i] = (first[i - 1] ?? 0) + (counts[i - 1] ?? 0);
  const extentOf = (index: number) => [first[index] ?? 0, counts[index] ?? 0] as const;
  const order = await headsFirst(folder, counts.length, signal);
  const store = openShingles(join(folder, shinglesFile));
  try {
    const heads = nearDuplicates({
      order,
      bandKeys: (band) => readBand(join(folder, bandsFile), band, counts),
      similarity: (a, b) => store.similarity(extentOf(a), extentOf(b)),
    });
    const ids = await idsOf(new Set(heads.filter((head) => head >= 0)), folder, signal);
    return {
      headOf: (document) => ids.get(heads[document] ?? -1) ?? null,
      count: heads.reduce((sum, head) => (head < 0 ? sum : sum + 1), 0),
    };
  } finally {
    store.close();
  }
};

/** The places of all documents in the order of heads. */
const headsFirst = async (
  folder: string,
  count: number,
  signal: AbortSignal | undefined,
): Promise<Uint32Array> => {
  const sorter = createSorter(join(folder, "order"));
  let place = 0;
  for await (const summary of paced(readSummaries(join(folder, reportsFile)), signal))
    sorter.add(headOrder(summary), String(place++));
  const order = new Uint32Array(count);
  let at = 0;
  for await (const { value } of paced(sorter.sorted(), signal)) order[at++] = Number(value);
  return order;
};

/** The ids of some documents by their places. */
const idsOf = async (
  places: ReadonlySet<number>,
  folder: string,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<number, string>> => {
  const ids = new Map<number, string>();
  if (places.size === 0) return ids;
  let place = 0;
  for await (const { docId } of paced(readSummaries(join(folder, reportsFile)), signal)) {
    if (places.has(place)) ids.set(place, docId);
    place++;
  }
  return ids;
};

/** Documents whose band keys are read together. */
const readTogether = 4096;
const documentBytes = bandWords * Uint32Array.BYTES_PER_ELEMENT;

/** The keys of one band: the file is read once a band, since all of them would take 256 bytes a document. */
const readBand = (path: string, band: number, shingles: Uint32Array): Float64Array => {
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
