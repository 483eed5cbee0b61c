import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, messageOf, severityOf } from "@readout/model";
import type { Progress } from "../build-options.js";
import { pause } from "../pause.js";
import { bandWords } from "../resolve/minhash.js";
import type { Annotated } from "../worker/annotate-all.js";
import { type Answer, bytesOf, type DocumentTable, documentTables } from "../worker/answer.js";
import { createAppender } from "./appender.js";

export type Spooled = Readonly<{
  folder: string;
  /** Documents without a known day of publication. */
  undated: number;
  rows: Readonly<Record<DocumentTable, number>>;
  /** Documents whose annotation failed. */
  quarantined: number;
  /** Documents whose answer came from the cache. */
  cached: number;
}>;

/**
 * Writes documents as they come to one file of JSON lines a table, and beside them what the corpus is resolved by. The
 * files are those that the build publishes, but for the columns that the corpus fills. Nothing of a document stays in memory.
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
  const beside = {
    shingles: createAppender(join(folder, shinglesFile)),
    counts: createAppender(join(folder, shingleCountsFile)),
    bands: createAppender(join(folder, bandsFile)),
    sightings: createAppender(join(folder, sightingsFile)),
    reports: createAppender(join(folder, reportsFile)),
  };
  const rows = Object.fromEntries(documentTables.map((table) => [table, 0])) as Record<DocumentTable, number>;
  const counts = { quarantined: 0, cached: 0, undated: 0 };
  let bytesRead = 0;
  const append = (answer: Answer): void => {
    for (const table of documentTables) {
      const { rows: count, bytes } = answer.lines[table];
      files.get(table)?.append(bytes);
      rows[table] += count;
    }
    const { summary, shingles, bands } = answer;
    beside.shingles.append(bytesOf(shingles));
    beside.counts.append(bytesOf(Uint32Array.of(shingles.length)));
    beside.bands.append(bands.length === 0 ? noBands : bytesOf(bands));
    beside.sightings.append(answer.sightings);
    beside.reports.append(Buffer.from(`${JSON.stringify(summary)}\n`, "utf8"));
    beside.reports.append(answer.reports);
    if (summary.published === null) counts.undated++;
  };
  try {
    for await (const item of annotated) {
      if (item.kind === "document") {
        append(item.answer);
        bytesRead += item.bytes;
        if (item.cached) counts.cached++;
      } else {
        files.get("diagnostics")?.append(Buffer.from(diagnosticLine(item.source, item.diagnostic), "utf8"));
        rows.diagnostics++;
      }
      if (item.failure !== null) counts.quarantined++;
      progress.documents(rows.documents, bytesRead);
      // Where all comes from the cache, nothing else lets a signal in.
      if (rows.documents % 100 === 0) await pause(signal);
    }
  } finally {
    for (const file of [...files.values(), ...Object.values(beside)]) file.close();
  }
  return { folder, rows, ...counts };
};

/** Shingles of all documents, one after the other, as 32-bit words. */
export const shinglesFile = "shingles.bin";
/** How many shingles each document has, a 32-bit word each. */
export const shingleCountsFile = "shingle-counts.bin";
/** Band keys of all documents, {@link bandWords} words each; zeros for a document without. */
export const bandsFile = "bands.bin";
/** The entities of all documents, as `sightingLines` writes them. */
export const sightingsFile = "sightings.txt";
/** Of each document its summary, a line of JSON, and its event reports, as `reportLines` writes them. */
export const reportsFile = "reports.txt";

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
