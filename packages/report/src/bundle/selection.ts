import type { Row } from "@readout/model/rows";
import type { DatasetRows } from "../dataset-rows.js";
import type { Limits } from "../limits.js";
import type { LeftOut } from "./manifest.js";
import { type Offsets, offsetsInto } from "./offsets.js";

/** A document that the page holds: its number there, and how its offsets are counted. */
export type KeptDocument = Readonly<{
  row: Row<"documents">;
  number: number;
  offsets: Offsets;
  /** Whether the page holds its text. */
  readable: boolean;
}>;

/** Which documents and events the page holds, with the numbers that rows refer to each other by. */
export type Selection = Readonly<{
  documents: ReadonlyMap<string, KeptDocument>;
  events: ReadonlyMap<string, number>;
  entities: ReadonlyMap<string, number>;
  leftOut: readonly LeftOut[];
}>;

/**
 * Keeps all where it fits; else the events with the most independent reports, the documents that report them before others, and
 * their texts as far as the limit goes.
 */
export const selectRows = (rows: DatasetRows, text: "full" | "none", limits: Limits): Selection => {
  const events = [...rows("events")];
  const keptEvents = new Set(
    first(events, limits.events, (row) => row.n_independent * 1e6 + row.n_documents),
  );
  const reporting = new Set<string>();
  const eventIds = new Set([...keptEvents].map((row) => row.event_id));
  for (const { event_id, doc_id } of rows("event_mentions"))
    if (eventIds.has(event_id)) reporting.add(doc_id);
  const documents = [...rows("documents")];
  const rank = (row: Row<"documents">): number => Number(reporting.has(row.doc_id));
  const keptDocuments = new Set(first(documents, limits.documents, rank));
  const readable = text === "none" ? new Set() : withinCharacters(keptDocuments, rank, limits.characters);
  const withText = documents.filter((row) => row.text !== null).length;

  const ordered = documents.filter((row) => keptDocuments.has(row));
  const entities = [...rows("entities")];
  const named =
    ordered.length < documents.length ? namedIn(rows, new Set(ordered.map((row) => row.doc_id))) : null;
  const keptEntities = named === null ? entities : entities.filter((row) => named.has(row.entity_id));
  return {
    documents: new Map(
      ordered.map((row, number) => [
        row.doc_id,
        { row, number, offsets: offsetsInto(row.text), readable: readable.has(row) },
      ]),
    ),
    events: numbered(events.filter((row) => keptEvents.has(row)).map((row) => row.event_id)),
    entities: numbered(keptEntities.map((row) => row.entity_id)),
    leftOut: [
      leftOut("events", keptEvents.size, events.length, "those with the fewest independent reports"),
      leftOut("documents", keptDocuments.size, documents.length, "those that report no event shown here"),
      leftOut("names", keptEntities.length, entities.length, "those that no document shown here has"),
      ...(text === "none"
        ? []
        : [leftOut("page texts", readable.size, withText, "the longest way from the events shown here")]),
    ].filter(({ left }) => left > 0),
  };
};

/** The entities that some documents speak of. */
const namedIn = (rows: DatasetRows, docIds: ReadonlySet<string>): ReadonlySet<string> => {
  const named = new Set<string>();
  for (const table of ["mentions", "participants", "claims"] as const)
    for (const { doc_id, entity_id } of rows(table))
      if (entity_id !== null && docIds.has(doc_id)) named.add(entity_id);
  for (const { doc_id, speaker_entity_id: speaker } of rows("quotes"))
    if (speaker !== null && docIds.has(doc_id)) named.add(speaker);
  return named;
};

export const leftOut = (what: string, kept: number, of: number, why: string): LeftOut => ({
  what,
  left: of - kept,
  of,
  why,
});

export const numbered = (ids: Iterable<string>): ReadonlyMap<string, number> =>
  new Map([...ids].map((id, number) => [id, number]));

/** The `count` rows that rank highest; of equal ones the earlier. */
const first = <T>(rows: readonly T[], count: number, rank: (row: T) => number): readonly T[] =>
  rows.length <= count ? rows : [...rows].sort((a, b) => rank(b) - rank(a)).slice(0, count);

const withinCharacters = (
  documents: Iterable<Row<"documents">>,
  rank: (row: Row<"documents">) => number,
  limit: number,
): ReadonlySet<Row<"documents">> => {
  const kept = new Set<Row<"documents">>();
  let characters = 0;
  for (const row of [...documents].sort((a, b) => rank(b) - rank(a))) {
    if (row.text === null || characters + row.characters > limit) continue;
    characters += row.characters;
    kept.add(row);
  }
  return kept;
};
