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
  const sum = createDyadSum();
  for (const event of events) dyadsOfEvent(event).forEach(sum.add);
  return sum.rows();
};

export type DyadSum = Readonly<{
  add: (part: Row<"dyads">) => void;
  /** One row for each day, pair of countries and type, sorted by these. */
  rows: () => readonly Row<"dyads">[];
}>;

/** Adds up parts of dyads as they come, in any order, at the same cost each however many there are. */
export const createDyadSum = (): DyadSum => {
  const rows = new Map<string, Row<"dyads">>();
  return {
    add: (part) => {
      const key = dyadKey(part);
      const known = rows.get(key);
      rows.set(key, {
        ...part,
        n_events: (known?.n_events ?? 0) + part.n_events,
        n_independent: (known?.n_independent ?? 0) + part.n_independent,
      });
    },
    rows: () => [...rows].sort(([a], [b]) => compareCodePoints(a, b)).map(([, row]) => row),
  };
};

/** What tells one row of the dyads from another, in their order. */
export const dyadKey = ({ day, actor_country, recipient_country, type }: Row<"dyads">): string =>
  [day, actor_country, recipient_country, type].join(" ");

const dyadsOfEvent = ({
  row,
  reports,
}: Readonly<{ row: Row<"events">; reports: readonly EventReport[] }>): readonly Row<"dyads">[] => {
  const { status, earliest, latest, type, quad_class, n_independent } = row;
  if (status !== "actual" || earliest === null || earliest !== latest) return [];
  return pairsOf(reports).map(([actor_country, recipient_country]) => ({
    day: earliest,
    actor_country,
    recipient_country,
    type,
    quad_class,
    n_events: 1,
    n_independent,
  }));
};

const pairsOf = (reports: readonly EventReport[]): readonly (readonly [string, string])[] => {
  const actors = sortedUnique(reports.flatMap(({ actorCountries }) => actorCountries));
  const recipients = sortedUnique(reports.flatMap(({ recipientCountries }) => recipientCountries));
  if (recipients.length > 0)
    return actors.flatMap((actor) =>
      recipients.flatMap((recipient) => (actor === recipient ? [] : [[actor, recipient] as const])),
    );
  return actors.flatMap((a, i) => actors.slice(i + 1).map((b) => [a, b] as const));
};

const sortedUnique = (countries: Iterable<string>): readonly string[] =>
  [...new Set(countries)].sort(compareCodePoints);
