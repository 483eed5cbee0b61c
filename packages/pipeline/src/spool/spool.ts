import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, messageOf, readIsoDay, severityOf } from "@readout/model";
import type { Progress } from "../build-options.js";
import { pause } from "../pause.js";
import { bandWords } from "../resolve/minhash.js";
import type { Annotated } from "../worker/annotate-all.js";
import { type Answer, bytesOf, type DocumentTable, documentTables } from "../worker/answer.js";
import { createAppender } from "./appender.js";

/** What is kept in memory of each document, columns by its place in the order of the input. */
export type DocumentColumns = Readonly<{
  docIds: readonly string[];
  /** First day on which it can have been published, days since 1970-01-01; infinity where unknown. */
  publishedEarliest: readonly number[];
  /** Where its shingles are in {@link shinglesFile}: first and number; no shingles, no band keys. */
  firstShingle: readonly number[];
  shingles: readonly number[];
}>;

export type Spooled = Readonly<{
  folder: string;
  documents: DocumentColumns;
  /** Documents without a known day of publication. */
  undated: number;
  rows: Readonly<Record<DocumentTable, number>>;
  bytes: number;
  /** Documents whose annotation failed. */
  quarantined: number;
  /** Documents whose answer came from the cache. */
  cached: number;
}>;

/**
 * Writes documents as they come to one file of JSON lines a table, and keeps of each only what the corpus needs. The
 * files are those that the build publishes, but for the columns that the corpus fills. In memory a document costs some 80 bytes.
 */
export const spool = async (
  annotated: AsyncIterable<Annotated>,
  folder: string,
  progress: Progress,
  signal?: AbortSignal,
): Promise<Spooled> => {
  mkdirSync(folder, { recursive: true });
  const files = new Map(
    documentTables.map((table) => [table, createAppender(join(folder, `${table}.jsonl`))]),
  );
  const shingles = createAppender(join(folder, shinglesFile));
  const bands = createAppender(join(folder, bandsFile));
  const summaries = createAppender(join(folder, summariesFile));
  const sightings = createAppender(join(folder, sightingsFile));
  const documents = {
    docIds: [] as string[],
    publishedEarliest: [] as number[],
    firstShingle: [] as number[],
    shingles: [] as number[],
  };
  const rows = Object.fromEntries(documentTables.map((table) => [table, 0])) as Record<DocumentTable, number>;
  const counts = { bytes: 0, quarantined: 0, cached: 0, undated: 0 };
  let shinglesBefore = 0;
  const append = (answer: Answer): void => {
    for (const table of documentTables) {
      const { rows: count, bytes } = answer.lines[table];
      files.get(table)?.append(bytes);
      rows[table] += count;
    }
    const hashes = answer.shingles;
    shingles.append(bytesOf(hashes));
    bands.append(answer.bands.length === 0 ? noBands : bytesOf(answer.bands));
    sightings.append(answer.sightings);
    const { summary } = answer;
    summaries.append(Buffer.from(`${JSON.stringify(summary)}\n`, "utf8"));
    if (summary.published === null) counts.undated++;
    documents.docIds.push(summary.docId);
    documents.publishedEarliest.push(
      (summary.publishedEarliest === null ? null : readIsoDay(summary.publishedEarliest)) ?? Infinity,
    );
    documents.firstShingle.push(shinglesBefore);
    documents.shingles.push(hashes.length);
    shinglesBefore += hashes.length;
  };
  try {
    for await (const item of annotated) {
      if (item.kind === "document") {
        append(item.answer);
        counts.bytes += item.bytes;
        if (item.cached) counts.cached++;
      } else {
        files.get("diagnostics")?.append(Buffer.from(diagnosticLine(item.source, item.diagnostic), "utf8"));
        rows.diagnostics++;
      }
      if (item.failure !== null) counts.quarantined++;
      progress.documents(documents.docIds.length, counts.bytes);
      // Where all comes from the cache, nothing else lets a signal in.
      if (documents.docIds.length % 100 === 0) await pause(signal);
    }
  } finally {
    for (const file of [...files.values(), shingles, bands, summaries, sightings]) file.close();
  }
  return { folder, documents, rows, ...counts };
};

/** Shingles of all documents, one after the other, as 32-bit words. */
export const shinglesFile = "shingles.bin";
/** Band keys of all documents, {@link bandWords} words each; zeros for a document without. */
export const bandsFile = "bands.bin";
/** The summaries of all documents, a line each. */
export const summariesFile = "summaries.jsonl";
/** The entities of all documents, as `sightingLines` writes them. */
export const sightingsFile = "sightings.txt";

const noBands = new Uint8Array(bandWords * Uint32Array.BYTES_PER_ELEMENT);

/** A diagnostic on an input that gave no document. */
export const diagnosticLine = (source: string, about: Diagnostic): string =>
  `${JSON.stringify({
    source,
    doc_id: null,
    code: about.code,
    severity: severityOf(about),
    start_char: null,
    end_char: null,
    message: messageOf(about),
  })}\n`;
