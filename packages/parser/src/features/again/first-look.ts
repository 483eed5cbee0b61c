import { type LikelyRun, likelyRun } from "../../blocks/likely-run.js";
import type { Page } from "../../page.js";
import { type Column, newColumn, prefixSums } from "../columns.js";
import type { FeatureSheet } from "../feature-sheet.js";

/** So many lines before and after the run are looked at again. */
const margin = 10;
/** A line of the run is surely body with this chance and no fewer words. */
const sureChance = 0.85;
const sureWords = 10;

/** A page as the first forest leaves it, and the lines to be looked at again: `from` to `to`, half-open. */
export type FirstLook = Readonly<{
  page: Page;
  /** What the first forest saw. */
  seen: FeatureSheet;
  /** Its answers, as logits and as chances to be body. */
  logit: Column;
  chance: Column;
  found: LikelyRun;
  from: number;
  to: number;
  /** 1 for a line of the run that is surely body. */
  sure: Uint8Array;
  /** Words before each line, and those of them that are expected to be body. */
  wordSums: Float64Array;
  bodySums: Float64Array;
}>;

export const firstLook = (page: Page, seen: FeatureSheet, logit: Column): FirstLook => {
  const n = logit.length;
  const { words } = page.measures.columns;
  const chance = newColumn(n);
  const body = newColumn(n);
  for (let i = 0; i < n; i++) {
    chance[i] = 1 / (1 + Math.exp(-(logit[i] as number)));
    body[i] = (chance[i] as number) * (words[i] as number);
  }
  const found = likelyRun(chance, words);
  const { run } = found;
  const sure = new Uint8Array(n);
  for (let i = run.first; i < run.last; i++)
    if ((chance[i] as number) > sureChance && (words[i] as number) >= sureWords) sure[i] = 1;
  return {
    page,
    seen,
    logit,
    chance,
    found,
    from: Math.max(0, run.first - margin),
    to: Math.min(n, run.last + margin),
    sure,
    wordSums: prefixSums(words),
    bodySums: prefixSums(body),
  };
};

/** Adds a column over the lines looked at again. */
export const addAgain = (
  sheet: FeatureSheet,
  { from, to }: FirstLook,
  name: string,
  value: (line: number) => number,
): void => {
  const column = newColumn(to - from);
  for (let line = from; line < to; line++) column[line - from] = value(line);
  sheet.add(name, column);
};

/** Mean a word over the lines from `first` to `last` (half-open, cut at the ends of the page): `sums` of something before each line, by the words there. */
export const meanOver = (
  sums: Float64Array,
  { wordSums }: FirstLook,
  first: number,
  last: number,
): number => {
  const a = Math.max(0, first);
  const b = Math.min(wordSums.length - 1, last);
  if (b <= a) return 0;
  const words = (wordSums[b] as number) - (wordSums[a] as number);
  return words > 0 ? ((sums[b] as number) - (sums[a] as number)) / words : 0;
};
