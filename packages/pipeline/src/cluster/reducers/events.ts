import type { Row } from "@readout/model/rows";
import { compareCodePoints } from "../../code-point-order.js";
import { compareReports, joinReports } from "../../resolve/events/cluster-reports.js";
import { dyadKey } from "../../resolve/events/dyad-rows.js";
import type { EventReport } from "../../resolve/events/event-report.js";
import { eventsOf } from "../../resolve/events/resolve-events.js";
import { type Fields, fieldsOf, jsonAt, textAt, textsOf } from "../fields.js";
import { byKey, type Reducer } from "../reducer.js";
import type { ReportPair } from "./pairs.js";

/**
 * Reports that hang together by mergeable pairs, all of a group at once. In: group, `report` or `pair`, its value (JSON), and of
 * a report the head of its document and the entity of its place (row, JSON), sorted by group. Out: `event`, id, row (JSON);
 * `mention`, event mention, its event; `dyad`, key, row (JSON).
 */
export const events = (): Reducer =>
  byKey(() => {
    const reports: EventReport[] = [];
    const found: ReportPair[] = [];
    const places = new Map<string, Row<"entities">>();
    return {
      add: (row) => {
        if (textAt(row, 1) === "pair") {
          found.push(jsonAt<ReportPair>(row, 2));
          return [];
        }
        const report = jsonAt<EventReport>(row, 2);
        const [, , , head = null, place = null] = textsOf(row);
        reports.push({ ...report, document: { ...report.document, duplicateOf: head } });
        if (place !== null) {
          const entity = JSON.parse(place) as Row<"entities">;
          places.set(entity.entity_id, entity);
        }
        return [];
      },
      end: () => rowsOf(reports.sort(compareReports), found.sort(comparePairs), places),
    };
  });

function* rowsOf(
  reports: readonly EventReport[],
  found: readonly ReportPair[],
  places: ReadonlyMap<string, Row<"entities">>,
): Generator<Fields> {
  const indexOf = new Map(reports.map(({ mention }, index) => [mention.event_mention_id, index]));
  const at = (id: string): number => {
    const index = indexOf.get(id);
    if (index === undefined) throw new Error(`a pair without its report ${id}`);
    return index;
  };
  const groups = joinReports(
    reports,
    found.map(({ a, b }) => [at(a), at(b)]),
  );
  const { events: merged, dyads } = eventsOf(groups, (entity) => places.get(entity));
  for (const { row, reports: group } of merged) {
    yield fieldsOf("event", row.event_id, JSON.stringify(row));
    for (const { mention } of group) yield fieldsOf("mention", mention.event_mention_id, row.event_id);
  }
  for (const row of dyads) yield fieldsOf("dyad", dyadKey(row), JSON.stringify(row));
}

/** The order in which one machine comes upon them. */
const comparePairs = (a: ReportPair, b: ReportPair): number =>
  compareCodePoints(a.block, b.block) || a.i - b.i || a.j - b.j;
