import { bestRun } from "../blocks/best-run.js";
import type { Page } from "../page.js";
import { each, linesSince, linesUntil, prefixSums, ratio, shift, windowSum } from "./columns.js";
import { FeatureSheet } from "./feature-sheet.js";
import { addRun } from "./stretches.js";
import { cohesion } from "./word-overlap.js";

/** Lines before and after whose logits a line sees. */
const neighbours = [-2, -1, 1, 2];
/** Lines before and after over which chances are summed. */
const reach = 8;
const nearReach = 3;

/** Distances beyond this many lines are all the same. */
const far = 100;

/**
 * What the search for headline, byline and date sees of a line: all that the trees saw that found the article, and what they said
 * of the lines round it (column "logit" of `first`).
 */
export const contextFeatures = (page: Page, first: FeatureSheet): FeatureSheet => {
  const sheet = new FeatureSheet();
  first.names.forEach((name, i) => {
    const column = first.columns[i];
    if (column !== undefined) sheet.add(name, column);
  });
  const logits = sheet.column("logit");
  const n = logits.length;
  const { words } = page.measures.columns;
  for (const by of neighbours) sheet.add(`logit ${by}`, shift(logits, by, -4));
  const chance = each(n, (i) => 1 / (1 + Math.exp(-(logits[i] ?? 0))));
  const body = each(n, (i) => (chance[i] ?? 0) * (words[i] ?? 0));
  const [bodySums, wordSums, chanceSums] = [prefixSums(body), prefixSums(words), prefixSums(chance)];
  sheet.add("body before 8", ratio(windowSum(bodySums, -reach, -1), windowSum(wordSums, -reach, -1)));
  sheet.add("body after 3", ratio(windowSum(bodySums, 1, nearReach), windowSum(wordSums, 1, nearReach)));
  sheet.add("body after 8", ratio(windowSum(bodySums, 1, reach), windowSum(wordSums, 1, reach)));
  sheet.add("chance before 8", windowSum(chanceSums, -reach, -1));
  sheet.add("chance after 8", windowSum(chanceSums, 1, reach));
  const total = bodySums[n] ?? 0;
  sheet.add(
    "body so far",
    each(n, (i) => (total > 0 ? (bodySums[i] ?? 0) / total : 0)),
  );
  const run = bestRun(each(n, (i) => (words[i] ?? 0) * ((chance[i] ?? 0) - 0.5)));
  addRun(sheet, "body run", run, wordSums);
  sheet.add("body cohesion", cohesion(page, run));
  const likely = each(n, (i) => ((chance[i] ?? 0) > 0.5 && (words[i] ?? 0) > 4 ? 1 : 0));
  sheet.add("since likely", linesSince(likely, far));
  sheet.add("until likely", linesUntil(likely, far));
  return sheet;
};
