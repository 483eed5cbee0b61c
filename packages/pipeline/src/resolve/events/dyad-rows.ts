import type { Row } from "@readout/model/rows";
import { compareCodePoints } from "../../code-point-order.js";
import type { EventReport } from "./event-report.js";

/**
 * Actual events by day and pair of countries. An event counts for every pair of an actor's and a recipient's country; one
 * without recipients counts once for each unordered pair of its actors' countries. Only events with a single day and
 * two countries are here.
 */
export const dyadRows = (
  events: readonly Readonly<{ row: Row<"events">; reports: readonly EventReport[] }>[],
): readonly Row<"dyads">[] => {
  const rows = new Map<string, Row<"dyads">>();
  for (const { row, reports } of events) {
    if (row.status !== "actual" || row.earliest === null || row.earliest !== row.latest) continue;
    for (const [actor, recipient] of pairsOf(reports)) {
      const key = [row.earliest, actor, recipient, row.type].join(" ");
      const known = rows.get(key);
      rows.set(key, {
        day: row.earliest,
        actor_country: actor,
        recipient_country: recipient,
        type: row.type,
        quad_class: row.quad_class,
        n_events: (known?.n_events ?? 0) + 1,
        n_independent: (known?.n_independent ?? 0) + row.n_independent,
      });
    }
  }
  return [...rows].sort(([a], [b]) => compareCodePoints(a, b)).map(([, row]) => row);
};

const pairsOf = (reports: readonly EventReport[]): readonly (readonly [string, string])[] => {
  const actors = countriesOf(reports, "actor");
  const recipients = countriesOf(reports, "recipient");
  if (recipients.length > 0)
    return actors.flatMap((actor) =>
      recipients.flatMap((recipient) => (actor === recipient ? [] : [[actor, recipient] as const])),
    );
  return actors.flatMap((a, i) => actors.slice(i + 1).map((b) => [a, b] as const));
};

const countriesOf = (reports: readonly EventReport[], role: "actor" | "recipient"): readonly string[] =>
  [
    ...new Set(
      reports.flatMap(({ participants }) =>
        participants.flatMap((one) => (one.role === role && one.country !== null ? [one.country] : [])),
      ),
    ),
  ].sort(compareCodePoints);
