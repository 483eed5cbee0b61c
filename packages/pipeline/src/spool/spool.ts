import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, messageOf, severityOf } from "@readout/model";
import type { Progress } from "../build-options.js";
import type { Annotated } from "../worker/annotate-all.js";
import {
  type Answer,
  bytesOf,
  type DocumentSummary,
  type DocumentTable,
  documentTables,
} from "../worker/answer.js";
import { createAppender } from "./appender.js";

/** A document as the corpus sees it. */
type SpooledDocument = DocumentSummary &
  Readonly<{
    /** Band keys of its shingles; empty for a document too short to have any. */
    bands: Uint32Array;
    /** Where its shingles are in the spooled shingles: first and number. */
    shingles: readonly [first: number, count: number];
  }>;

export type Spooled = Readonly<{
  folder: string;
  documents: readonly SpooledDocument[];
  rows: Readonly<Record<DocumentTable, number>>;
  bytes: number;
  /** Documents whose annotation failed. */
  quarantined: number;
  /** Documents whose answer came from the cache. */
  cached: number;
}>;

/**
 * Writes documents as they come to one file of JSON lines a table, and keeps of each only what the corpus needs. The
 * files are those that the build publishes, but for the columns that the corpus fills.
 */
export const spool = async (
  annotated: AsyncIterable<Annotated>,
  folder: string,
  progress: Progress,
): Promise<Spooled> => {
  mkdirSync(folder, { recursive: true });
  const files = new Map(
    documentTables.map((table) => [table, createAppender(join(folder, `${table}.jsonl`))]),
  );
  const shingles = createAppender(join(folder, shinglesFile));
  const documents: SpooledDocument[] = [];
  const rows = Object.fromEntries(documentTables.map((table) => [table, 0])) as Record<DocumentTable, number>;
  const counts = { bytes: 0, quarantined: 0, cached: 0 };
  let shinglesBefore = 0;
  const append = (answer: Answer): void => {
    for (const table of documentTables) {
      const { rows: count, bytes } = answer.lines[table];
      files.get(table)?.append(bytes);
      rows[table] += count;
    }
    const hashes = answer.shingles;
    shingles.append(bytesOf(hashes));
    documents.push({ ...answer.summary, bands: answer.bands, shingles: [shinglesBefore, hashes.length] });
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
      progress.documents(documents.length, counts.bytes);
    }
  } finally {
    for (const file of [...files.values(), shingles]) file.close();
  }
  return { folder, documents, rows, ...counts };
};

export const shinglesFile = "shingles.bin";

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
