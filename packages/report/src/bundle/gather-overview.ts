import { readIsoDay } from "@readout/model";
import type { Row } from "@readout/model/rows";
import type { DatasetRows } from "../dataset-rows.js";
import type { Limits } from "../limits.js";
import type { BundleRow, BundleRows } from "./bundle-tables.js";
import type { LeftOut } from "./manifest.js";
import { type KeptDocument, leftOut, type Selection } from "./selection.js";

type Overview = Pick<
  BundleRows,
  | "documents"
  | "entities"
  | "events"
  | "event_mentions"
  | "participants"
  | "claims"
  | "quotes"
  | "diagnostics"
>;

/** The rows of the lists, and what of them is left out. `mentions` gives event mentions their row numbers. */
export const gatherOverview = (
  rows: DatasetRows,
  selection: Selection,
  mentions: ReadonlyMap<string, number>,
  { text, limits }: Readonly<{ text: "full" | "none"; limits: Limits }>,
): Readonly<{ tables: Overview; leftOut: readonly LeftOut[] }> => {
  const { documents, events, entities } = selection;
  const words = (value: string | null): string | null => (text === "none" ? null : value);
  const readable = (docId: string): boolean => documents.get(docId)?.readable === true;
  const entity = (id: string | null): number | null => (id === null ? null : (entities.get(id) ?? null));
  const entityNumbers = (ids: readonly string[]): readonly number[] =>
    ids.flatMap((id) => entities.get(id) ?? []);
  const allQuotes = [...rows("quotes")];
  const quotes = allQuotes.filter((row) => documents.has(row.doc_id)).slice(0, limits.quotes);
  const allDiagnostics = [...rows("diagnostics")];
  const diagnostics = [...allDiagnostics].sort(bySeverity).slice(0, limits.diagnostics);

  return {
    tables: {
      documents: [...documents.values()].map(({ row }) => documentRow(row, documents)),
      entities: [...rows("entities")].map((row) => ({
        entity_id: row.entity_id,
        name: row.name,
        type: row.type,
        country: row.country,
        aliases: row.aliases.join("\n"),
        n_mentions: row.n_mentions,
        n_documents: row.n_documents,
      })),
      events: [...rows("events")].flatMap((row) =>
        events.has(row.event_id)
          ? {
              event_id: row.event_id,
              first_mention: mentions.get(row.first_mention) ?? null,
              type: row.type,
              mode: row.mode,
              status: row.status,
              earliest: dayNumber(row.earliest),
              latest: dayNumber(row.latest),
              date_conflict: Number(row.date_conflict),
              place: row.place,
              actors: entityNumbers(row.actors),
              recipients: entityNumbers(row.recipients),
              n_documents: row.n_documents,
              n_publishers: row.n_publishers,
              n_independent: row.n_independent,
              evidence: readable(row.first_mention.slice(0, docIdLength)) ? null : words(row.evidence),
              first_published: dayNumber(row.first_published),
            }
          : [],
      ),
      event_mentions: [...rows("event_mentions")].flatMap((row) => {
        const document = documents.get(row.doc_id);
        return document !== undefined && mentions.has(row.event_mention_id)
          ? eventMentionRow(row, document, events)
          : [];
      }),
      participants: [...rows("participants")].flatMap((row) => {
        const document = documents.get(row.doc_id);
        const mention = mentions.get(row.event_mention_id);
        if (document === undefined || mention === undefined) return [];
        return {
          event_mention: mention,
          role: row.role,
          ...span(document, row.start_char, row.end_char),
          entity: entity(row.entity_id),
          name: row.name,
          country: row.country,
          sector: row.sector,
          implied: Number(row.implied),
        };
      }),
      claims: [...rows("claims")].flatMap((row) => {
        const document = documents.get(row.doc_id);
        const mention = mentions.get(row.event_mention_id);
        if (document === undefined || mention === undefined) return [];
        return {
          event_mention: mention,
          stance: row.stance,
          ...span(document, row.start_char, row.end_char),
          text: words(row.text),
          entity: entity(row.entity_id),
        };
      }),
      quotes: quotes.flatMap((row) => {
        const document = documents.get(row.doc_id);
        if (document === undefined) return [];
        const speaker = span(document, row.speaker_start, row.speaker_end);
        return {
          document: document.number,
          ...span(document, row.start_char, row.end_char),
          text: document.readable ? null : words(row.text),
          kind: row.kind,
          speaker: words(row.speaker),
          speaker_start: speaker.start,
          speaker_end: speaker.end,
          speaker_entity: entity(row.speaker_entity_id),
          speaker_name: row.speaker_name,
          cue: words(row.cue),
          rule: row.rule,
        };
      }),
      diagnostics: diagnostics.map((row) => ({
        source: row.source,
        document: row.doc_id === null ? null : (documents.get(row.doc_id)?.number ?? null),
        code: row.code,
        severity: row.severity,
        message: row.message,
      })),
    },
    leftOut: [
      leftOut("quotes", quotes.length, allQuotes.length, "the last in the order of the dataset"),
      leftOut("diagnostics", diagnostics.length, allDiagnostics.length, "the least severe"),
    ].filter(({ left }) => left > 0),
  };
};

/** `d` and 20 hex digits, with which the id of an event mention begins. */
const docIdLength = 21;

const severities = ["error", "warning", "info"] as const;
const bySeverity = (a: Row<"diagnostics">, b: Row<"diagnostics">): number =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity);

const documentRow = (
  row: Row<"documents">,
  documents: ReadonlyMap<string, KeptDocument>,
): BundleRow<"documents"> => ({
  doc_id: row.doc_id,
  source: row.source,
  url: row.url,
  title: row.title,
  authors: row.authors.join(", "),
  publisher: row.publisher,
  published: dayNumber(row.published),
  published_earliest: dayNumber(row.published_earliest),
  published_latest: dayNumber(row.published_latest),
  published_basis: row.published_basis,
  dateline: row.dateline,
  language: row.language,
  duplicate_of: row.duplicate_of === null ? null : (documents.get(row.duplicate_of)?.number ?? null),
  words: row.words,
});

const eventMentionRow = (
  row: Row<"event_mentions">,
  document: KeptDocument,
  events: ReadonlyMap<string, number>,
): BundleRow<"event_mentions"> => {
  const place = span(document, row.place_start, row.place_end);
  const evidence = span(document, row.evidence_start, row.evidence_end);
  return {
    event: events.get(row.event_id) ?? null,
    document: document.number,
    ...span(document, row.start_char, row.end_char),
    type: row.type,
    mode: row.mode,
    status: row.status,
    earliest: dayNumber(row.earliest),
    latest: dayNumber(row.latest),
    date_basis: row.date_basis,
    time: row.time,
    place: row.place,
    place_precision: row.place_precision,
    place_basis: row.place_basis,
    place_start: place.start,
    place_end: place.end,
    evidence_start: evidence.start,
    evidence_end: evidence.end,
    rule: row.rule,
  };
};

const dayNumber = (day: string | null): number | null => (day === null ? null : readIsoDay(day));

const span = (
  { offsets }: KeptDocument,
  start: number | null,
  end: number | null,
): Readonly<{ start: number | null; end: number | null }> => ({
  start: start === null ? null : offsets(start),
  end: end === null ? null : offsets(end),
});
