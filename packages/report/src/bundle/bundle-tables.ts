/**
 * How a column of the page is held: `int` numbers, {@link absent} for null; `word` strings out of few, as a dictionary; `text` strings;
 * `ints` a list of row numbers. Offsets are written so that they pack well, and read as `int`: `rising` as the difference
 * to the row above, `after …` as the difference to another column of the row, one that stands before it.
 */
export type ColumnKind = "int" | "rising" | `after ${string}` | "word" | "text" | "ints";

/** Null in an `int` column: no row, no day and no offset is this number. */
export const absent = -0x80000000;

/**
 * What the page holds of a dataset: the contract between the two sides. Rows refer to each other by row number, days count from
 * 1970-01-01, offsets are UTF-16 units into the document's text, and names are those of the dataset's columns. Words that
 * stand in a text which the page holds are not written again: `evidence` and the `text` of quotes are null there.
 */
export const bundleTables = {
  documents: {
    doc_id: "text",
    source: "text",
    url: "text",
    title: "text",
    authors: "text",
    publisher: "word",
    published: "int",
    published_earliest: "int",
    published_latest: "int",
    published_basis: "word",
    dateline: "text",
    language: "word",
    duplicate_of: "int",
    words: "int",
  },
  entities: {
    entity_id: "text",
    name: "text",
    type: "word",
    country: "word",
    aliases: "text",
    n_mentions: "int",
    n_documents: "int",
  },
  events: {
    event_id: "text",
    first_mention: "int",
    type: "word",
    mode: "word",
    status: "word",
    earliest: "int",
    latest: "int",
    date_conflict: "int",
    place: "word",
    actors: "ints",
    recipients: "ints",
    n_documents: "int",
    n_publishers: "int",
    n_independent: "int",
    evidence: "text",
    first_published: "int",
  },
  event_mentions: {
    event: "int",
    document: "rising",
    start: "rising",
    end: "after start",
    type: "word",
    mode: "word",
    status: "word",
    earliest: "int",
    latest: "int",
    date_basis: "word",
    time: "int",
    place: "word",
    place_precision: "word",
    place_basis: "word",
    place_start: "after start",
    place_end: "after place_start",
    evidence_start: "after start",
    evidence_end: "after evidence_start",
    rule: "word",
  },
  participants: {
    event_mention: "rising",
    role: "word",
    start: "rising",
    end: "after start",
    entity: "int",
    name: "word",
    country: "word",
    sector: "word",
    implied: "int",
  },
  claims: {
    event_mention: "rising",
    stance: "word",
    start: "rising",
    end: "after start",
    text: "word",
    entity: "int",
  },
  quotes: {
    document: "rising",
    start: "rising",
    end: "after start",
    text: "text",
    kind: "word",
    speaker: "word",
    speaker_start: "after start",
    speaker_end: "after speaker_start",
    speaker_entity: "int",
    speaker_name: "word",
    cue: "word",
    rule: "word",
  },
  diagnostics: { source: "word", document: "int", code: "word", severity: "word", message: "text" },
  texts: { document: "rising", text: "text" },
  blocks: { document: "rising", start: "rising", end: "after start", role: "word" },
  mentions: {
    document: "rising",
    start: "rising",
    end: "after start",
    type: "word",
    form: "word",
    entity: "int",
    role_title: "word",
    basis: "word",
    percent: "int",
  },
  times: {
    document: "rising",
    time: "int",
    start: "rising",
    end: "after start",
    type: "word",
    value: "word",
    earliest: "int",
    latest: "int",
    anchor: "word",
    anchor_time: "int",
    basis: "word",
    rule: "word",
  },
  quantities: {
    document: "rising",
    event_mention: "int",
    start: "rising",
    end: "after start",
    figure: "word",
    unit: "word",
    counted: "word",
    rule: "word",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, ColumnKind>>>>;

export type BundleTables = typeof bundleTables;
export type BundleTableName = keyof BundleTables;

/** What a column of a kind holds in a row on its way into the bundle. */
type Held<Kind> = Kind extends "word" | "text"
  ? string | null
  : Kind extends "ints"
    ? readonly number[]
    : number | null;

/** A row on its way into the bundle. */
export type BundleRow<Name extends BundleTableName> = {
  readonly [Column in keyof BundleTables[Name]]: Held<BundleTables[Name][Column]>;
};

/** Every table of the page. */
export type BundleRows = { readonly [Name in BundleTableName]: readonly BundleRow<Name>[] };
