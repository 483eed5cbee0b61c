import type { Row, TableName } from "@readout/model/rows";
import type { DatasetRows } from "../src/index.js";

/** Tables in memory, as a report reads them; rows are pushed in the order of the dataset. */
export type MadeTables = { [Name in TableName]: Row<Name>[] };

export const noTables = (): MadeTables => ({
  documents: [],
  blocks: [],
  sentences: [],
  mentions: [],
  entities: [],
  times: [],
  quotes: [],
  quantities: [],
  event_mentions: [],
  participants: [],
  claims: [],
  events: [],
  dyads: [],
  diagnostics: [],
});

export const rowsOf =
  (tables: MadeTables): DatasetRows =>
  (table) =>
    tables[table];

export const documentRow = (
  row: Partial<Row<"documents">> & Pick<Row<"documents">, "doc_id" | "text">,
): Row<"documents"> => ({
  source: `${row.doc_id}.txt`,
  url: null,
  title: null,
  authors: [],
  publisher: null,
  published: null,
  published_at: null,
  published_earliest: row.published ?? null,
  published_latest: row.published ?? null,
  published_basis: row.published === undefined ? "none" : "stated",
  dateline: null,
  language: "en",
  duplicate_of: null,
  characters: [...(row.text ?? "")].length,
  words: (row.text ?? "").split(/\s+/).length,
  body_words: 0,
  sha256: "",
  ...row,
});

export const entityRow = (
  row: Partial<Row<"entities">> & Pick<Row<"entities">, "entity_id" | "name">,
): Row<"entities"> => ({
  qid: null,
  type: "PERSON",
  country: null,
  aliases: [row.name],
  lat: null,
  lon: null,
  n_mentions: 1,
  n_documents: 1,
  first_published: null,
  last_published: null,
  ...row,
});

type GivenMention = Partial<Row<"event_mentions">> &
  Pick<
    Row<"event_mentions">,
    | "event_mention_id"
    | "event_id"
    | "doc_id"
    | "type"
    | "start_char"
    | "end_char"
    | "evidence_start"
    | "evidence_end"
  >;

export const eventMentionRow = (row: GivenMention): Row<"event_mentions"> => ({
  sentence: 0,
  text: null,
  mode: null,
  contexts: [],
  cameo_root: 4,
  quad_class: 1,
  status: "actual",
  earliest: null,
  latest: null,
  date_basis: "none",
  time: null,
  place_entity_id: null,
  place_start: null,
  place_end: null,
  place: null,
  place_precision: null,
  place_basis: null,
  evidence: null,
  rule: "test/rule",
  ...row,
});

export const eventRow = (
  row: Partial<Row<"events">> & Pick<Row<"events">, "event_id" | "first_mention" | "type">,
): Row<"events"> => ({
  mode: null,
  status: "actual",
  quad_class: 1,
  earliest: null,
  latest: null,
  date_conflict: false,
  place_entity_id: null,
  place: null,
  country: null,
  lat: null,
  lon: null,
  actors: [],
  recipients: [],
  n_mentions: 1,
  n_documents: 1,
  n_publishers: 1,
  n_independent: 1,
  claimed_by: [],
  denied_by: [],
  evidence: null,
  first_published: null,
  last_published: null,
  ...row,
});

export const participantRow = (
  row: Partial<Row<"participants">> &
    Pick<Row<"participants">, "doc_id" | "event_mention_id" | "role" | "name">,
): Row<"participants"> => ({
  participant: 0,
  start_char: null,
  end_char: null,
  text: null,
  mention: null,
  entity_id: null,
  country: null,
  sector: null,
  implied: false,
  ...row,
});

export const quoteRow = (
  row: Partial<Row<"quotes">> & Pick<Row<"quotes">, "doc_id" | "quote" | "start_char" | "end_char" | "text">,
): Row<"quotes"> => ({
  sentence: 0,
  kind: "direct",
  content_start: row.start_char,
  content_end: row.end_char,
  continues: null,
  speaker: null,
  speaker_start: null,
  speaker_end: null,
  speaker_entity_id: null,
  speaker_name: null,
  cue: null,
  cue_start: null,
  cue_end: null,
  addressee_entity_id: null,
  rule: "test/rule",
  ...row,
});
