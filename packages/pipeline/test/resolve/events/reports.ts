import type { PendingEventMention } from "@readout/model";
import type { Row } from "@readout/model/rows";
import type { ReportingDocument } from "../../../src/resolve/events/event-report.js";
import type { EventTables } from "../../../src/resolve/events/resolve-events.js";

/** One report of an event, as little as a case needs. */
export type Reported = Readonly<{
  doc: string;
  start?: number;
  type?: PendingEventMention["type"];
  mode?: string | null;
  status?: PendingEventMention["status"];
  day?: string | null;
  latest?: string | null;
  actors?: readonly string[];
  recipients?: readonly string[];
  place?: string | null;
  denies?: string;
}>;

/** "Q1:USA" is entity Q1 of country USA; "?:the summit" is words alone. */
const participant = (
  mention: PendingEventMention,
  role: "actor" | "recipient",
  written: string,
  index: number,
): Row<"participants"> => {
  const [entity = "", country] = written.split(":");
  const known = entity !== "?";
  return {
    doc_id: mention.doc_id,
    event_mention_id: mention.event_mention_id,
    participant: index,
    role,
    start_char: index,
    end_char: index + 1,
    text: entity,
    mention: null,
    entity_id: known ? entity : null,
    name: known ? entity : (country ?? null),
    country: known ? (country ?? null) : null,
    sector: null,
    implied: false,
  };
};

export const documentOf = (docId: string, given: Partial<ReportingDocument> = {}): ReportingDocument => ({
  docId,
  publishedEarliest: "2026-11-03",
  publishedLatest: "2026-11-03",
  published: "2026-11-03",
  publisher: null,
  agency: null,
  duplicateOf: null,
  ...given,
});

export const tablesOf = (
  reports: readonly Reported[],
  documents: readonly ReportingDocument[],
): EventTables => {
  const mentions = reports.map(mentionOf);
  return {
    mentions,
    participants: mentions.flatMap((mention, index) => {
      const { actors = [], recipients = [] } = reports[index] ?? { doc: "" };
      return [
        ...actors.map((written, at) => participant(mention, "actor", written, at)),
        ...recipients.map((written, at) => participant(mention, "recipient", written, actors.length + at)),
      ];
    }),
    claims: mentions.flatMap((mention, index) => {
      const { denies } = reports[index] ?? { doc: "" };
      return denies === undefined
        ? []
        : [
            {
              doc_id: mention.doc_id,
              event_mention_id: mention.event_mention_id,
              claim: 0,
              level: 0,
              stance: "denies" as const,
              start_char: 0,
              end_char: 1,
              text: denies,
              entity_id: denies,
              quote: null,
            },
          ];
    }),
    documents,
    placeOf: () => ({ country: "NOR", lat: 59.9, lon: 10.7 }),
  };
};

const mentionOf = ({
  doc,
  start = 10,
  type = "CONSULT",
  mode = null,
  status = "actual",
  day = "2026-11-02",
  latest = day,
  place = null,
}: Reported): PendingEventMention => ({
  event_mention_id: `${doc}-${start}-${type}`,
  doc_id: doc,
  sentence: 0,
  start_char: start,
  end_char: start + 3,
  text: "met",
  type,
  mode,
  contexts: [],
  cameo_root: 4,
  quad_class: 1,
  status,
  earliest: day,
  latest,
  date_basis: day === null ? "none" : "explicit",
  time: null,
  place_entity_id: place,
  place_start: null,
  place_end: null,
  place,
  place_precision: place === null ? null : "city",
  place_basis: place === null ? null : "argument",
  evidence_start: 0,
  evidence_end: 20,
  evidence: "They met.",
  rule: "test",
});
