import { rmSync } from "node:fs";
import { compareCodePoints } from "../code-point-order.js";
import { createAppender } from "./appender.js";
import { openRun, type RunReader } from "./sorted-run.js";

/** A text to sort by, and what belongs to it. */
export type Entry = Readonly<{ key: string; value: string }>;

/** Sorts more than memory holds: what does not fit waits in sorted files, few of which are open at a time. */
export type Sorter = Readonly<{
  add: (key: string, value: string) => void;
  /** All entries by key, in code point order; those of one key as they came. Once; the files go when all have been read. */
  sorted: () => Generator<Entry>;
}>;

/** Units of UTF-16 that are held before they are written as a run. */
const heldUnits = 8_000_000;

/** Runs that are merged at a time: each has a file open and 128 kB of it in memory. */
const fanIn = 32;

/** What a sorter may hold; smaller in tests. */
export type SorterBounds = Readonly<{ units: number; runs: number }>;

/** `path` is the begin of the names of its files. Throws what the file system throws. */
export const createSorter = (
  path: string,
  { units: mostUnits, runs: mostRuns }: SorterBounds = { units: heldUnits, runs: fanIn },
): Sorter => {
  let entries: Entry[] = [];
  let units = 0;
  let written = 0;
  /** The runs by how often their entries have been merged; later runs hold later entries, and so do lower levels. */
  const levels: string[][] = [[]];
  const write = (sorted: Iterable<Entry>): string => {
    const run = `${path}-${written++}`;
    const file = createAppender(run);
    try {
      for (const { key, value } of sorted) file.append(encode(key, value));
    } finally {
      file.close();
    }
    return run;
  };
  const keep = (run: string, level: number): void => {
    const runs = levels[level] ?? [];
    levels[level] = runs;
    runs.push(run);
    if (runs.length < mostRuns) return;
    levels[level] = [];
    keep(write(mergeRuns(runs)), level + 1);
  };
  const spill = (): void => {
    keep(write(entries.sort(compareEntries)), 0);
    entries = [];
    units = 0;
  };
  return {
    add: (key, value) => {
      entries.push({ key, value });
      units += key.length + value.length;
      if (units > mostUnits) spill();
    },
    *sorted() {
      entries.sort(compareEntries);
      if (written === 0) yield* entries;
      else {
        // The last run as well, so that the memory of all entries is free while they are read.
        if (entries.length > 0) spill();
        yield* mergeRuns(levels.toReversed().flat());
      }
    },
  };
};

/** The entries of runs in order; the files go when all have been read. */
function* mergeRuns(runs: readonly string[]): Generator<Entry> {
  yield* merge(runs.map(openRun));
  for (const run of runs) rmSync(run);
}

const compareEntries = (a: Entry, b: Entry): number => compareCodePoints(a.key, b.key);

/** `u32 bytes of key | u32 bytes of value | key | value`, as {@link openRun} reads it. */
const encode = (key: string, value: string): Uint8Array => {
  const [keyBytes, valueBytes] = [Buffer.byteLength(key), Buffer.byteLength(value)];
  const bytes = Buffer.allocUnsafe(8 + keyBytes + valueBytes);
  bytes.writeUInt32BE(keyBytes, 0);
  bytes.writeUInt32BE(valueBytes, 4);
  bytes.write(key, 8);
  bytes.write(value, 8 + keyBytes);
  return bytes;
};

/** Merges runs by a heap of their next entries; of equal keys the earlier run's comes first. */
function* merge(readers: readonly RunReader[]): Generator<Entry> {
  const heap: { entry: Entry; run: number }[] = [];
  const before = (a: number, b: number): boolean => {
    const [x, y] = [heap[a], heap[b]];
    if (x === undefined || y === undefined) return x !== undefined;
    return (compareEntries(x.entry, y.entry) || x.run - y.run) < 0;
  };
  const swap = (a: number, b: number): void => {
    const [x, y] = [heap[a], heap[b]];
    if (x !== undefined && y !== undefined) [heap[a], heap[b]] = [y, x];
  };
  const sink = (): void => {
    for (let at = 0; ; ) {
      const least = before(2 * at + 2, 2 * at + 1) ? 2 * at + 2 : 2 * at + 1;
      if (!before(least, at)) return;
      swap(least, at);
      at = least;
    }
  };
  try {
    for (const [run, reader] of readers.entries()) {
      const entry = reader.next();
      if (entry === null) continue;
      heap.push({ entry, run });
      for (let at = heap.length - 1; at > 0 && before(at, (at - 1) >> 1); at = (at - 1) >> 1)
        swap(at, (at - 1) >> 1);
    }
    for (let top = heap[0]; top !== undefined; top = heap[0]) {
      yield top.entry;
      const entry = readers[top.run]?.next() ?? null;
      if (entry !== null) heap[0] = { entry, run: top.run };
      else {
        const last = heap.pop();
        if (heap.length > 0 && last !== undefined) heap[0] = last;
      }
      sink();
    }
  } finally {
    for (const reader of readers) reader.close();
  }
}
