import type { PendingEventMention } from "@readout/model";
import type { Row } from "@readout/model/rows";
import { readRows } from "../spool/read-rows.js";
import type { DocumentSummary } from "../worker/answer.js";
import type { EventReport } from "./events/event-report.js";
import { createReports } from "./events/resolve-events.js";

export type SpooledReports = Readonly<{
  /** Path of a spooled table or of the summaries. */
  pathOf: (name: "event_mentions" | "participants" | "claims" | "summaries") => string;
  /** The head of a document's near-duplicate cluster, by the document's place; null for the head itself. */
  headOf: (document: number) => string | null;
}>;

/**
 * The event reports of all documents in the order of their mentions, one document in memory at a time: all tables have their
 * rows in the order of the documents.
 */
export function* readReports({ pathOf, headOf }: SpooledReports): Generator<EventReport> {
  const mentions = createCursor(readRows<PendingEventMention>(pathOf("event_mentions")));
  const participants = createCursor(readRows<Row<"participants">>(pathOf("participants")));
  const claims = createCursor(readRows<Row<"claims">>(pathOf("claims")));
  let index = 0;
  for (const document of readRows<DocumentSummary>(pathOf("summaries"))) {
    const found = mentions.of(document.docId);
    const tables = { participants: participants.of(document.docId), claims: claims.of(document.docId) };
    if (found.length > 0)
      yield* createReports({
        mentions: found,
        ...tables,
        documents: [{ ...document, duplicateOf: headOf(index) }],
      });
    index++;
  }
}

const createCursor = <Owned extends Readonly<{ doc_id: string }>>(rows: Iterator<Owned>) => {
  let ahead = rows.next();
  return {
    /** The rows of a document, where it is the one that comes next. */
    of: (docId: string): readonly Owned[] => {
      const taken: Owned[] = [];
      for (; ahead.done !== true && ahead.value.doc_id === docId; ahead = rows.next())
        taken.push(ahead.value);
      return taken;
    },
  };
};
