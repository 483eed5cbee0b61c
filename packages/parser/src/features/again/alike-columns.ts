import { Ending } from "../../lines/line-measures.js";
import { newColumn } from "../columns.js";
import type { FeatureSheet } from "../feature-sheet.js";
import { addAgain, type FirstLook } from "./first-look.js";

/** Upper bounds, in words, of the lengths that are told apart. */
const lengths = [0, 1, 2, 4, 7, 12, 20, 40];
/** Lower bounds of the shares of capitalised words that are told apart. */
const capitalShares = [0.2, 0.5, 0.8];
/** More than any key made of lengths, endings, beginnings and shares of capitals. */
const keys = 9 * 6 * 6 * 4;
/** The chance of lines alike where there is no other. */
const noOther = -1;
/** The logit of the next line alike where there is none. */
const noNext = -9;
const nextNames = {
  alike: { before: "alike before", after: "alike after" },
  "much alike": { before: "much alike before", after: "much alike after" },
} as const;

/** What the first forest says of the lines of the page that are like each: of one shape, of the same words. */
export const addAlikeColumns = (sheet: FeatureSheet, look: FirstLook): void => {
  const { seen, chance } = look;
  const { measures } = look.page;
  const { words } = measures.columns;
  const capitals = seen.column("capitals share");
  const n = chance.length;
  const alike = new Int32Array(n);
  const muchAlike = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const length = countBelow(lengths, words[i] as number);
    alike[i] = length * 2 + (measures.ending[i] === Ending.stop ? 1 : 0);
    muchAlike[i] =
      ((length * 6 + (measures.ending[i] as number)) * 6 + (measures.beginning[i] as number)) * 4 +
      countBelow(capitalShares, capitals[i] as number);
  }
  const repeats = seen.column("repeats");
  addGroup(sheet, look, "alike chance", leadersOf(alike, new SmallKeys()));
  addNext(sheet, look, "alike", alike);
  const size = addGroup(sheet, look, "much alike chance", leadersOf(muchAlike, new SmallKeys()));
  addAgain(sheet, look, "much alike lines", (i) => size[i] as number);
  addNext(sheet, look, "much alike", muchAlike);
  addGroup(
    sheet,
    look,
    "copy chance",
    leadersOf(measures.key, new Map(), (i) => repeats[i] === 1),
  );
};

/** The first line that has a key. */
interface FirstLines {
  get(key: number): number | undefined;
  set(key: number, line: number): unknown;
}

/** {@link FirstLines} of keys below {@link keys}. */
class SmallKeys implements FirstLines {
  private readonly lines = new Int32Array(keys);

  get(key: number): number | undefined {
    const line = (this.lines[key] as number) - 1;
    return line < 0 ? undefined : line;
  }

  set(key: number, line: number): void {
    this.lines[key] = line + 1;
  }
}

/** By line, the first line of the page that has its key; lines known to be alone are not looked up. */
const leadersOf = (
  key: Int32Array,
  first: FirstLines,
  isAlone: (line: number) => boolean = () => false,
): Int32Array => {
  const leaders = new Int32Array(key.length);
  for (let i = 0; i < key.length; i++) {
    const earlier = isAlone(i) ? i : first.get(key[i] as number);
    if (earlier === undefined) first.set(key[i] as number, i);
    leaders[i] = earlier ?? i;
  }
  return leaders;
};

/** Adds the mean chance of the other lines that have a line's leader; gives how many lines have it, by line. */
const addGroup = (sheet: FeatureSheet, look: FirstLook, name: string, leader: Int32Array): Int32Array => {
  const { chance } = look;
  const n = chance.length;
  const size = new Int32Array(n);
  const sum = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const first = leader[i] as number;
    size[first] = (size[first] as number) + 1;
    sum[first] = (sum[first] as number) + (chance[i] as number);
  }
  for (let i = 0; i < n; i++) size[i] = size[leader[i] as number] as number;
  addAgain(sheet, look, name, (i) =>
    size[i] === 1
      ? noOther
      : ((sum[leader[i] as number] as number) - (chance[i] as number)) / ((size[i] as number) - 1),
  );
  return size;
};

/** The logits of the nearest lines that have a line's key, before and after it; `key` is small and no less than 0. */
const addNext = (
  sheet: FeatureSheet,
  look: FirstLook,
  name: "alike" | "much alike",
  key: Int32Array,
): void => {
  const { logit, from, to } = look;
  const n = logit.length;
  const [before, after] = [newColumn(n), newColumn(n)];
  const latest = new Float32Array(keys).fill(noNext);
  for (let i = 0; i < n; i++) {
    before[i] = latest[key[i] as number] as number;
    latest[key[i] as number] = logit[i] as number;
  }
  latest.fill(noNext);
  for (let i = n - 1; i >= 0; i--) {
    after[i] = latest[key[i] as number] as number;
    latest[key[i] as number] = logit[i] as number;
  }
  sheet.add(nextNames[name].before, before.subarray(from, to));
  sheet.add(nextNames[name].after, after.subarray(from, to));
};

/** How many of some ascending bounds lie below a value. */
const countBelow = (bounds: readonly number[], value: number): number => {
  let count = 0;
  while (count < bounds.length && (bounds[count] as number) < value) count++;
  return count;
};
