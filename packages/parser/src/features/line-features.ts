import { type BlockRole, Shape, type Tokens } from "@readout/model";
import { bestRun, type Run } from "../blocks/best-run.js";
import { findRepeats } from "../blocks/repeats.js";
import { ruleScores } from "../blocks/rule-scores.js";
import { type MeasureName, measureNames } from "../lines/line-measures.js";
import type { Page } from "../page.js";
import type { PhraseTable } from "../words/phrases.js";
import type { WordWeights } from "../words/word-weights.js";
import { type Column, each, linesSince, linesUntil, prefixSums, ratio, shift, windowSum } from "./columns.js";
import { addDensities } from "./density-features.js";
import { FeatureSheet } from "./feature-sheet.js";
import { cohesion } from "./word-overlap.js";

/** Distances beyond this many lines are all the same. */
const far = 60;
/** Measures that stand as shares of the line's words. */
const shares: readonly MeasureName[] = ["function", "capitals", "uppers", "lowers", "numbers", "marks"];
const phraseRoles: readonly BlockRole[] = [
  "promotion",
  "related",
  "notice",
  "navigation",
  "author_note",
  "published",
  "byline",
  "credit",
];
/** Lines before and after whose lengths a line sees one by one; of the nearest it also sees words and rule. */
const neighbours = [-2, -1, 1, 2];

/**
 * What the first trees see of every line: its own measures, its words, where it stands, its neighbours, the density of
 * text round it, and how it lies to the longest run of text ({@link ruleScores}). No feature needs a markup.
 */
export const lineFeatures = (page: Page, phrases: PhraseTable, weights: WordWeights): FeatureSheet => {
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
  sheet.add("ending", Float32Array.from(measures.ending));
  sheet.add("beginning", Float32Array.from(measures.beginning));
  const gap = sheet.add("gap", Float32Array.from(lines.gap.subarray(0, n)));
  sheet.add("gap after", shift(gap, 1, 2));
  addRepeats(sheet, page);
  const { mean } = addWeights(sheet, page.tokens, page, weights);
  const cue = addPhrases(sheet, page, phrases);
  addPlace(sheet, words);

  const rule = sheet.add("rule", ruleScores(measures));
  const text = each(n, (i) => ((rule[i] ?? 0) > 0 ? (words[i] ?? 0) : 0));
  for (const by of neighbours) {
    sheet.add(`words ${by}`, shift(words, by, 0));
    if (Math.abs(by) > 1) continue;
    sheet.add(`weight ${by}`, shift(mean, by, 0));
    sheet.add(`rule ${by}`, shift(rule, by, -1));
  }
  const [textSums, wordSums, meanSums] = [prefixSums(text), prefixSums(words), prefixSums(mean)];
  for (const reach of [4, 12, 30]) {
    sheet.add(
      `text before ${reach}`,
      ratio(windowSum(textSums, -reach, -1), windowSum(wordSums, -reach, -1)),
    );
    sheet.add(`text after ${reach}`, ratio(windowSum(textSums, 1, reach), windowSum(wordSums, 1, reach)));
    sheet.add(`words before ${reach}`, windowSum(wordSums, -reach, -1));
    sheet.add(`words after ${reach}`, windowSum(wordSums, 1, reach));
    sheet.add(`weight before ${reach}`, windowSum(meanSums, -reach, -1));
    sheet.add(`weight after ${reach}`, windowSum(meanSums, 1, reach));
  }
  const total = textSums[n] ?? 0;
  sheet.add(
    "text so far",
    each(n, (i) => (total > 0 ? (textSums[i] ?? 0) / total : 0)),
  );
  sheet.add("text words", new Float32Array(n).fill(total));
  const dated = each(n, (i) => (isDated(page, i) ? 1 : 0));
  sheet.add("since date", linesSince(dated, far));
  sheet.add("until date", linesUntil(dated, far));
  sheet.add("since cue", linesSince(cue, far));
  sheet.add("until cue", linesUntil(cue, far));
  addDensities(sheet, page, dated, cue);
  const run = bestRun(rule);
  addRun(sheet, "rule run", run, wordSums);
  sheet.add("cohesion", cohesion(page, run));
  return sheet;
};

/** How each line lies to a run of lines: within, how far from its ends in lines and words, how much of the page it is. */
export const addRun = (sheet: FeatureSheet, name: string, run: Run, wordSums: Float64Array): void => {
  const n = wordSums.length - 1;
  const sum = (i: number): number => wordSums[i] ?? 0;
  sheet.add(
    `${name} from start`,
    each(n, (i) => i - run.first),
  );
  sheet.add(
    `${name} to end`,
    each(n, (i) => run.last - 1 - i),
  );
  sheet.add(
    `${name} words from start`,
    each(n, (i) => sum(i) - sum(run.first)),
  );
  sheet.add(
    `${name} words to end`,
    each(n, (i) => sum(run.last) - sum(i + 1)),
  );
  sheet.add(
    `${name} share`,
    new Float32Array(n).fill(sum(n) > 0 ? (sum(run.last) - sum(run.first)) / sum(n) : 0),
  );
};

const addRepeats = (sheet: FeatureSheet, page: Page): void => {
  const { before, count } = findRepeats(page.measures);
  const n = page.measures.length;
  sheet.add("repeats", Float32Array.from(count));
  sheet.add(
    "repeated since",
    each(n, (i) => ((before[i] ?? -1) < 0 ? far : Math.min(far, i - (before[i] ?? 0)))),
  );
};

const addWeights = (
  sheet: FeatureSheet,
  tokens: Tokens,
  page: Page,
  weights: WordWeights,
): Readonly<{ mean: Column }> => {
  const { measures } = page;
  const n = measures.length;
  const [sum, least, opening] = [new Float32Array(n), new Float32Array(n), new Float32Array(n)];
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
  return {
    mean: sheet.add(
      "mean weight",
      each(n, (i) => ((sum[i] ?? 0) + (opening[i] ?? 0)) / Math.max(1, words[i] ?? 0)),
    ),
  };
};

/** Adds the role that a phrase gives each line; the column returned marks short lines with a label of furniture. */
const addPhrases = (sheet: FeatureSheet, { measures, tokens }: Page, phrases: PhraseTable): Column => {
  const n = measures.length;
  const roles = new Float32Array(n);
  const cue = new Float32Array(n);
  for (let line = 0; line < n; line++) {
    const hit = phrases.inLine(tokens, measures.first[line] ?? 0, measures.last[line] ?? 0);
    if (hit === null) continue;
    roles[line] = 1 + phraseRoles.indexOf(hit.role);
    if ((measures.columns.words[line] ?? 0) <= 6) cue[line] = 1;
  }
  sheet.add("phrase", roles);
  return cue;
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
  sheet.add("lines", new Float32Array(n).fill(n));
};

const isDated = ({ measures }: Page, line: number): boolean => {
  const { columns } = measures;
  return (
    (columns.years[line] ?? 0) > 0 &&
    (columns.words[line] ?? 0) <= 14 &&
    ((columns.month[line] ?? 0) > 0 || (columns.numbers[line] ?? 0) >= 3)
  );
};
