import type { EntityTally } from "./entity-tally.js";

/** An entity in one document. */
export type Sighting = Readonly<{ published: string | null; tally: EntityTally }>;

/**
 * A document's sightings, a line each: `entity | tab | sighting, JSON`. The worker that made them writes them; nothing reads the JSON
 * until all of an entity are together.
 */
export const sightingLines = (published: string | null, tallies: readonly EntityTally[]): string =>
  tallies
    .map((tally) => `${tally.id}\t${JSON.stringify({ published, tally } satisfies Sighting)}\n`)
    .join("");

/** A line of {@link sightingLines}: the entity, and its sighting as JSON. */
export const splitSighting = (line: string): readonly [entity: string, sighting: string] => {
  const tab = line.indexOf("\t");
  return [line.slice(0, tab), line.slice(tab + 1)];
};
