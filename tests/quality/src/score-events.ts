import { type Check, checkEvent } from "./check-event.js";
import type { Dataset, DocumentTables } from "./dataset.js";
import type { GoldDocument } from "./gold-document.js";
import type { GoldEvent } from "./gold-page.js";
import type { EventMatch } from "./match-events.js";
import type { Report } from "./report.js";
import type { Dating } from "./score-times.js";

/**
 * `events:contact`: CONSULT events found (gold is complete for these), `events:other` the same for all other types by
 * recall alone. Then, over the pairs with required gold, whether status, mode, participants, dates, place and claims are right.
 * Days are compared only where the page was built with its date.
 */
export const scoreEvents = (
  gold: GoldDocument,
  match: EventMatch,
  tables: DocumentTables,
  dataset: Dataset,
  dating: Dating,
  report: Report,
): void => {
  const page = gold.page.page;
  const miss = (message: string): void => report.miss(page, "events", message);
  for (const event of match.missed) {
    countFound(report, event, false);
    miss(
      `not found: ${event.type.join(" or ")} "${event.trigger}" (${event.in ?? "the only one"}) ${event.actors.join(", ")}`,
    );
  }
  for (const row of match.extra) {
    if (row.type !== "CONSULT") continue;
    report.add("events:contact", 0, 1, 0);
    miss(`not in gold: CONSULT ${row.status} "${row.text}" in "${row.evidence}" (${row.rule})`);
  }
  for (const { gold: event, row } of match.pairs) {
    if (event.optional) continue;
    countFound(report, event, true);
    const check: Check = (name, right, wanted, got) => {
      report.addFound(`events:${name}`, right);
      if (!right)
        miss(`${name} of ${row.type} "${row.text}" (${event.in ?? "the only one"}) is ${wanted}; got ${got}`);
    };
    checkEvent(gold, { gold: event, row }, tables, dataset, dating, check);
  }
};

const countFound = (report: Report, event: GoldEvent, isFound: boolean): void => {
  if (event.type.every((type) => type === "CONSULT"))
    report.add("events:contact", isFound ? 1 : 0, 0, isFound ? 0 : 1);
  else report.addFound("events:other", isFound);
};
