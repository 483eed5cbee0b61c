import { hash64 } from "@readout/model";
import type { Row } from "@readout/model/rows";
import { compareCodePoints } from "../../code-point-order.js";
import type { EventReport } from "./event-report.js";

/** What an entity adds to the event that happened there. */
export type PlaceFacts = Readonly<{ country: string | null; lat: number | null; lon: number | null }>;

/** Orders the reports of one event: first published (unknown last), then by document and place in it. */
export const compareFirst = (a: EventReport, b: EventReport): number =>
  (a.publishedEarliest ?? Number.MAX_SAFE_INTEGER) - (b.publishedEarliest ?? Number.MAX_SAFE_INTEGER) ||
  compareCodePoints(a.mention.doc_id, b.mention.doc_id) ||
  a.mention.start_char - b.mention.start_char ||
  compareCodePoints(a.mention.event_mention_id, b.mention.event_mention_id);

/** The row of one event. `reports` are its mentions, at least one, in any order. */
export const eventRow = (
  reports: readonly EventReport[],
  placeOf: (entity: string) => PlaceFacts | undefined,
): Row<"events"> => {
  const sorted = [...reports].sort(compareFirst);
  const [first] = sorted;
  if (first === undefined) throw new Error("an event without mentions");
  const { mention } = first;
  const days = intervalOf(sorted);
  const placed =
    sorted.find((one) => one.mention.place !== null && one.mention.place_basis !== "dateline") ??
    sorted.find((one) => one.mention.place !== null);
  const facts = placed?.mention.place_entity_id == null ? undefined : placeOf(placed.mention.place_entity_id);
  const documents = new Map(sorted.map(({ document }) => [document.docId, document]));
  const published = [...documents.values()]
    .flatMap((one) => (one.published === null ? [] : [one.published]))
    .sort();
  const publishers = new Set(
    [...documents.values()].flatMap(({ publisher }) => (publisher === null ? [] : [publisher])),
  );
  return {
    event_id: `e${hash64(mention.event_mention_id)}`,
    first_mention: mention.event_mention_id,
    type: mention.type,
    mode: sorted.find((one) => one.mention.mode !== null)?.mention.mode ?? null,
    status: statusOf(sorted),
    quad_class: mention.quad_class,
    ...days,
    place_entity_id: placed?.mention.place_entity_id ?? null,
    place: placed?.mention.place ?? null,
    country: facts?.country ?? null,
    lat: facts?.lat ?? null,
    lon: facts?.lon ?? null,
    actors: entitiesOf(sorted, "actor"),
    recipients: entitiesOf(sorted, "recipient"),
    n_mentions: sorted.length,
    n_documents: documents.size,
    n_publishers: publishers.size,
    n_independent: independentOf([...documents.values()]),
    claimed_by: claimantsOf(sorted, ["asserts", "corrects"]),
    denied_by: claimantsOf(sorted, ["denies"]),
    evidence: mention.evidence,
    first_published: published[0] ?? null,
    last_published: published.at(-1) ?? null,
  };
};

/** The days all reports allow; where no day suits all of them, the span of what they say, marked as a conflict. */
const intervalOf = (
  reports: readonly EventReport[],
): Pick<Row<"events">, "earliest" | "latest" | "date_conflict"> => {
  const earliest = reports
    .flatMap(({ mention }) => (mention.earliest === null ? [] : [mention.earliest]))
    .sort();
  const latest = reports.flatMap(({ mention }) => (mention.latest === null ? [] : [mention.latest])).sort();
  const from = earliest.at(-1) ?? null;
  const to = latest[0] ?? null;
  const conflict = from !== null && to !== null && from > to;
  return conflict
    ? { earliest: earliest[0] ?? null, latest: latest.at(-1) ?? null, date_conflict: true }
    : { earliest: from, latest: to, date_conflict: false };
};

/** Disputed as soon as somebody denies it; else what most certain report says. */
const statusOf = (reports: readonly EventReport[]): Row<"events">["status"] => {
  const denied = reports.some(
    ({ mention, claims }) =>
      mention.status === "disputed" || claims.some(({ stance }) => stance === "denies"),
  );
  if (denied) return "disputed";
  for (const status of ["actual", "planned", "hypothetical", "negated"] as const)
    if (reports.some(({ mention }) => mention.status === status)) return status;
  return "actual";
};

const sortedUnique = (ids: Iterable<string>): string[] => [...new Set(ids)].sort(compareCodePoints);

const entitiesOf = (reports: readonly EventReport[], role: "actor" | "recipient"): string[] =>
  sortedUnique(
    reports.flatMap(({ participants }) =>
      participants.flatMap((one) => (one.role === role && one.entity_id !== null ? [one.entity_id] : [])),
    ),
  );

const claimantsOf = (reports: readonly EventReport[], stances: readonly string[]): string[] =>
  sortedUnique(
    reports.flatMap(({ claims }) =>
      claims.flatMap((one) =>
        one.entity_id !== null && stances.includes(one.stance) ? [one.entity_id] : [],
      ),
    ),
  );

/** Documents that share neither a near-duplicate cluster nor an agency count as independent of each other. */
const independentOf = (documents: readonly EventReport["document"][]): number => {
  const parent = documents.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) at = parent[at] ?? at;
    return at;
  };
  const firstWith = new Map<string, number>();
  documents.forEach(({ docId, duplicateOf, agency }, index) => {
    const keys = [`d ${duplicateOf ?? docId}`, ...(agency === null ? [] : [`a ${agency}`])];
    for (const key of keys) {
      const known = firstWith.get(key);
      if (known === undefined) firstWith.set(key, index);
      else parent[root(index)] = root(known);
    }
  });
  return parent.filter((up, index) => up === index).length;
};
