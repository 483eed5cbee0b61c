import { join } from "node:path";
import type { Row, TableName } from "@readout/model/rows";
import { BuildError } from "../failure.js";
import { requireDataset } from "../output/require-dataset.js";
import {
  createEventReport,
  type EventReport,
  type ReportingDocument,
} from "../resolve/events/event-report.js";
import { describeReason, mergeReason } from "../resolve/events/merge-reason.js";
import { readRows } from "../spool/read-rows.js";

/** One report of an event with what it rests on. */
export type ExplainedMention = Readonly<{
  mention: Row<"event_mentions">;
  document: Row<"documents">;
  sentence: Row<"sentences"> | null;
  time: Row<"times"> | null;
  participants: readonly Row<"participants">[];
  claims: readonly Row<"claims">[];
  /** Why it counts as a report of this event: the earlier mention it is like and in what; null for the first. */
  merged: Readonly<{ with: string; because: string }> | null;
}>;

export type ExplainedEvent = Readonly<{ event: Row<"events">; mentions: readonly ExplainedMention[] }>;

/**
 * Everything behind one row of events, from the JSON lines of a dataset. Throws a {@link BuildError} where there is no such dataset
 * or event.
 */
export const explainEvent = (folder: string, eventId: string): ExplainedEvent => {
  requireDataset(folder);
  const rowsOf = <Name extends TableName>(table: Name): Iterable<Row<Name>> => readJsonl(folder, table);
  const [event] = filter(rowsOf("events"), (row) => row.event_id === eventId);
  if (event === undefined) throw new BuildError(`${folder}: no event is called ${eventId}`);
  const mentions = filter(rowsOf("event_mentions"), (row) => row.event_id === eventId);
  const ids = new Set(mentions.map((row) => row.event_mention_id));
  const docIds = new Set(mentions.map((row) => row.doc_id));
  const documents = new Map(
    filter(rowsOf("documents"), (row) => docIds.has(row.doc_id)).map((row) => [row.doc_id, row]),
  );
  const sentences = filter(rowsOf("sentences"), (row) => docIds.has(row.doc_id));
  const times = filter(rowsOf("times"), (row) => docIds.has(row.doc_id));
  const participants = filter(rowsOf("participants"), (row) => ids.has(row.event_mention_id));
  const claims = filter(rowsOf("claims"), (row) => ids.has(row.event_mention_id));
  const reports: EventReport[] = [];
  // The first mention comes first, the others in the order of the documents.
  const ordered = [...mentions].sort(
    (a, b) =>
      Number(b.event_mention_id === event.first_mention) - Number(a.event_mention_id === event.first_mention),
  );
  return {
    event,
    mentions: ordered.flatMap((mention) => {
      const document = documents.get(mention.doc_id);
      if (document === undefined) return [];
      const own = {
        participants: participants.filter((row) => row.event_mention_id === mention.event_mention_id),
        claims: claims.filter((row) => row.event_mention_id === mention.event_mention_id),
      };
      const report = createEventReport(reporting(document), { mention, ...own });
      const merged = whyMerged(report, reports);
      reports.push(report);
      return [
        {
          mention,
          document,
          sentence:
            sentences.find((row) => row.doc_id === mention.doc_id && row.sentence === mention.sentence) ??
            null,
          time: times.find((row) => row.doc_id === mention.doc_id && row.time === mention.time) ?? null,
          ...own,
          merged,
        },
      ];
    }),
  };
};

function readJsonl<Name extends TableName>(folder: string, table: Name): Iterable<Row<Name>> {
  return readRows<Row<Name>>(join(folder, "jsonl", `${table}.jsonl`));
}

const filter = <T>(rows: Iterable<T>, keep: (row: T) => boolean): readonly T[] => {
  const kept: T[] = [];
  for (const row of rows) if (keep(row)) kept.push(row);
  return kept;
};

const whyMerged = (report: EventReport, earlier: readonly EventReport[]): ExplainedMention["merged"] => {
  for (const other of earlier) {
    const reason = mergeReason(other, report);
    if (reason !== null) return { with: other.id, because: describeReason(reason) };
  }
  return null;
};

const reporting = (row: Row<"documents">): ReportingDocument => ({
  docId: row.doc_id,
  publishedEarliest: row.published_earliest,
  publishedLatest: row.published_latest,
  published: row.published,
  publisher: row.publisher,
  // Not among the columns, and no ground for merging.
  agency: null,
  duplicateOf: row.duplicate_of,
});
