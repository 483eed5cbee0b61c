import { Shape } from "@readout/model";
import type { Page } from "../page.js";
import type { WordWeights } from "../words/word-weights.js";
import { type Column, each, newColumn, prefixSums, ratio, shift, windowSum } from "./columns.js";
import type { FeatureSheet } from "./feature-sheet.js";

/** What the words of each line weigh ({@link WordWeights}): their sum, the least of them, that of the first as an opening, and the mean. Gives the mean. */
export const addWeights = (sheet: FeatureSheet, { measures, tokens }: Page, weights: WordWeights): Column => {
  const n = measures.length;
  const [sum, least, opening] = [newColumn(n), newColumn(n), newColumn(n)];
  for (let line = 0; line < n; line++) {
    const last = measures.last[line] ?? 0;
    let opens = true;
    for (let token = measures.first[line] ?? 0; token < last; token++) {
      if (((tokens.shape[token] ?? 0) & (Shape.letter | Shape.digit)) === 0) continue;
      const id = tokens.word[token] ?? 0;
      const weight = id < weights.anywhere.length ? (weights.anywhere[id] ?? 0) : 0;
      sum[line] = (sum[line] ?? 0) + weight;
      if (weight < (least[line] ?? 0)) least[line] = weight;
      if (opens) opening[line] = id < weights.opening.length ? (weights.opening[id] ?? 0) : 0;
      opens = false;
    }
  }
  sheet.add("weight", sum);
  sheet.add("least weight", least);
  sheet.add("opening weight", opening);
  const { words } = measures.columns;
  return sheet.add(
    "mean weight",
    each(n, (i) => ((sum[i] ?? 0) + (opening[i] ?? 0)) / Math.max(1, words[i] ?? 0)),
  );
};

/**
 * What the words round each line weigh, over `reaches` lines before and after it: summed as means of lines, where short lines count as much
 * as long ones, and as the mean of all words; and the mean of all words of the page, of those before and of those after the line.
 */
export const addWeightsRound = (
  sheet: FeatureSheet,
  mean: Column,
  wordSums: Float64Array,
  reaches: readonly number[],
): void => {
  const n = mean.length;
  const [means, sums] = [prefixSums(mean), prefixSums(sheet.column("weight"))];
  for (const by of [-2, -1, 1, 2]) sheet.add(`weight ${by}`, shift(mean, by, 0));
  for (const reach of reaches) {
    const before = sheet.add(`words before ${reach}`, windowSum(wordSums, -reach, -1));
    const after = sheet.add(`words after ${reach}`, windowSum(wordSums, 1, reach));
    sheet.add(`weight before ${reach}`, windowSum(means, -reach, -1));
    sheet.add(`weight after ${reach}`, windowSum(means, 1, reach));
    sheet.add(`mean weight before ${reach}`, ratio(windowSum(sums, -reach, -1), before));
    sheet.add(`mean weight after ${reach}`, ratio(windowSum(sums, 1, reach), after));
  }
  const [total, words] = [sums[n] ?? 0, wordSums[n] ?? 0];
  sheet.add("mean weight of page", newColumn(n).fill(total / Math.max(1, words)));
  sheet.add(
    "mean weight so far",
    each(n, (i) => (sums[i] ?? 0) / Math.max(1, wordSums[i] ?? 0)),
  );
  sheet.add(
    "mean weight of rest",
    each(n, (i) => (total - (sums[i + 1] ?? 0)) / Math.max(1, words - (wordSums[i + 1] ?? 0))),
  );
};
