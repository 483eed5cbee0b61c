import { type FirstLook, firstLook } from "../features/again/first-look.js";
import { runColumns } from "../features/again/run-columns.js";
import { type Column, columnOf, newColumn } from "../features/columns.js";
import type { FeatureSheet } from "../features/feature-sheet.js";
import { lineFeatures } from "../features/line-features.js";
import { Ending } from "../lines/line-measures.js";
import type { Page } from "../page.js";
import type { LinePhrases } from "../words/phrases.js";
import type { Run } from "./best-run.js";
import type { BlockModel } from "./block-model.js";
import { articleRun } from "./likely-run.js";
import { ruleScores } from "./rule-scores.js";
import type { Forest } from "./trees.js";

/** Where the article stands and which of its lines are its own. */
export type Body = Readonly<{
  run: Run;
  /** 1 for a line of body text, by line; 0 outside the run. */
  isBody: Uint8Array;
  /** What the first forest saw of each line, and its "logit"; null where rules alone found the article. */
  sheet: FeatureSheet | null;
}>;

/** Longer pages are no articles; the model keeps some 200 numbers a line, which would take gigabytes for a million lines. */
export const mostModelLines = 20_000;

/**
 * The article of a page: one run of lines, and in it the lines likely to be its own ({@link articleRun}). Where the run lies is told by a first forest; a
 * second one looks again at the lines in and near it. Without a model the chances are those of rules. `language` is that of the page (BCP 47), null
 * where it is not known.
 */
export const findBody = (
  page: Page,
  phrases: LinePhrases,
  model: BlockModel | null,
  language: string | null,
): Body => {
  if (model === null || page.lines.length > mostModelLines)
    return bodyOf(page, ruleScores(page.measures), null);
  const sheet = lineFeatures(page, phrases, model.weights);
  const isForeign = language !== null && language !== "en";
  const first = sheet.add("logit", isForeign ? foreignLogits(sheet, model) : model.trees.score(sheet));
  return bodyOf(page, lookAgain(firstLook(page, sheet, first), model.again), sheet);
};

/** The mean of what the two first forests say of a page in another language: one knows what some words are worth, the other that most are unknown. */
const foreignLogits = (sheet: FeatureSheet, { trees, foreign }: BlockModel): Column => {
  const logits = trees.score(sheet);
  const others = foreign.score(sheet);
  for (let line = 0; line < logits.length; line++)
    logits[line] = ((logits[line] as number) + (others[line] as number)) / 2;
  return logits;
};

/** The logits of a page, those of the lines in and near the run by the second forest. */
export const lookAgain = (look: FirstLook, again: Forest): Column => {
  const logits = columnOf(look.logit);
  if (look.to > look.from) logits.set(again.score(runColumns(look)), look.from);
  return logits;
};

const bodyOf = (page: Page, logits: Float32Array, sheet: FeatureSheet | null): Body => {
  const chance = newColumn(logits.length);
  for (let line = 0; line < chance.length; line++)
    chance[line] = 1 / (1 + Math.exp(-(logits[line] as number)));
  const { run, threshold } = articleRun(chance, page.measures.columns.words);
  const isBody = new Uint8Array(chance.length);
  for (let line = run.first; line < run.last; line++) isBody[line] = (chance[line] ?? 0) > threshold ? 1 : 0;
  if (isBody.includes(1)) return { run, isBody, sheet };
  const brief = onlySentences(page.measures, chance);
  return { run: brief, isBody: isBody.fill(1, brief.first, brief.last), sheet };
};

/** Words from which a line that ends in a stop is a sentence of its own ("Read more here." is none). */
const sentenceWords = 6;

/**
 * The article of a page on which no line is likely to be one: the likeliest sentence and those beside it. A brief of one paragraph looks like a
 * teaser of another page, but a page that tells something tells it somewhere. The empty run where there is no sentence.
 */
const onlySentences = ({ ending, columns, length }: Page["measures"], chance: Float32Array): Run => {
  // On a page in a language whose small words nobody knows no line has one.
  const fewest = columns.function.some((count) => count > 0) ? 1 : 0;
  const isSentence = (line: number): boolean =>
    ending[line] === Ending.stop &&
    (columns.words[line] ?? 0) >= sentenceWords &&
    (columns.function[line] ?? 0) >= fewest &&
    (columns.legal[line] ?? 0) + (columns.appeal[line] ?? 0) === 0;
  let best = -1;
  for (let line = 0; line < length; line++)
    if (isSentence(line) && (best < 0 || (chance[line] ?? 0) > (chance[best] ?? 0))) best = line;
  if (best < 0) return { first: 0, last: 0 };
  let [first, last] = [best, best + 1];
  while (first > 0 && isSentence(first - 1)) first--;
  while (last < length && isSentence(last)) last++;
  return { first, last };
};
