import { nearestReports } from "../../resolve/events/cluster-reports.js";
import type { EventReport } from "../../resolve/events/event-report.js";
import { mergeReason } from "../../resolve/events/merge-reason.js";
import { fieldsOf, jsonAt } from "../fields.js";
import { byKey, type Reducer } from "../reducer.js";

/** Two reports that may be merged, and where they met: block, and their places in its date order. */
export type ReportPair = Readonly<{ block: string; i: number; j: number; a: string; b: string }>;

/** In: block key, event report (JSON), sorted by block, day and id. Out: two event mentions, their {@link ReportPair} (JSON). */
export const pairs = (): Reducer =>
  byKey((block) => {
    const near: EventReport[] = [];
    let j = -1;
    return {
      *add(row) {
        const report = jsonAt<EventReport>(row, 1);
        const b = report.mention.event_mention_id;
        j++;
        for (const [at, other] of near.entries()) {
          if (mergeReason(other, report) === null) continue;
          const a = other.mention.event_mention_id;
          yield fieldsOf(
            a,
            b,
            JSON.stringify({ block, i: j - near.length + at, j, a, b } satisfies ReportPair),
          );
        }
        near.push(report);
        if (near.length > nearestReports) near.shift();
      },
      end: () => [],
    };
  });
