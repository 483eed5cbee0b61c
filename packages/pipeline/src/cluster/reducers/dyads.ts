import type { Row } from "@readout/model/rows";
import { createDyadSum } from "../../resolve/events/dyad-rows.js";
import { fieldsOf, jsonAt } from "../fields.js";
import { byKey, type Reducer } from "../reducer.js";

/** In: key, row (JSON), sorted by key. Out: key, the sum of its rows (JSON). */
export const dyads = (): Reducer =>
  byKey((key) => {
    const sum = createDyadSum();
    return {
      add: (row) => {
        sum.add(jsonAt<Row<"dyads">>(row, 1));
        return [];
      },
      end: () => sum.rows().map((row) => fieldsOf(key, JSON.stringify(row))),
    };
  });
