import type { Dataset } from "./dataset.js";
import { placeGold } from "./gold-document.js";
import type { GoldPage } from "./gold-page.js";
import { type EventMatch, matchEvents } from "./match-events.js";
import { Report } from "./report.js";
import { scoreBlocks } from "./score-blocks.js";
import { scoreDuplicates } from "./score-duplicates.js";
import { scoreEventClusters } from "./score-event-clusters.js";
import { scoreEvents } from "./score-events.js";
import { scoreMentions } from "./score-mentions.js";
import { scoreMetadata } from "./score-metadata.js";
import { scoreQuantities } from "./score-quantities.js";
import { scoreQuotes } from "./score-quotes.js";
import { type Dating, scoreTimes } from "./score-times.js";

/** Every figure of one build against the gold of its pages. */
export const scoreDataset = (
  gold: readonly GoldPage[],
  duplicates: readonly (readonly string[])[],
  dataset: Dataset,
  dating: Dating,
): Report => {
  const report = new Report();
  const matches: EventMatch[] = [];
  for (const page of gold) {
    const tables = dataset.pages.get(page.page);
    if (!tables) throw new Error(`${page.page} is not in the dataset`);
    const placed = placeGold(page, tables.document.text ?? "");
    scoreBlocks(placed, tables, report);
    if (dating === "alone") scoreMetadata(placed, tables, report);
    if (page.scope === "structure") continue;
    scoreTimes(placed, tables, dating, report);
    scoreMentions(placed, tables, dataset, report);
    scoreQuotes(placed, tables, dataset, report);
    scoreQuantities(placed, tables, report);
    const match = matchEvents(placed, tables);
    matches.push(match);
    scoreEvents(placed, match, tables, dataset, dating, report);
  }
  scoreEventClusters(matches, report);
  scoreDuplicates(duplicates, dataset, report);
  return report;
};
