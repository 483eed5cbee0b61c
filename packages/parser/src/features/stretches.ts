import { bestRun, type Run } from "../blocks/best-run.js";
import { type Column, each, newColumn } from "./columns.js";
import type { FeatureSheet } from "./feature-sheet.js";

/** What a line costs that is no text, where text may be interrupted by little or by much; {@link ruleScores} has −0.7. */
const tight = -2.5;
const loose = -0.25;
/** A line of so few words speaks neither for text nor against it, and costs a little. */
const fewWords = 4;
const priceOfFew = -0.2;
/** No second run goes through the first. */
const between = -1000;
/** Mean weights (hundredths of a logit) beyond this say no more, nor do words beyond that. */
const mostWeight = 60;
const mostWords = 60;

/**
 * How each line lies to the stretches of a page that could be the article: the longest run of text, that with fewer and that with more
 * interruptions, the second longest (teasers and comments make one), and the run of lines whose words speak for text. Where
 * they end at different lines, the trees learn whom to believe. Gives the longest run.
 */
export const addStretches = (
  sheet: FeatureSheet,
  rule: Column,
  mean: Column,
  words: Column,
  wordSums: Float64Array,
): Run => {
  const n = rule.length;
  const run = bestRun(rule);
  addRun(sheet, "rule run", run, wordSums);
  addEnds(sheet, "tight run", bestRun(interrupted(rule, tight)));
  addEnds(sheet, "loose run", bestRun(interrupted(rule, loose)));
  const others = newColumn(n);
  others.set(rule);
  others.fill(between, run.first, run.last);
  const second = bestRun(others);
  addEnds(sheet, "second run", second);
  const best = sumOver(rule, run);
  sheet.add("second run share", newColumn(n).fill(best > 0 ? sumOver(rule, second) / best : 0));
  const byWords = bestRun(
    each(n, (i) => {
      const weight = Math.max(-mostWeight, Math.min(mostWeight, mean[i] ?? 0));
      const price = (words[i] ?? 0) < fewWords ? priceOfFew : 0;
      return (weight * Math.min(words[i] ?? 0, mostWords)) / 100 + price;
    }),
  );
  addEnds(sheet, "worded run", byWords);
  addWordEnds(sheet, "worded run", byWords, wordSums);
  return run;
};

/** How each line lies to a run of lines: within, how far from its ends in lines and words, how much of the page it is. */
export const addRun = (sheet: FeatureSheet, name: string, run: Run, wordSums: Float64Array): void => {
  addEnds(sheet, name, run, wordSums.length - 1);
  addWordEnds(sheet, name, run, wordSums);
  const n = wordSums.length - 1;
  const sum = (i: number): number => wordSums[i] ?? 0;
  sheet.add(`${name} share`, newColumn(n).fill(sum(n) > 0 ? (sum(run.last) - sum(run.first)) / sum(n) : 0));
};

const addEnds = (sheet: FeatureSheet, name: string, run: Run, n = sheet.columns[0]?.length ?? 0): void => {
  sheet.add(
    `${name} from start`,
    each(n, (i) => i - run.first),
  );
  sheet.add(
    `${name} to end`,
    each(n, (i) => run.last - 1 - i),
  );
};

const addWordEnds = (sheet: FeatureSheet, name: string, run: Run, wordSums: Float64Array): void => {
  const n = wordSums.length - 1;
  const sum = (i: number): number => wordSums[i] ?? 0;
  sheet.add(
    `${name} words from start`,
    each(n, (i) => sum(i) - sum(run.first)),
  );
  sheet.add(
    `${name} words to end`,
    each(n, (i) => sum(run.last) - sum(i + 1)),
  );
};

const interrupted = (rule: Column, price: number): Column =>
  each(rule.length, (i) => ((rule[i] ?? 0) > 0 ? (rule[i] ?? 0) : price));

const sumOver = (scores: Column, { first, last }: Run): number => {
  let sum = 0;
  for (let i = first; i < last; i++) sum += scores[i] ?? 0;
  return sum;
};
