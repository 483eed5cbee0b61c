import type { Row } from "../rows/tables.js";

/** An event mention before events across documents are known. */
export type PendingEventMention = Omit<Row<"event_mentions">, "event_id">;

/**
 * The rows of one document. `duplicate_of` is null and `event_id` is missing until the corpus is resolved; what it says of
 * entities stays in its annotations, since an entity's row counts all documents.
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
}>;
