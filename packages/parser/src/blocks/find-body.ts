import { type FirstLook, firstLook } from "../features/again/first-look.js";
import { runColumns } from "../features/again/run-columns.js";
import { type Column, columnOf, newColumn } from "../features/columns.js";
import type { FeatureSheet } from "../features/feature-sheet.js";
import { lineFeatures } from "../features/line-features.js";
import type { Page } from "../page.js";
import type { LinePhrases } from "../words/phrases.js";
import type { Run } from "./best-run.js";
import type { BlockModel } from "./block-model.js";
import { likelyRun } from "./likely-run.js";
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
 * The article of a page: one run of lines, and in it the lines likely to be its own ({@link likelyRun}). Where the run lies is told by a first forest; a
 * second one looks again at the lines in and near it. Without a model the chances are those of rules.
 */
export const findBody = (page: Page, phrases: LinePhrases, model: BlockModel | null): Body => {
  if (model === null || page.lines.length > mostModelLines)
    return bodyOf(page, ruleScores(page.measures), null);
  const sheet = lineFeatures(page, phrases, model.weights);
  const first = sheet.add("logit", model.trees.score(sheet));
  return bodyOf(page, lookAgain(firstLook(page, sheet, first), model.again), sheet);
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
  const { run, threshold } = likelyRun(chance, page.measures.columns.words);
  const isBody = new Uint8Array(chance.length);
  for (let line = run.first; line < run.last; line++) isBody[line] = (chance[line] ?? 0) > threshold ? 1 : 0;
  return { run, isBody, sheet };
};
