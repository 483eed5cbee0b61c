import { bCubed, type Clustered } from "./b-cubed.js";
import type { EventMatch } from "./match-events.js";
import type { Report } from "./report.js";

/**
 * `events:same`: B-cubed over all pages for which mentions are one real event. Precision over the labelled mentions that
 * were found; recall over those and over the required ones that were not.
 */
export const scoreEventClusters = (matches: readonly EventMatch[], report: Report): void => {
  const items: Clustered[] = [];
  let missed = 0;
  for (const match of matches) {
    for (const { gold, row } of match.pairs) {
      if (gold.event !== undefined) items.push({ gold: gold.event, got: row.event_id });
    }
    missed += match.missed.filter((event) => event.event !== undefined).length;
  }
  const { precision, recall } = bCubed(items);
  report.addShares("events:same", precision, items.length, recall, items.length + missed);
};
