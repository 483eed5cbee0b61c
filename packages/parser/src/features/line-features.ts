import { ruleScores } from "../blocks/rule-scores.js";
import { type MeasureName, measureNames } from "../lines/line-measures.js";
import type { Page } from "../page.js";
import type { LinePhrases } from "../words/phrases.js";
import type { WordWeights } from "../words/word-weights.js";
import {
  type Column,
  columnOf,
  each,
  linesSince,
  linesUntil,
  newColumn,
  prefixSums,
  ratio,
  shift,
} from "./columns.js";
import { addCues, addPhrases } from "./cue-features.js";
import { addDensities } from "./density-features.js";
import { FeatureSheet } from "./feature-sheet.js";
import { addSentences } from "./sentence-features.js";
import { addStretches } from "./stretches.js";
import { addWeights, addWeightsRound } from "./weight-features.js";
import { cohesion } from "./word-overlap.js";

/** Distances beyond this many lines are all the same. */
const far = 60;
/** Measures that stand as shares of the line's words. */
const shares: readonly MeasureName[] = ["function", "capitals", "uppers", "lowers", "numbers", "marks"];
/** Lines before and after over which words and their weights are summed. */
const reaches: readonly number[] = [4, 12, 30];
/** Measures of the lines next to a line that it sees one by one. */
const seenOfNext = ["repeats", "capitals share", "opening weight"] as const;

/**
 * What the trees see of every line: its own measures, its words, where it stands, its neighbours, the density of
 * text round it, and how it lies to the runs of text ({@link ruleScores}). No feature needs a markup.
 */
export const lineFeatures = (page: Page, phrases: LinePhrases, weights: WordWeights): FeatureSheet => {
  const sheet = new FeatureSheet();
  const { measures, lines } = page;
  const n = measures.length;
  const { words, characters } = measures.columns;
  for (const name of measureNames) if (!shares.includes(name)) sheet.add(name, measures.columns[name]);
  for (const name of shares) sheet.add(`${name} share`, ratio(measures.columns[name], words));
  sheet.add("word length", ratio(characters, words));
  sheet.add(
    "words a stop",
    ratio(
      words,
      each(n, (i) => 1 + (measures.columns.stops[i] ?? 0)),
    ),
  );
  const ending = sheet.add("ending", columnOf(measures.ending));
  sheet.add("beginning", columnOf(measures.beginning));
  const gap = sheet.add("gap", columnOf(lines.gap.subarray(0, n)));
  sheet.add("gap after", shift(gap, 1, 2));
  addRepeats(sheet, page);
  const mean = addWeights(sheet, page, weights);
  const cue = addPhrases(sheet, page, phrases);
  addPlace(sheet, words);

  const rule = sheet.add("rule", ruleScores(measures));
  for (const by of [-2, -1, 1, 2]) sheet.add(`words ${by}`, shift(words, by, 0));
  for (const by of [-1, 1]) {
    sheet.add(`rule ${by}`, shift(rule, by, -1));
    for (const name of seenOfNext) sheet.add(`${name} ${by}`, shift(sheet.column(name), by, 0));
  }
  sheet.add("ending 1", shift(ending, 1, 0));
  const wordSums = prefixSums(words);
  addWeightsRound(sheet, mean, wordSums, reaches);
  addText(sheet, rule, words);
  const dated = each(n, (i) => (isDated(page, i) ? 1 : 0));
  sheet.add("since date", linesSince(dated, far));
  sheet.add("until date", linesUntil(dated, far));
  addDensities(sheet, page, dated, cue);
  addSentences(sheet, page, mean);
  const run = addStretches(sheet, rule, mean, words, wordSums);
  addCues(sheet, cue, run);
  sheet.add("cohesion", cohesion(page, run));
  return sheet;
};

/** How much text there is and how much of it stands before each line. */
const addText = (sheet: FeatureSheet, rule: Column, words: Column): void => {
  const n = words.length;
  const sums = prefixSums(each(n, (i) => ((rule[i] ?? 0) > 0 ? (words[i] ?? 0) : 0)));
  const total = sums[n] ?? 0;
  sheet.add(
    "text so far",
    each(n, (i) => (total > 0 ? (sums[i] ?? 0) / total : 0)),
  );
  sheet.add("text words", newColumn(n).fill(total));
};

const addRepeats = (sheet: FeatureSheet, page: Page): void => {
  const { before, count } = page.repeats;
  const n = page.measures.length;
  sheet.add("repeats", columnOf(count));
  sheet.add(
    "repeated since",
    each(n, (i) => ((before[i] ?? -1) < 0 ? far : Math.min(far, i - (before[i] ?? 0)))),
  );
};

const addPlace = (sheet: FeatureSheet, words: Column): void => {
  const n = words.length;
  sheet.add(
    "place",
    each(n, (i) => i),
  );
  sheet.add(
    "place from end",
    each(n, (i) => n - 1 - i),
  );
  sheet.add(
    "place share",
    each(n, (i) => i / n),
  );
  sheet.add("lines", newColumn(n).fill(n));
};

const isDated = ({ measures }: Page, line: number): boolean => {
  const { columns } = measures;
  return (
    (columns.years[line] ?? 0) > 0 &&
    (columns.words[line] ?? 0) <= 14 &&
    ((columns.month[line] ?? 0) > 0 || (columns.numbers[line] ?? 0) >= 3)
  );
};
