import { nearestReports } from "../../resolve/events/cluster-reports.js";
import type { Comparand } from "../../resolve/events/event-report.js";
import { mergeReason } from "../../resolve/events/merge-reason.js";
import { fieldsOf, jsonAt } from "../fields.js";
import { byKey, type Reducer } from "../reducer.js";

/** In: block key, event report (JSON), sorted by block, day and id. Out: two event mentions that may be merged. */
export const pairs = (): Reducer =>
  byKey(() => {
    const near: Comparand[] = [];
    return {
      *add(row) {
        const report = jsonAt<Comparand>(row, 1);
        for (const other of near)
          if (mergeReason(other, report) !== null) yield fieldsOf(other.id, report.id);
        near.push(report);
        if (near.length > nearestReports) near.shift();
      },
      end: () => [],
    };
  });
