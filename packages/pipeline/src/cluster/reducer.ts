import { type Fields, textAt } from "./fields.js";

/**
 * Rows in, rows out, as they come. Equal rows in the same order give equal rows; where a reducer is told to be given rows sorted
 * by their first field, it need not hold more than one key of them.
 */
export type Reducer = Readonly<{
  add: (row: Fields) => Iterable<Fields>;
  end: () => Iterable<Fields>;
}>;

/** A reducer of rows that are sorted by their first field: each key is reduced on its own. */
export const byKey = (begin: (key: string) => Reducer): Reducer => {
  let key: string | null = null;
  let group: Reducer | null = null;
  return {
    *add(row) {
      const next = textAt(row, 0);
      if (group === null || next !== key) {
        if (group !== null) yield* group.end();
        key = next;
        group = begin(next);
      }
      yield* group.add(row);
    },
    *end() {
      if (group !== null) yield* group.end();
      group = null;
    },
  };
};
