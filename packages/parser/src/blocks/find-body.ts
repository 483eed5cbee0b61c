import type { Page } from "../page.js";
import { bestRun, type Run } from "./best-run.js";
import { ruleScores } from "./rule-scores.js";

/** Where the article stands and which of its lines are its own. */
export type Body = Readonly<{
  run: Run;
  /** 1 for a line of body text, by line; 0 outside the run. */
  isBody: Uint8Array;
}>;

/** The article of a page: the run of lines that scores highest, and in it the lines that read like text or stand between such lines. */
export const findBody = (page: Page): Body => {
  const scores = ruleScores(page.measures);
  const run = bestRun(scores);
  const isBody = new Uint8Array(scores.length);
  for (let i = run.first; i < run.last; i++) isBody[i] = (scores[i] ?? 0) > 0 ? 1 : 0;
  return { run, isBody };
};
