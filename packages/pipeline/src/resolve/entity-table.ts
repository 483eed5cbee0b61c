import type { Row } from "@readout/model/rows";
import { paced } from "../pause.js";
import { createSorter } from "../spool/external-sort.js";
import type { DocumentSummary } from "../worker/answer.js";
import { createEntitySum, type EntitySum } from "./entities.js";
import type { EntityTally } from "./entity-tally.js";

/** One document's sighting of an entity. */
type Sighting = Readonly<{ published: string | null; tally: EntityTally }>;

/**
 * The rows of all entities, by id. The sightings are sorted on disk, so that one entity is in memory at a time. `path` is the
 * begin of the names of its files.
 */
export async function* entityRows(
  summaries: Iterable<DocumentSummary>,
  path: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<Row<"entities">> {
  const sorter = createSorter(path);
  for await (const { published, entities } of paced(summaries, signal))
    for (const tally of entities)
      sorter.add(tally.id, JSON.stringify({ published, tally } satisfies Sighting));
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
