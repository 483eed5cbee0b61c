import { Ending } from "../lines/line-measures.js";
import type { Page } from "../page.js";
import { type Column, each, linesSince, linesUntil, prefixSums, shift, windowSum } from "./columns.js";
import type { FeatureSheet } from "./feature-sheet.js";

/** Distances beyond this many lines are all the same. */
const far = 60;
/** A line of no fewer words is long; one that also ends as a sentence may be a little shorter. */
const longWords = 15;
const sentenceWords = 12;
/** Lines before and after over which sentences are counted. */
const reach = 15;

/**
 * What stands next to a line when short ones are passed over: how far the nearest long line and the nearest sentence are, before and
 * after, how long and how worded. A heading has a paragraph a line or two below it, a link among links has none.
 */
export const addSentences = (sheet: FeatureSheet, page: Page, mean: Column): void => {
  const { measures } = page;
  const n = measures.length;
  const { words } = measures.columns;
  const long = each(n, (i) => ((words[i] ?? 0) >= longWords ? 1 : 0));
  const since = sheet.add("since long", shift(linesSince(long, far), -1, far));
  const until = sheet.add("until long", shift(linesUntil(long, far), 1, far));
  for (const [name, column] of [
    ["words", words],
    ["weight", mean],
  ] as const) {
    sheet.add(
      `${name} of long before`,
      each(n, (i) => column[i - 1 - (since[i] ?? 0)] ?? 0),
    );
    sheet.add(
      `${name} of long after`,
      each(n, (i) => column[i + 1 + (until[i] ?? 0)] ?? 0),
    );
  }
  const sentence = each(n, (i) =>
    (words[i] ?? 0) >= sentenceWords && measures.ending[i] === Ending.stop ? 1 : 0,
  );
  sheet.add("since sentence", shift(linesSince(sentence, far), -1, far));
  sheet.add("until sentence", shift(linesUntil(sentence, far), 1, far));
  const sums = prefixSums(sentence);
  sheet.add("sentences before", windowSum(sums, -reach, -1));
  sheet.add("sentences after", windowSum(sums, 1, reach));
  const total = sums[n] ?? 0;
  sheet.add(
    "sentences left",
    each(n, (i) => total - (sums[i + 1] ?? 0)),
  );
};
