import type { PendingEventMention } from "@readout/model";
import type { Row } from "@readout/model/rows";
import { compareCodePoints } from "../../code-point-order.js";
import { clusterReports } from "./cluster-reports.js";
import { dyadRows } from "./dyad-rows.js";
import {
  createEventReport,
  type EventReport,
  type ReportedMention,
  type ReportingDocument,
} from "./event-report.js";
import { eventRow, type PlaceFacts } from "./event-row.js";

/** The rows of a dataset that events are resolved from, each table in any order. */
export type EventTables = Readonly<{
  mentions: Iterable<PendingEventMention>;
  participants: Iterable<Row<"participants">>;
  claims: Iterable<Row<"claims">>;
  documents: Iterable<ReportingDocument>;
  /** Country and coordinates of a place's entity. */
  placeOf: (entity: string) => PlaceFacts | undefined;
}>;

export type ResolvedEvents = Readonly<{
  /** By event_id. */
  events: readonly Row<"events">[];
  dyads: readonly Row<"dyads">[];
  /** The event of an event mention; throws for an id that was not among the mentions. */
  eventIdOf: (eventMentionId: string) => string;
}>;

/**
 * Merges the reports of all documents into events, and counts them by day and pair of countries. Equal tables give equal rows,
 * whatever their order; cost near linear in the number of mentions. The plain form, in memory, which `resolveOnDisk` is held to.
 */
export const resolveEvents = ({ placeOf, ...tables }: EventTables): ResolvedEvents => {
  const { events, dyads } = eventsOf(clusterReports(createReports(tables)), placeOf);
  const eventOf = new Map<string, string>();
  for (const { row, reports } of events) for (const { id } of reports) eventOf.set(id, row.event_id);
  return {
    events: events.map(({ row }) => row),
    dyads,
    eventIdOf: (id) => {
      const event = eventOf.get(id);
      if (event === undefined) throw new Error(`no event mention "${id}"`);
      return event;
    },
  };
};

/** An event mention with what belongs to it, for each of them. */
export const createReports = ({
  documents,
  ...tables
}: Omit<EventTables, "placeOf">): readonly EventReport[] => {
  const documentOf = new Map<string, ReportingDocument>();
  for (const document of documents) documentOf.set(document.docId, document);
  return reportedMentions(tables).map((reported) => {
    const { doc_id: docId } = reported.mention;
    return createEventReport(documentOf.get(docId) ?? unknownDocument(docId), reported);
  });
};

/** Participants and claims by their mentions, in the order of these. */
export const reportedMentions = ({
  mentions,
  participants,
  claims,
}: Pick<EventTables, "mentions" | "participants" | "claims">): readonly ReportedMention[] => {
  const participantsOf = groupBy(participants, (row) => row.event_mention_id);
  const claimsOf = groupBy(claims, (row) => row.event_mention_id);
  return [...mentions].map((mention) => ({
    mention,
    participants: (participantsOf.get(mention.event_mention_id) ?? []).toSorted(
      (a, b) => a.participant - b.participant,
    ),
    claims: (claimsOf.get(mention.event_mention_id) ?? []).toSorted((a, b) => a.claim - b.claim),
  }));
};

/** The rows of groups of reports, an event each, by event_id, and the dyads they count in. */
export const eventsOf = (
  groups: readonly (readonly EventReport[])[],
  placeOf: EventTables["placeOf"],
): Readonly<{
  events: readonly Readonly<{ row: Row<"events">; reports: readonly EventReport[] }>[];
  dyads: readonly Row<"dyads">[];
}> => {
  const events = groups
    .map((reports) => ({ row: eventRow(reports, placeOf), reports }))
    .sort((a, b) => compareCodePoints(a.row.event_id, b.row.event_id));
  return { events, dyads: dyadRows(events) };
};

const groupBy = <T>(rows: Iterable<T>, keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
};

const unknownDocument = (docId: string): ReportingDocument => ({
  docId,
  publishedEarliest: null,
  publishedLatest: null,
  published: null,
  publisher: null,
  agency: null,
  duplicateOf: null,
});
