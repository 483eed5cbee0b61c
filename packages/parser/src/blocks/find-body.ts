import type { FeatureSheet } from "../features/feature-sheet.js";
import { lineFeatures } from "../features/line-features.js";
import type { Page } from "../page.js";
import type { PhraseTable } from "../words/phrases.js";
import type { Run } from "./best-run.js";
import type { BlockModel } from "./block-model.js";
import { likelyRun } from "./likely-run.js";
import { ruleScores } from "./rule-scores.js";

/** Where the article stands and which of its lines are its own. */
export type Body = Readonly<{
  run: Run;
  /** 1 for a line of body text, by line; 0 outside the run. */
  isBody: Uint8Array;
  /** What the model saw of each line, and its "logit"; null where rules alone found the article. */
  sheet: FeatureSheet | null;
}>;

/** Longer pages are no articles; the model keeps some 200 numbers a line, which would take gigabytes for a million lines. */
export const mostModelLines = 20_000;

/**
 * The article of a page: one run of lines, and in it the lines likely to be its own ({@link likelyRun}). Without a model the chances are those of rules.
 */
export const findBody = (page: Page, phrases: PhraseTable, model: BlockModel | null): Body => {
  if (model === null || page.lines.length > mostModelLines)
    return bodyOf(page, ruleScores(page.measures), null);
  const sheet = lineFeatures(page, phrases, model.weights);
  return bodyOf(page, sheet.add("logit", model.trees.score(sheet)), sheet);
};

const bodyOf = (page: Page, logits: Float32Array, sheet: FeatureSheet | null): Body => {
  const chance = logits.map((logit) => 1 / (1 + Math.exp(-logit)));
  const { run, threshold } = likelyRun(chance, page.measures.columns.words);
  const isBody = new Uint8Array(chance.length);
  for (let line = run.first; line < run.last; line++) isBody[line] = (chance[line] ?? 0) > threshold ? 1 : 0;
  return { run, isBody, sheet };
};
