import type { PendingEventMention } from "@readout/model";
import type { Row } from "@readout/model/rows";
import { blockKeys, sortDay } from "../../resolve/events/cluster-reports.js";
import { createReports } from "../../resolve/events/resolve-events.js";
import { bands } from "../../resolve/minhash.js";
import { bucketKey, headOrder } from "../../resolve/near-duplicates.js";
import { splitSighting } from "../../resolve/sightings.js";
import type { DocumentSummary } from "../../worker/answer.js";
import { type Fields, fieldsOf, jsonAt, textAt } from "../fields.js";
import type { Reducer } from "../reducer.js";

/**
 * What the corpus is resolved by, of each document.
 *
 * In: summary, event mentions, participants, claims (JSON), band keys (bytes), lines of sightings. Out: kind, key, order, id, value:
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
    for (const line of textAt(row, 5).split("\n")) {
      const [entity, sighting] = splitSighting(line);
      if (entity !== "") yield fieldsOf("entity", entity, null, docId, sighting);
    }
    yield* bandRows(row[4] ?? null, summary);
    const reports = createReports({
      mentions: jsonAt<readonly PendingEventMention[]>(row, 1),
      participants: jsonAt<readonly Row<"participants">[]>(row, 2),
      claims: jsonAt<readonly Row<"claims">[]>(row, 3),
      // Who copies whom is not known yet; the events are given it.
      documents: [{ ...summary, duplicateOf: null }],
    });
    for (const report of reports) {
      const { event_mention_id: id, place_entity_id: place } = report.mention;
      yield fieldsOf("report", id, place, docId, JSON.stringify(report));
      for (const block of blockKeys(report))
        yield fieldsOf("block", block, String(sortDay(report)), id, null);
    }
  },
  end: () => [],
});

function* bandRows(bytes: Buffer | null, summary: DocumentSummary): Generator<Fields> {
  if (bytes === null) return;
  // Copied, since a typed array wants its bytes aligned.
  const words = new Uint32Array(new Uint8Array(bytes).buffer);
  for (let band = 0; band < bands; band++) {
    const key = bucketKey(words, band);
    if (key !== null) yield fieldsOf("band", `${band} ${key}`, headOrder(summary), summary.docId, null);
  }
}
