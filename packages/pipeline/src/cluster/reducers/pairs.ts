import { createBlock } from "../../resolve/events/cluster-reports.js";
import type { Comparand } from "../../resolve/events/event-report.js";
import { fieldsOf, jsonAt } from "../fields.js";
import { byKey, type Reducer } from "../reducer.js";

/** In: block key, event report (JSON), sorted by block, day and id. Out: two event mentions that may be merged. */
export const pairs = (): Reducer =>
  byKey(() => {
    const block = createBlock<string>();
    return {
      *add(row) {
        const report = jsonAt<Comparand>(row, 1);
        for (const other of block(report, report.id)) yield fieldsOf(other, report.id);
      },
      end: () => [],
    };
  });
