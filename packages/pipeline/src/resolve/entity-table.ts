import type { Row } from "@readout/model/rows";
import { paced } from "../pause.js";
import { createSorter } from "../spool/external-sort.js";
import { createEntitySum, type EntitySum } from "./entities.js";
import { type Sighting, splitSighting } from "./sightings.js";

/**
 * The rows of all entities, by id, of all documents' lines of sightings. They are sorted on disk, so that one entity is in memory at a time. `path` is the
 * begin of the names of its files.
 */
export async function* entityRows(
  lines: Iterable<string>,
  path: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<Row<"entities">> {
  const sorter = createSorter(path);
  for await (const line of paced(lines, signal)) sorter.add(...splitSighting(line));
  let id = "";
  let sum: EntitySum | null = null;
  for await (const { key, value } of paced(sorter.sorted(), signal)) {
    const { published, tally } = JSON.parse(value) as Sighting;
    if (sum === null || key !== id) {
      if (sum !== null) yield sum.row();
      id = key;
      sum = createEntitySum(tally);
    }
    sum.add(tally, published);
  }
  if (sum !== null) yield sum.row();
}
