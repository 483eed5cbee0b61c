import { readLines } from "../spool/read-rows.js";
import type { DocumentSummary } from "../worker/answer.js";
import type { SpooledReport } from "./event-table.js";
import { splitReport } from "./report-lines.js";

/**
 * The event reports of all documents in the order of their mentions, of a file in which a document's summary, JSON, comes before
 * its report lines. `headOf` gives the head of a document's near-duplicate cluster by the document's place, null for the head itself.
 */
export function* readReports(
  path: string,
  headOf: (document: number) => string | null,
): Generator<SpooledReport> {
  let place = 0;
  let document: SpooledReport["document"] | null = null;
  for (const line of readLines(path)) {
    if (line.startsWith("{"))
      document = { ...(JSON.parse(line) as DocumentSummary), duplicateOf: headOf(place++) };
    else if (document !== null) yield { line: splitReport(line), document };
  }
}

/** The summaries of all documents in such a file, in their order. */
export function* readSummaries(path: string): Generator<DocumentSummary> {
  for (const line of readLines(path)) if (line.startsWith("{")) yield JSON.parse(line) as DocumentSummary;
}
