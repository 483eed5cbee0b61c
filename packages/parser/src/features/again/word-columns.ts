import { type Column, newColumn, prefixSums } from "../columns.js";
import type { FeatureSheet } from "../feature-sheet.js";
import { addAgain, type FirstLook, meanOver } from "./first-look.js";

/** So many words of the page's mean chance are counted beside each word, or one that stands twice would seem sure. */
const doubt = 2;
/** Lines before and after whose words are looked at. */
const [near, wide] = [3, 8];

/** By line: the mean chance of its long words elsewhere less that of all of them, and the share of them that stand in sure lines. */
export type WordColumns = Readonly<{ worded: Column; shared: Column }>;

/** Whether a line's long words are those of the page's body or of its furniture, which the other lines that have them tell. */
export const addWordColumns = (sheet: FeatureSheet, look: FirstLook): WordColumns => {
  const { page, from, to } = look;
  const { words } = page.measures.columns;
  const columns = readWords(look);
  const { worded, shared } = columns;
  sheet.add("word chance", worded.subarray(from, to));
  sheet.add("words of sure lines", shared.subarray(from, to));
  const weighed = newColumn(worded.length);
  for (let i = from; i < to; i++) weighed[i] = (worded[i] as number) * (words[i] as number);
  const sums = prefixSums(weighed);
  const mean = (first: number, last: number): number =>
    meanOver(sums, look, Math.max(from, first), Math.min(to, last));
  addAgain(sheet, look, "word chance before 3", (i) => mean(i - near, i));
  addAgain(sheet, look, "word chance after 3", (i) => mean(i + 1, i + 1 + near));
  addAgain(sheet, look, "word chance before 8", (i) => mean(i - wide, i));
  addAgain(sheet, look, "word chance after 8", (i) => mean(i + 1, i + 1 + wide));
  return columns;
};

/** What is counted of each word, side by side: its lines, the sum of their chances, those of them that are sure, and the latest that was read (1 is the page's first). */
const counted = 4;
/** Counts by word id, all 0 between pages: a vocabulary may have a million words, a page has a thousand. */
let counts = new Float32Array(0);

const readWords = ({ page, sure, chance, from, to }: FirstLook): WordColumns => {
  const { ids, ends, highest } = page.longWords;
  if (counts.length < counted * (highest + 1)) counts = new Float32Array(2 * counted * (highest + 1));
  let body = 0;
  let all = 0;
  for (let line = 0, k = 0; line < ends.length; line++) {
    const own = chance[line] as number;
    const isSure = sure[line] as number;
    for (const end = ends[line] as number; k < end; k++) {
      const at = counted * (ids[k] as number);
      if (counts[at + 3] === line + 1) continue;
      counts[at + 3] = line + 1;
      counts[at] = (counts[at] as number) + 1;
      counts[at + 1] = (counts[at + 1] as number) + own;
      counts[at + 2] = (counts[at + 2] as number) + isSure;
      body += own;
      all++;
    }
  }
  const mean = body / Math.max(1, all);
  const [worded, shared] = [newColumn(chance.length), newColumn(chance.length)];
  for (let line = from, k = ends[from - 1] ?? 0; line < to; line++) {
    const own = chance[line] as number;
    const isSure = sure[line] as number;
    const end = ends[line] as number;
    let words = 0;
    let sum = 0;
    let inSure = 0;
    for (; k < end; k++) {
      const at = counted * (ids[k] as number);
      // Lines that are read a second time have numbers below 0.
      if (counts[at + 3] === -1 - line) continue;
      counts[at + 3] = -1 - line;
      words++;
      sum += ((counts[at + 1] as number) - own + doubt * mean) / ((counts[at] as number) - 1 + doubt);
      if ((counts[at + 2] as number) > isSure) inSure++;
    }
    worded[line] = words > 0 ? sum / words - mean : 0;
    shared[line] = words > 0 ? inSure / words : -1;
  }
  for (let k = 0; k < (ends.at(-1) ?? 0); k++) {
    const at = counted * (ids[k] as number);
    counts[at] = 0;
    counts[at + 1] = 0;
    counts[at + 2] = 0;
    counts[at + 3] = 0;
  }
  return { worded, shared };
};
