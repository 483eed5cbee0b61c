import { createEntitySum, type EntitySum } from "../../resolve/entities.js";
import type { Sighting } from "../../resolve/sightings.js";
import { fieldsOf, jsonAt } from "../fields.js";
import { byKey, type Reducer } from "../reducer.js";

/** In: entity, sighting (JSON), sorted by entity. Out: entity, its row (JSON). */
export const entities = (): Reducer =>
  byKey((id) => {
    let sum: EntitySum | null = null;
    return {
      add: (row) => {
        const { tally, published } = jsonAt<Sighting>(row, 1);
        sum ??= createEntitySum(tally);
        sum.add(tally, published);
        return [];
      },
      end: () => (sum === null ? [] : [fieldsOf(id, JSON.stringify(sum.row()))]),
    };
  });
