import { rmSync } from "node:fs";
import { compareCodePoints } from "../code-point-order.js";
import { createAppender } from "./appender.js";
import { encodeEntry, openRun, type RunCursor } from "./sorted-run.js";

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
/** What an entry takes beside its texts: an object and the heads of two strings. */
const entryUnits = 80;

/** Runs that are merged at a time: each has a file open and 64 kB of it in memory. */
const fanIn = 64;

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
  const write = (sorted: Iterable<Uint8Array>): string => {
    const run = `${path}-${written++}`;
    const file = createAppender(run);
    try {
      for (const entry of sorted) file.append(entry);
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
    keep(write(entriesOf(runs)), level + 1);
  };
  const spill = (): void => {
    keep(write(encoded(sortEntries(entries))), 0);
    entries = [];
    units = 0;
  };
  return {
    add: (key, value) => {
      entries.push({ key, value });
      units += entryUnits + key.length + value.length;
      if (units > mostUnits) spill();
    },
    *sorted() {
      if (written === 0) {
        yield* sortEntries(entries);
        return;
      }
      // The last run as well, so that the memory of all entries is free while they are read.
      if (entries.length > 0) spill();
      for (const cursor of mergeRuns(levels.toReversed().flat()))
        yield { key: cursor.key(), value: cursor.value() };
    },
  };
};

/** In their place. Where no key has a surrogate, the engine's own comparison gives the order of code points, and is quicker. */
const sortEntries = (entries: Entry[]): Entry[] =>
  entries.sort(
    entries.some(({ key }) => /[\ud800-\udfff]/.test(key))
      ? (a, b) => compareCodePoints(a.key, b.key)
      : (a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  );

function* encoded(entries: Iterable<Entry>): Generator<Uint8Array> {
  for (const { key, value } of entries) yield encodeEntry(key, value);
}

/** The entries of runs in order, as they stand in their files. */
function* entriesOf(runs: readonly string[]): Generator<Uint8Array> {
  for (const cursor of mergeRuns(runs)) yield cursor.entry();
}

/** The cursor of the run whose entry comes next, until there is none; the files go when all have been read. */
function* mergeRuns(runs: readonly string[]): Generator<RunCursor> {
  yield* merge(runs.map(openRun));
  for (const run of runs) rmSync(run);
}

type Head = Readonly<{ key: string; run: number; cursor: RunCursor }>;

/** Merges runs by a heap of their next entries; of equal keys the earlier run's comes first. */
function* merge(cursors: readonly RunCursor[]): Generator<RunCursor> {
  const heap: Head[] = [];
  const before = (a: number, b: number): boolean => {
    const [x, y] = [heap[a], heap[b]];
    if (x === undefined || y === undefined) return x !== undefined;
    return x.key === y.key ? x.run < y.run : x.key < y.key;
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
    for (const [run, cursor] of cursors.entries()) {
      if (!cursor.next()) continue;
      heap.push({ key: cursor.keyBytes(), run, cursor });
      for (let at = heap.length - 1; at > 0 && before(at, (at - 1) >> 1); at = (at - 1) >> 1)
        swap(at, (at - 1) >> 1);
    }
    for (let top = heap[0]; top !== undefined; top = heap[0]) {
      const { run, cursor } = top;
      yield cursor;
      if (cursor.next()) heap[0] = { key: cursor.keyBytes(), run, cursor };
      else {
        const last = heap.pop();
        if (heap.length > 0 && last !== undefined) heap[0] = last;
      }
      sink();
    }
  } finally {
    for (const cursor of cursors) cursor.close();
  }
}
