import type { EntityType } from "../annotations.js";
import type { Row } from "../rows/tables.js";

/** What a document says of an entity, before the corpus is known. */
export type EntitySighting = Readonly<{
  entity_id: string;
  qid: string | null;
  name: string;
  type: EntityType;
  country: string | null;
  lat: number | null;
  lon: number | null;
}>;

/** An event mention before events across documents are known. */
export type PendingEventMention = Omit<Row<"event_mentions">, "event_id">;

/**
 * The rows of one document. `duplicate_of` is null and `event_id` is missing until the corpus is resolved; `entities`
 * are this document's sightings, which the corpus turns into rows.
 */
export type DocumentRows = Readonly<{
  documents: readonly [Row<"documents">];
  blocks: readonly Row<"blocks">[];
  sentences: readonly Row<"sentences">[];
  mentions: readonly Row<"mentions">[];
  times: readonly Row<"times">[];
  quotes: readonly Row<"quotes">[];
  quantities: readonly Row<"quantities">[];
  event_mentions: readonly PendingEventMention[];
  participants: readonly Row<"participants">[];
  claims: readonly Row<"claims">[];
  diagnostics: readonly Row<"diagnostics">[];
  entities: readonly EntitySighting[];
}>;
