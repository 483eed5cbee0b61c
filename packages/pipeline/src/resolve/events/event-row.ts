import { hash64, isoDay } from "@readout/model";
import type { Row } from "@readout/model/rows";
import { compareCodePoints } from "../../code-point-order.js";
import { createGroups } from "../groups.js";
import type { EventReport } from "./event-report.js";

/** What an entity adds to the event that happened there. */
export type PlaceFacts = Readonly<{ country: string | null; lat: number | null; lon: number | null }>;

/** Orders the reports of one event: first published (unknown last), then by document and place in it. */
export const compareFirst = (a: EventReport, b: EventReport): number =>
  (a.publishedEarliest ?? Number.MAX_SAFE_INTEGER) - (b.publishedEarliest ?? Number.MAX_SAFE_INTEGER) ||
  compareCodePoints(a.docId, b.docId) ||
  a.start - b.start ||
  compareCodePoints(a.id, b.id);

/** The row of one event. `reports` are its mentions, at least one, in any order. */
export const eventRow = (
  reports: readonly EventReport[],
  placeOf: (entity: string) => PlaceFacts | undefined,
): Row<"events"> => {
  const sorted = [...reports].sort(compareFirst);
  const [first] = sorted;
  if (first === undefined) throw new Error("an event without mentions");
  const days = intervalOf(sorted);
  const placed = sorted.map(({ place }) => place).filter(({ name }) => name !== null);
  const place = placed.find(({ basis }) => basis !== "dateline") ?? placed[0];
  const facts = place?.entity == null ? undefined : placeOf(place.entity);
  const documents = new Map(sorted.map(({ document }) => [document.docId, document]));
  const published = [...documents.values()]
    .flatMap((one) => (one.published === null ? [] : [one.published]))
    .sort();
  const publishers = new Set(
    [...documents.values()].flatMap(({ publisher }) => (publisher === null ? [] : [publisher])),
  );
  return {
    event_id: `e${hash64(first.id)}`,
    first_mention: first.id,
    type: first.type,
    mode: sorted.find(({ mode }) => mode !== null)?.mode ?? null,
    status: statusOf(sorted),
    quad_class: first.quadClass,
    ...days,
    place_entity_id: place?.entity ?? null,
    place: place?.name ?? null,
    country: facts?.country ?? null,
    lat: facts?.lat ?? null,
    lon: facts?.lon ?? null,
    actors: entitiesOf(sorted, "actor"),
    recipients: entitiesOf(sorted, "recipient"),
    n_mentions: sorted.length,
    n_documents: documents.size,
    n_publishers: publishers.size,
    n_independent: independentOf([...documents.values()]),
    claimed_by: sortedUnique(sorted.flatMap(({ claimedBy }) => claimedBy)),
    denied_by: sortedUnique(sorted.flatMap(({ deniedBy }) => deniedBy)),
    evidence: first.evidence,
    first_published: published[0] ?? null,
    last_published: published.at(-1) ?? null,
  };
};

/** The days all reports allow; where no day suits all of them, the span of what they say, marked as a conflict. */
const intervalOf = (
  reports: readonly EventReport[],
): Pick<Row<"events">, "earliest" | "latest" | "date_conflict"> => {
  const earliest = reports.flatMap((one) => (one.earliest === null ? [] : [one.earliest]));
  const latest = reports.flatMap((one) => (one.latest === null ? [] : [one.latest]));
  const [from, to] = [maxOf(earliest), minOf(latest)];
  const conflict = from !== null && to !== null && from > to;
  return conflict
    ? { earliest: dayText(minOf(earliest)), latest: dayText(maxOf(latest)), date_conflict: true }
    : { earliest: dayText(from), latest: dayText(to), date_conflict: false };
};

const dayText = (day: number | null): string | null => (day === null ? null : isoDay(day));

const minOf = (days: readonly number[]): number | null =>
  days.reduce<number | null>((least, day) => (least === null || day < least ? day : least), null);

const maxOf = (days: readonly number[]): number | null =>
  days.reduce<number | null>((most, day) => (most === null || day > most ? day : most), null);

/** Disputed as soon as somebody denies it; else what most certain report says. */
const statusOf = (reports: readonly EventReport[]): Row<"events">["status"] => {
  if (reports.some(({ status, denied }) => denied || status === "disputed")) return "disputed";
  for (const status of ["actual", "planned", "hypothetical", "negated"] as const)
    if (reports.some((one) => one.status === status)) return status;
  return "actual";
};

const sortedUnique = (ids: Iterable<string>): string[] => [...new Set(ids)].sort(compareCodePoints);

const entitiesOf = (reports: readonly EventReport[], role: "actor" | "recipient"): string[] =>
  sortedUnique(
    reports.flatMap(({ known }) => known.flatMap((one) => (one.role === role ? [one.entity] : []))),
  );

/** Documents that share neither a near-duplicate cluster nor an agency count as independent of each other. */
const independentOf = (documents: readonly EventReport["document"][]): number => {
  const groups = createGroups(documents.length);
  const firstWith = new Map<string, number>();
  documents.forEach(({ docId, duplicateOf, agency }, index) => {
    const keys = [`d ${duplicateOf ?? docId}`, ...(agency === null ? [] : [`a ${agency}`])];
    for (const key of keys) {
      const known = firstWith.get(key);
      if (known === undefined) firstWith.set(key, index);
      else groups.join(known, index);
    }
  });
  return documents.filter((_, index) => groups.rootOf(index) === index).length;
};
