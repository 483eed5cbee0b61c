import { readIsoDay, severities } from "@readout/model";
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

/** What the rows of the lists are made with: what the page holds, by id, and whether it may hold words of the pages. */
type Keeping = Selection & Readonly<{ mentions: ReadonlyMap<string, number>; text: "full" | "none" }>;

/** The rows of the lists, and what of them is left out. `mentions` gives event mentions their row numbers. */
export const gatherOverview = (
  rows: DatasetRows,
  selection: Selection,
  mentions: ReadonlyMap<string, number>,
  { text, limits }: Readonly<{ text: "full" | "none"; limits: Limits }>,
): Readonly<{ tables: Overview; leftOut: readonly LeftOut[] }> => {
  const { documents, events, entities } = selection;
  const keeping: Keeping = { ...selection, mentions, text };
  const allQuotes = [...rows("quotes")];
  const quotes = allQuotes.filter((row) => documents.has(row.doc_id)).slice(0, limits.quotes);
  const allDiagnostics = [...rows("diagnostics")];
  const diagnostics = [...allDiagnostics].sort(bySeverity).slice(0, limits.diagnostics);
  return {
    tables: {
      documents: [...documents.values()].map(({ row }) => documentRow(row, keeping)),
      entities: [...rows("entities")].flatMap((row) => (entities.has(row.entity_id) ? entityRow(row) : [])),
      events: [...rows("events")].flatMap((row) => (events.has(row.event_id) ? eventRow(row, keeping) : [])),
      event_mentions: [...rows("event_mentions")].flatMap((row) => {
        const document = documents.get(row.doc_id);
        return document !== undefined && mentions.has(row.event_mention_id)
          ? eventMentionRow(row, document, events)
          : [];
      }),
      participants: [...rows("participants")].flatMap((row) => participantRow(row, keeping) ?? []),
      claims: [...rows("claims")].flatMap((row) => claimRow(row, keeping) ?? []),
      quotes: quotes.flatMap((row) => quoteRow(row, keeping) ?? []),
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

/** Words as a page has them, where they may be shown. */
const wordsIn = ({ text }: Keeping, words: string | null): string | null => (text === "none" ? null : words);

const entityNumber = ({ entities }: Keeping, id: string | null): number | null =>
  id === null ? null : (entities.get(id) ?? null);

const entityRow = (row: Row<"entities">): BundleRow<"entities"> => ({
  entity_id: row.entity_id,
  name: row.name,
  type: row.type,
  country: row.country,
  aliases: row.aliases.join("\n"),
  n_mentions: row.n_mentions,
  n_documents: row.n_documents,
});

const eventRow = (row: Row<"events">, keeping: Keeping): BundleRow<"events"> => {
  const { documents, entities, mentions } = keeping;
  const numbers = (ids: readonly string[]): readonly number[] => ids.flatMap((id) => entities.get(id) ?? []);
  const isReadable = documents.get(row.first_mention.slice(0, docIdLength))?.readable === true;
  return {
    event_id: row.event_id,
    first_mention: mentions.get(row.first_mention) ?? null,
    type: row.type,
    mode: row.mode,
    status: row.status,
    earliest: dayNumber(row.earliest),
    latest: dayNumber(row.latest),
    date_conflict: Number(row.date_conflict),
    place: row.place,
    actors: numbers(row.actors),
    recipients: numbers(row.recipients),
    n_documents: row.n_documents,
    n_publishers: row.n_publishers,
    n_independent: row.n_independent,
    evidence: isReadable ? null : wordsIn(keeping, row.evidence),
    first_published: dayNumber(row.first_published),
  };
};

const participantRow = (row: Row<"participants">, keeping: Keeping): BundleRow<"participants"> | null => {
  const document = keeping.documents.get(row.doc_id);
  const mention = keeping.mentions.get(row.event_mention_id);
  if (document === undefined || mention === undefined) return null;
  return {
    event_mention: mention,
    role: row.role,
    ...span(document, row.start_char, row.end_char),
    entity: entityNumber(keeping, row.entity_id),
    // Of somebody who is no entity the name is the phrase as written.
    name: row.entity_id === null ? wordsIn(keeping, row.name) : row.name,
    country: row.country,
    sector: row.sector,
    implied: Number(row.implied),
  };
};

const claimRow = (row: Row<"claims">, keeping: Keeping): BundleRow<"claims"> | null => {
  const document = keeping.documents.get(row.doc_id);
  const mention = keeping.mentions.get(row.event_mention_id);
  if (document === undefined || mention === undefined) return null;
  return {
    event_mention: mention,
    stance: row.stance,
    ...span(document, row.start_char, row.end_char),
    text: wordsIn(keeping, row.text),
    entity: entityNumber(keeping, row.entity_id),
  };
};

const quoteRow = (row: Row<"quotes">, keeping: Keeping): BundleRow<"quotes"> | null => {
  const document = keeping.documents.get(row.doc_id);
  if (document === undefined) return null;
  const speaker = span(document, row.speaker_start, row.speaker_end);
  return {
    document: document.number,
    ...span(document, row.start_char, row.end_char),
    text: document.readable ? null : wordsIn(keeping, row.text),
    kind: row.kind,
    speaker: wordsIn(keeping, row.speaker),
    speaker_start: speaker.start,
    speaker_end: speaker.end,
    speaker_entity: entityNumber(keeping, row.speaker_entity_id),
    speaker_name: row.speaker_name,
    cue: wordsIn(keeping, row.cue),
    rule: row.rule,
  };
};

/** `d` and 20 hex digits, with which the id of an event mention begins. */
const docIdLength = 21;

const bySeverity = (a: Row<"diagnostics">, b: Row<"diagnostics">): number =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity);

const documentRow = (row: Row<"documents">, keeping: Keeping): BundleRow<"documents"> => ({
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
  dateline: wordsIn(keeping, row.dateline),
  language: row.language,
  duplicate_of: row.duplicate_of === null ? null : (keeping.documents.get(row.duplicate_of)?.number ?? null),
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
