import type { LineMeasures } from "../lines/line-measures.js";

/**
 * For each line the line before it that says the same words, or -1; and how many lines of the page say them. A caption
 * stands twice where a page has it as alternative text too, a title as breadcrumb and headline.
 */
export type Repeats = Readonly<{ before: Int32Array; count: Int32Array }>;

export const findRepeats = (measures: LineMeasures): Repeats => {
  const { length, key } = measures;
  const before = new Int32Array(length).fill(-1);
  const count = new Int32Array(length);
  const last = new Map<number, number>();
  for (let i = 0; i < length; i++) {
    if ((measures.columns.words[i] ?? 0) === 0) continue;
    const k = key[i] ?? 0;
    before[i] = last.get(k) ?? -1;
    last.set(k, i);
    count[i] = (before[i] ?? -1) < 0 ? 1 : (count[before[i] ?? 0] ?? 0) + 1;
  }
  for (let i = length - 1; i >= 0; i--) {
    const earlier = before[i] ?? -1;
    if (earlier >= 0) count[earlier] = count[i] ?? 0;
  }
  return { before, count };
};
