import { newColumn, prefixSums } from "../columns.js";
import type { FeatureSheet } from "../feature-sheet.js";
import { type FirstLook, meanOver } from "./first-look.js";
import type { WordColumns } from "./word-columns.js";

/** Logits beyond this say no more. */
const mostLogit = 6;
/** The mean logit of a stretch that is not there. */
const nothing = -6;

/** Lines one after the other that are all taken for body, or none of them: `first` to `last`, half-open. */
type Stretch = Readonly<{ first: number; last: number; highest: number; lowest: number }>;

/**
 * The stretch of lines that each line stands in ({@link Stretch}): how long it is, what the first forest says of it and of those before and
 * after it, and what its first line is like: a single line in doubt goes the way of its stretch.
 */
export const addStretchColumns = (
  sheet: FeatureSheet,
  look: FirstLook,
  { worded, shared }: WordColumns,
): void => {
  const { page, seen, logit, from, to, wordSums } = look;
  const { words } = page.measures.columns;
  const stretches = stretchesOf(look);
  const weighed = (weight: (line: number) => number): Float64Array => {
    const column = newColumn(logit.length);
    for (let i = from; i < to; i++) column[i] = weight(i);
    return prefixSums(column);
  };
  const logits = weighed(
    (i) => Math.max(-mostLogit, Math.min(mostLogit, logit[i] as number)) * (1 + (words[i] as number)),
  );
  const wordedSums = weighed((i) => (worded[i] as number) * (words[i] as number));
  const sharedSums = weighed((i) => (shared[i] as number) * (words[i] as number));
  const capitals = seen.column("capitals share");
  const wordsOf = (stretch: Stretch | undefined): number =>
    stretch === undefined ? 0 : (wordSums[stretch.last] as number) - (wordSums[stretch.first] as number);
  const logitOf = (stretch: Stretch | undefined): number =>
    stretch === undefined
      ? nothing
      : ((logits[stretch.last] as number) - (logits[stretch.first] as number)) /
        (wordsOf(stretch) + stretch.last - stretch.first);
  const add = (name: string, value: (stretch: Stretch, place: number) => number): void => {
    const column = newColumn(to - from);
    stretches.forEach((stretch, place) => {
      column.fill(value(stretch, place), stretch.first - from, stretch.last - from);
    });
    sheet.add(name, column);
  };
  add("stretch lines", ({ first, last }) => last - first);
  add("stretch words", wordsOf);
  add("stretch logit", logitOf);
  add("stretch highest logit", ({ highest }) => highest);
  add("stretch lowest logit", ({ lowest }) => lowest);
  add("stretch before words", (_, place) => wordsOf(stretches[place - 1]));
  add("stretch after words", (_, place) => wordsOf(stretches[place + 1]));
  add("stretch before logit", (_, place) => logitOf(stretches[place - 1]));
  add("stretch after logit", (_, place) => logitOf(stretches[place + 1]));
  add("stretch opens words", ({ first }) => words[first] as number);
  add("stretch opens capitals", ({ first }) => capitals[first] as number);
  add("stretch opens logit", ({ first }) => logit[first] as number);
  add("stretch word chance", ({ first, last }) => meanOver(wordedSums, look, first, last));
  add("stretch words of sure lines", ({ first, last }) => meanOver(sharedSums, look, first, last));
};

const stretchesOf = ({ logit, chance, found, from, to }: FirstLook): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  const isKept = (line: number): boolean =>
    line >= found.run.first && line < found.run.last && (chance[line] as number) > found.threshold;
  for (let first = from; first < to; ) {
    const kept = isKept(first);
    let last = first;
    let highest = -Infinity;
    let lowest = Infinity;
    for (; last < to && isKept(last) === kept; last++) {
      highest = Math.max(highest, logit[last] as number);
      lowest = Math.min(lowest, logit[last] as number);
    }
    stretches.push({ first, last, highest, lowest });
    first = last;
  }
  return stretches;
};
