import { decodeHeaded, encodeHeaded } from "./protocol.js";

/** The tables that documents fill on their own; entities, events and dyads come from the corpus. */
export const documentTables = [
  "documents",
  "blocks",
  "sentences",
  "mentions",
  "times",
  "quotes",
  "quantities",
  "event_mentions",
  "participants",
  "claims",
  "diagnostics",
] as const;
export type DocumentTable = (typeof documentTables)[number];

/** What the corpus needs to know of a document. */
export type DocumentSummary = Readonly<{
  docId: string;
  published: string | null;
  publishedEarliest: string | null;
  publishedLatest: string | null;
  publisher: string | null;
  /** The news agency named in its byline or dateline. */
  agency: string | null;
}>;

/** A document's rows as JSON lines, ready to be copied, and what the corpus is resolved by. */
export type Answer = Readonly<{
  summary: DocumentSummary;
  lines: Readonly<Record<DocumentTable, Readonly<{ rows: number; bytes: Uint8Array }>>>;
  /** Hashes of the body's word shingles, sorted, each once. */
  shingles: Uint32Array;
  /** Keys of the shingles for the search of near-duplicates; empty where there are no shingles. */
  bands: Uint32Array;
  /** Its entities, as `sightingLines` writes them. */
  sightings: Uint8Array;
  /** Its event reports, as `reportLines` writes them. */
  reports: Uint8Array;
}>;

type AnswerHead = Readonly<{
  summary: DocumentSummary;
  /** Rows and bytes of each of {@link documentTables}, in that order. */
  extents: readonly Readonly<[rows: number, bytes: number]>[];
  shingles: number;
  bands: number;
  /** In bytes. */
  sightings: number;
  /** In bytes; the last that is there. */
  reports: number;
}>;

export const encodeAnswer = ({
  summary,
  lines,
  shingles,
  bands,
  sightings,
  reports,
}: Answer): readonly Uint8Array[] => {
  const tables = documentTables.map((table) => lines[table]);
  const head: AnswerHead = {
    summary,
    extents: tables.map(({ rows, bytes }) => [rows, bytes.length]),
    shingles: shingles.length,
    bands: bands.length,
    sightings: sightings.length,
    reports: reports.length,
  };
  return encodeHeaded(head, [
    ...tables.map(({ bytes }) => bytes),
    bytesOf(shingles),
    bytesOf(bands),
    sightings,
    reports,
  ]);
};

export const decodeAnswer = (payload: Buffer): Answer => {
  const { head, bytes } = decodeHeaded<AnswerHead>(payload);
  let at = 0;
  const take = (length: number): Uint8Array => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const lines = Object.fromEntries(
    documentTables.map((table, i) => {
      const [rows, length] = head.extents[i] ?? [0, 0];
      return [table, { rows, bytes: take(length) }];
    }),
  ) as Record<DocumentTable, { rows: number; bytes: Uint8Array }>;
  return {
    summary: head.summary,
    lines,
    shingles: words(take, head.shingles),
    bands: words(take, head.bands),
    sightings: take(head.sightings),
    reports: take(head.reports),
  };
};

export const bytesOf = (words: Uint32Array): Uint8Array =>
  new Uint8Array(words.buffer, words.byteOffset, words.byteLength);

/** What {@link bytesOf} gave; copied, since a typed array wants its bytes aligned. */
export const wordsOf = (bytes: Uint8Array): Uint32Array => new Uint32Array(new Uint8Array(bytes).buffer);

const words = (take: (length: number) => Uint8Array, count: number): Uint32Array =>
  wordsOf(take(count * Uint32Array.BYTES_PER_ELEMENT));
