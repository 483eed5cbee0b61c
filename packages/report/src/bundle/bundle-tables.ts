/**
 * How a column of the page is held: `int` a typed array with {@link absent} for null; `word` strings out of few, as a dictionary;
 * `text` strings; `ints` a list of row numbers.
 */
export type ColumnKind = "int" | "word" | "text" | "ints";

/** Null in an `int` column: no row, no day and no offset is this number. */
export const absent = -0x80000000;

/**
 * What the page holds of a dataset: the contract between the two sides, in two parts. The page shows itself when it has read
 * `overview`; `pages` is for reading the documents. Rows refer to each other by row number, days count from 1970-01-01,
 * offsets are UTF-16 units into the document's text, and names are those of the dataset's columns.
 */
export const bundleTables = {
  overview: {
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
      document: "int",
      start: "int",
      end: "int",
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
      place_start: "int",
      place_end: "int",
      evidence_start: "int",
      evidence_end: "int",
      rule: "word",
    },
    participants: {
      event_mention: "int",
      role: "word",
      start: "int",
      end: "int",
      entity: "int",
      name: "word",
      country: "word",
      sector: "word",
      implied: "int",
    },
    claims: {
      event_mention: "int",
      stance: "word",
      start: "int",
      end: "int",
      text: "word",
      entity: "int",
    },
    quotes: {
      document: "int",
      start: "int",
      end: "int",
      text: "text",
      kind: "word",
      speaker: "word",
      speaker_start: "int",
      speaker_end: "int",
      speaker_entity: "int",
      speaker_name: "word",
      cue: "word",
      rule: "word",
    },
    diagnostics: { source: "word", document: "int", code: "word", severity: "word", message: "text" },
  },
  pages: {
    texts: { document: "int", text: "text" },
    blocks: { document: "int", start: "int", end: "int", role: "word" },
    mentions: {
      document: "int",
      start: "int",
      end: "int",
      type: "word",
      form: "word",
      entity: "int",
      role_title: "word",
      basis: "word",
      percent: "int",
    },
    times: {
      document: "int",
      time: "int",
      start: "int",
      end: "int",
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
      document: "int",
      event_mention: "int",
      start: "int",
      end: "int",
      figure: "word",
      unit: "word",
      counted: "word",
      rule: "word",
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, ColumnKind>>>>>>;

export type BundleTables = (typeof bundleTables)["overview"] & (typeof bundleTables)["pages"];
export type BundleTableName = keyof BundleTables;

type Held = Readonly<{
  int: number | null;
  word: string | null;
  text: string | null;
  ints: readonly number[];
}>;
/** A row on its way into the bundle. */
export type BundleRow<Name extends BundleTableName> = {
  readonly [Column in keyof BundleTables[Name]]: Held[BundleTables[Name][Column] & ColumnKind];
};
