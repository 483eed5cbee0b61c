import type { EntityType } from "@readout/model";
import { entityTypes } from "@readout/model";
import type { Row } from "@readout/model/rows";
import { compareCodePoints } from "../code-point-order.js";
import type { EntityTally } from "./entity-tally.js";

type Sightings = {
  qid: string | null;
  name: string;
  country: string | null;
  lat: number | null;
  lon: number | null;
  readonly types: Map<EntityType, number>;
  readonly aliases: Set<string>;
  mentions: number;
  documents: number;
  first: string | null;
  last: string | null;
};

/** The entities of all documents, by id: the plain form, in memory, which `entityRows` is held to. */
export const resolveEntities = (
  documents: Iterable<Readonly<{ published: string | null; entities: readonly EntityTally[] }>>,
): readonly Row<"entities">[] => {
  const seen = new Map<string, EntitySum>();
  for (const { published, entities } of documents) {
    for (const tally of entities) {
      const known = seen.get(tally.id) ?? createEntitySum(tally);
      seen.set(tally.id, known);
      known.add(tally, published);
    }
  }
  return [...seen].sort(([a], [b]) => compareCodePoints(a, b)).map(([, sum]) => sum.row());
};

/** One entity's sightings, summed as they come. */
export type EntitySum = Readonly<{
  add: (tally: EntityTally, published: string | null) => void;
  row: () => Row<"entities">;
}>;

/**
 * Starts a sum with nothing in it but the facts of its first sighting. Type by vote of the mentions, ties by the order of the
 * types; where documents disagree on a name, country or place, the smallest in code point order stands, so that no order of
 * documents shows.
 */
export const createEntitySum = ({ id, qid, name, country, lat, lon }: EntityTally): EntitySum => {
  const sightings: Sightings = {
    qid,
    name,
    country,
    lat,
    lon,
    types: new Map(),
    aliases: new Set(),
    mentions: 0,
    documents: 0,
    first: null,
    last: null,
  };
  return {
    add: (tally, published) => addSighting(sightings, tally, published),
    row: () => entityRow(id, sightings),
  };
};

const addSighting = (known: Sightings, tally: EntityTally, published: string | null): void => {
  if (compareCodePoints(tally.name, known.name) < 0) known.name = tally.name;
  known.qid ??= tally.qid;
  if (tally.country !== null && (known.country === null || tally.country < known.country))
    known.country = tally.country;
  if (tally.lat !== null && (known.lat === null || tally.lat < known.lat)) {
    known.lat = tally.lat;
    known.lon = tally.lon;
  }
  for (const type of entityTypes) {
    const count = tally.mentions[type] ?? 0;
    if (count > 0) known.types.set(type, (known.types.get(type) ?? 0) + count);
    known.mentions += count;
  }
  // An entity without mentions (a dateline's agency, an implied actor) votes for what it is known to be.
  if (!known.types.has(tally.type)) known.types.set(tally.type, 0);
  for (const surface of tally.surfaces) known.aliases.add(surface);
  known.documents++;
  if (published === null) return;
  if (known.first === null || published < known.first) known.first = published;
  if (known.last === null || published > known.last) known.last = published;
};

const entityRow = (id: string, known: Sightings): Row<"entities"> => ({
  entity_id: id,
  qid: known.qid,
  name: known.name,
  type: winner(known.types),
  country: known.country,
  aliases: [...known.aliases].sort(compareCodePoints),
  lat: known.lat,
  lon: known.lon,
  n_mentions: known.mentions,
  n_documents: known.documents,
  first_published: known.first,
  last_published: known.last,
});

const winner = (votes: ReadonlyMap<EntityType, number>): EntityType => {
  let best: EntityType = "ORG";
  let most = -1;
  for (const type of entityTypes) {
    const count = votes.get(type) ?? -1;
    if (count > most) [best, most] = [type, count];
  }
  return best;
};
