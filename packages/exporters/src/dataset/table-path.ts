import type { Format } from "../table.js";

/**
 * Where a table stands in the folder of a dataset: `csv/events.csv`. Further parts of one table are numbered from 2, so
 * that the first keeps its name whether or not others follow: `arrow/events-2.arrow`.
 */
export const tablePath = (table: string, format: Format, part = 1): string =>
  `${format}/${table}${part === 1 ? "" : `-${part}`}.${format}`;
