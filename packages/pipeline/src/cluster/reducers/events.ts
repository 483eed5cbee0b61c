import type { Row } from "@readout/model/rows";
import { mergeConnected } from "../../resolve/events/cluster-reports.js";
import { dyadKey } from "../../resolve/events/dyad-rows.js";
import type { EventReport } from "../../resolve/events/event-report.js";
import { eventsOf } from "../../resolve/events/resolve-events.js";
import { type Fields, fieldsOf, jsonAt, textsOf } from "../fields.js";
import { byKey, type Reducer } from "../reducer.js";

/**
 * Reports that hang together by pairs that may be merged, all of a group at once. In: group, event report (JSON), the head of its document, the
 * entity of its place (row, JSON), sorted by group. Out: `event`, id, row (JSON); `mention`, event mention, its event; `dyad`,
 * key, row (JSON).
 */
export const events = (): Reducer =>
  byKey(() => {
    const reports: EventReport[] = [];
    const places = new Map<string, Row<"entities">>();
    return {
      add: (row) => {
        const report = jsonAt<EventReport>(row, 1);
        const [, , head = null, place = null] = textsOf(row);
        reports.push({ ...report, document: { ...report.document, duplicateOf: head } });
        if (place !== null) {
          const entity = JSON.parse(place) as Row<"entities">;
          places.set(entity.entity_id, entity);
        }
        return [];
      },
      end: () => rowsOf(reports, places),
    };
  });

function* rowsOf(
  reports: readonly EventReport[],
  places: ReadonlyMap<string, Row<"entities">>,
): Generator<Fields> {
  const { events: merged, dyads } = eventsOf(mergeConnected(reports), (entity) => places.get(entity));
  for (const { row, reports: group } of merged) {
    yield fieldsOf("event", row.event_id, JSON.stringify(row));
    for (const { id } of group) yield fieldsOf("mention", id, row.event_id);
  }
  for (const row of dyads) yield fieldsOf("dyad", dyadKey(row), JSON.stringify(row));
}
