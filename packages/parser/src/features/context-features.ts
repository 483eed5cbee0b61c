import { bestRun } from "../blocks/best-run.js";
import type { Page } from "../page.js";
import { type Column, each, linesSince, linesUntil, prefixSums, ratio, shift, windowSum } from "./columns.js";
import { FeatureSheet } from "./feature-sheet.js";
import { addRun } from "./line-features.js";
import { cohesion } from "./word-overlap.js";

/** Lines before and after whose first score a line sees. */
const neighbours = [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5];

/** Distances beyond this many lines are all the same. */
const far = 100;

/**
 * What the second trees see: all that the first saw, and what the first said of the lines round it. `logits` are the
 * first trees' scores. This is what makes the labelling one of sequences: a heading is body because text follows,
 * a teaser is none because the article has ended.
 */
export const contextFeatures = (page: Page, first: FeatureSheet, logits: Column): FeatureSheet => {
  const sheet = new FeatureSheet();
  first.names.forEach((name, i) => {
    const column = first.columns[i];
    if (column !== undefined) sheet.add(name, column);
  });
  const n = logits.length;
  const { words } = page.measures.columns;
  sheet.add("logit", logits);
  for (const by of neighbours) sheet.add(`logit ${by}`, shift(logits, by, -4));
  const chance = each(n, (i) => 1 / (1 + Math.exp(-(logits[i] ?? 0))));
  const body = each(n, (i) => (chance[i] ?? 0) * (words[i] ?? 0));
  const [bodySums, wordSums, chanceSums] = [prefixSums(body), prefixSums(words), prefixSums(chance)];
  for (const reach of [3, 8, 20]) {
    sheet.add(
      `body before ${reach}`,
      ratio(windowSum(bodySums, -reach, -1), windowSum(wordSums, -reach, -1)),
    );
    sheet.add(`body after ${reach}`, ratio(windowSum(bodySums, 1, reach), windowSum(wordSums, 1, reach)));
    sheet.add(`chance before ${reach}`, windowSum(chanceSums, -reach, -1));
    sheet.add(`chance after ${reach}`, windowSum(chanceSums, 1, reach));
  }
  const total = bodySums[n] ?? 0;
  sheet.add(
    "body so far",
    each(n, (i) => (total > 0 ? (bodySums[i] ?? 0) / total : 0)),
  );
  sheet.add(
    "body to come",
    each(n, (i) => total - (bodySums[i + 1] ?? 0)),
  );
  sheet.add("body words", new Float32Array(n).fill(total));
  const run = bestRun(each(n, (i) => (words[i] ?? 0) * ((chance[i] ?? 0) - 0.5)));
  addRun(sheet, "body run", run, wordSums);
  sheet.add("body cohesion", cohesion(page, run));
  const likely = each(n, (i) => ((chance[i] ?? 0) > 0.5 && (words[i] ?? 0) > 4 ? 1 : 0));
  sheet.add("since likely", linesSince(likely, far));
  sheet.add("until likely", linesUntil(likely, far));
  return sheet;
};
