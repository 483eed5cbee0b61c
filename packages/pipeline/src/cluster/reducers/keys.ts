import { sortDay } from "../../resolve/events/cluster-reports.js";
import { bands } from "../../resolve/minhash.js";
import { bucketKey, headOrder } from "../../resolve/near-duplicates.js";
import { parseReport, splitReport } from "../../resolve/report-lines.js";
import { splitSighting } from "../../resolve/sightings.js";
import { type DocumentSummary, wordsOf } from "../../worker/answer.js";
import { type Fields, fieldsOf, jsonAt, textAt } from "../fields.js";
import type { Reducer } from "../reducer.js";

/**
 * What the corpus is resolved by, of each document.
 *
 * In: summary (JSON), band keys (bytes), lines of sightings, lines of reports. Out: kind, key, order, id, value:
 *
 * | kind | key | order | id | value |
 * |---|---|---|---|---|
 * | entity | entity | | document | sighting, JSON |
 * | band | band and key | order of heads | document | |
 * | report | event mention | entity of its place | document | event report, JSON |
 * | block | block key | day | event mention | |
 */
export const keys = (): Reducer => ({
  *add(row) {
    const summary = jsonAt<DocumentSummary>(row, 0);
    const { docId } = summary;
    for (const line of linesAt(row, 2)) {
      const [entity, sighting] = splitSighting(line);
      yield fieldsOf("entity", entity, null, docId, sighting);
    }
    yield* bandRows(row[1] ?? null, summary);
    for (const line of linesAt(row, 3)) {
      // Who copies whom is not known yet; the events are given it.
      const split = splitReport(line);
      const report = parseReport(split, { ...summary, duplicateOf: null });
      yield fieldsOf("report", report.id, report.place.entity, docId, JSON.stringify(report));
      for (const block of split.blocks)
        yield fieldsOf("block", block, String(sortDay(report)), report.id, null);
    }
  },
  end: () => [],
});

const linesAt = (row: Fields, index: number): readonly string[] =>
  textAt(row, index)
    .split("\n")
    .filter((line) => line !== "");

function* bandRows(bytes: Buffer | null, summary: DocumentSummary): Generator<Fields> {
  if (bytes === null) return;
  const words = wordsOf(bytes);
  for (let band = 0; band < bands; band++) {
    const key = bucketKey(words, band);
    if (key !== null) yield fieldsOf("band", `${band} ${key}`, headOrder(summary), summary.docId, null);
  }
}
