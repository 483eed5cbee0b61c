import { type Column, shift } from "../columns.js";
import { FeatureSheet } from "../feature-sheet.js";
import { addAlikeColumns } from "./alike-columns.js";
import { addAgain, type FirstLook, meanOver } from "./first-look.js";
import { addStretchColumns } from "./stretch-columns.js";
import { addWordColumns } from "./word-columns.js";

/** What the first forest saw of a line and the second sees too. Nothing that is one number a page: 712 pages are too few to learn from those. */
const carried = [
  "words",
  "commas",
  "separators",
  "times",
  "credit",
  "author_note",
  "function share",
  "capitals share",
  "numbers share",
  "marks share",
  "words a stop",
  "ending",
  "beginning",
  "mean weight",
  "opening weight",
  "least weight",
  "weight 1",
  "phrase",
  "place share",
  "words -1",
  "words 1",
  "words 2",
  "cohesion",
  "since cue",
  "until cue",
  "since comments",
  "until sentence",
  "sentences after",
  "dates round",
  "actions round",
  "short lines round",
  "unfinished lines round",
] as const;
/** Measures of a line that stand as their difference from the mean of sure lines. */
const compared = ["words", "mean weight", "words a stop"].map((of) => ({ of, name: `${of} less sure` }));
/** Lines before and after whose logits are seen. */
const neighbours = [-3, -2, -1, 0, 1, 2, 3].map((by) => ({ by, name: `logit ${by}` }));
/** The logit of a line beyond the ends of the page. */
const beyond = -6;
/** Lines before and after over which the share of expected body words is taken. */
const reaches = [2, 4, 16].map((reach) => ({
  reach,
  before: `body before ${reach}`,
  after: `body after ${reach}`,
}));
/** The distance from a sure line where there is none, in lines and words. */
const [farLines, farWords] = [99, 999];

/**
 * What the second forest sees of the lines in and near the run that the first one found ({@link FirstLook}): how each lies in that run, how it differs from
 * the lines that are surely body, what the first forest says of the lines round it, of its stretch, of lines like it and of its words elsewhere on the page.
 */
export const runColumns = (look: FirstLook): FeatureSheet => {
  const sheet = new FeatureSheet();
  const { seen, from, to } = look;
  for (const name of carried) sheet.add(name, seen.column(name).subarray(from, to));
  for (const { by, name } of neighbours) sheet.add(name, shift(look.logit, by, beyond).subarray(from, to));
  for (const { reach, before, after } of reaches) {
    addAgain(sheet, look, before, (i) => meanOver(look.bodySums, look, i - reach, i));
    addAgain(sheet, look, after, (i) => meanOver(look.bodySums, look, i + 1, i + 1 + reach));
  }
  addPlace(sheet, look);
  addDistances(sheet, look);
  for (const { of, name } of compared) addDifference(sheet, look, look.seen.column(of), name);
  const words = addWordColumns(sheet, look);
  addStretchColumns(sheet, look, words);
  addAlikeColumns(sheet, look);
  return sheet;
};

/** How each line lies in the run. */
const addPlace = (sheet: FeatureSheet, look: FirstLook): void => {
  const { wordSums, bodySums } = look;
  const { first, last } = look.found.run;
  const total = bodySums.at(-1) ?? 0;
  addAgain(sheet, look, "run from start", (i) => i - first);
  addAgain(sheet, look, "run to end", (i) => last - 1 - i);
  addAgain(sheet, look, "run words from start", (i) => (wordSums[i] as number) - (wordSums[first] as number));
  addAgain(sheet, look, "run words to end", (i) => (wordSums[last] as number) - (wordSums[i + 1] as number));
  addAgain(sheet, look, "body so far", (i) => (total > 0 ? (bodySums[i] as number) / total : 0));
  addAgain(sheet, look, "body left", (i) => total - (bodySums[i + 1] as number));
};

/** How far the nearest sure lines are, in lines and words, and how much of them is still to come. */
const addDistances = (sheet: FeatureSheet, look: FirstLook): void => {
  const { sure, wordSums } = look;
  const n = sure.length;
  const [before, after] = [new Int32Array(n), new Int32Array(n)];
  for (let i = 0, latest = -1; i < n; i++) {
    before[i] = latest;
    if (sure[i] === 1) latest = i;
  }
  for (let i = n - 1, next = n; i >= 0; i--) {
    after[i] = next;
    if (sure[i] === 1) next = i;
  }
  const since = (i: number): number => before[i] as number;
  const until = (i: number): number => after[i] as number;
  addAgain(sheet, look, "since sure", (i) => (since(i) < 0 ? farLines : i - since(i)));
  addAgain(sheet, look, "words since sure", (i) =>
    since(i) < 0 ? farWords : (wordSums[i] as number) - (wordSums[since(i) + 1] as number),
  );
  addAgain(sheet, look, "words until sure", (i) =>
    until(i) === n ? farWords : (wordSums[until(i)] as number) - (wordSums[i + 1] as number),
  );
};

const addDifference = (sheet: FeatureSheet, look: FirstLook, column: Column, name: string): void => {
  let [sum, count] = [0, 0];
  for (let i = 0; i < column.length; i++) {
    if (look.sure[i] !== 1) continue;
    sum += column[i] as number;
    count++;
  }
  const mean = count > 0 ? sum / count : 0;
  addAgain(sheet, look, name, (i) => (column[i] as number) - mean);
};
