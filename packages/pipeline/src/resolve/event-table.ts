import type { Row } from "@readout/model/rows";
import { paced } from "../pause.js";
import { createSorter, type Entry, type Sorter, type SorterBounds } from "../spool/external-sort.js";
import { createEventIds } from "./event-ids.js";
import { blockKeys, compareReports, joinReports, nearestReports, sortDay } from "./events/cluster-reports.js";
import { createDyadSum } from "./events/dyad-rows.js";
import type { EventReport } from "./events/event-report.js";
import type { PlaceFacts } from "./events/event-row.js";
import { mergeReason } from "./events/merge-reason.js";
import { eventsOf } from "./events/resolve-events.js";
import { createGroups, type Groups } from "./groups.js";

export type EventTable = Readonly<{
  /** By event_id; read once. */
  events: Iterable<Entry>;
  dyads: readonly Row<"dyads">[];
  /** The event of a mention, by the mention's place in the order of the input. */
  eventIdOf: (mention: number) => string;
}>;

type OnDisk = Readonly<{
  /** Begin of the names of the files that are sorted. */
  path: string;
  signal?: AbortSignal | undefined;
  /** What a sorter holds; for tests. */
  bounds?: SorterBounds | undefined;
}>;

/** Two mentions, by their places, that may be merged, and where they met: block, and their places in its date order. */
type Pair = readonly [block: number, i: number, j: number, a: number, b: number];

/** A report and its mention's place in the order of the input. */
type PlacedReport = Readonly<{ mention: number; report: EventReport }>;

/** What is sorted by group. */
type Grouped = PlacedReport | Readonly<{ pair: Pair }>;

/**
 * The same events as `resolveEvents` makes in memory, for more reports than memory holds: blocks are sorted on disk, then the
 * groups of reports that hang together by mergeable pairs, and one group is in memory at a time, with some 20 bytes for
 * each mention. `reports` is gone through twice.
 */
export const resolveOnDisk = async (
  reports: () => Iterable<EventReport>,
  placeOf: (entity: string) => PlaceFacts | undefined,
  { path, signal, bounds }: OnDisk,
): Promise<EventTable> => {
  const groups = createGroups();
  const pairs = createSorter(`${path}-pairs`, bounds);
  for await (const pair of pairsIn(
    await blocksOf(reports, groups, { path: `${path}-blocks`, signal, bounds }),
    signal,
  )) {
    groups.join(pair[3], pair[4]);
    pairs.add("", JSON.stringify(pair));
  }
  const grouped = createSorter(`${path}-groups`, bounds);
  for await (const { value } of paced(pairs.sorted(), signal)) {
    const pair = JSON.parse(value) as Pair;
    grouped.add(groupKey(groups.rootOf(pair[3])), JSON.stringify({ pair } satisfies Grouped));
  }
  let mention = 0;
  const events = createSorter(`${path}-events`, bounds);
  const ids = createEventIds(groups.size());
  const dyads = createDyadSum();
  const finish = (found: readonly PlacedReport[], met: readonly Pair[]): void => {
    const made = eventsOfGroup(found, met, placeOf);
    const placeOfReport = new Map(found.map(({ mention: place, report }) => [report, place]));
    for (const { row, reports: merged } of made.events) {
      events.add(row.event_id, JSON.stringify(row));
      for (const report of merged) ids.set(placeOfReport.get(report) ?? 0, row.event_id);
    }
    made.dyads.forEach(dyads.add);
  };
  for await (const report of paced(reports(), signal)) {
    const place = mention++;
    if (groups.isAlone(place)) finish([{ mention: place, report }], []);
    else
      grouped.add(
        groupKey(groups.rootOf(place)),
        JSON.stringify({ mention: place, report } satisfies Grouped),
      );
  }
  await eachGroup(grouped, signal, finish);
  return {
    events: events.sorted(),
    dyads: dyads.rows(),
    eventIdOf: ids.get,
  };
};

/** Fixed width, so that texts are ordered as the numbers are. */
const groupKey = (root: number): string => String(root).padStart(12, "0");

/** All reports in each of their blocks, in the order of {@link compareReports}. */
const blocksOf = async (
  reports: () => Iterable<EventReport>,
  groups: Groups,
  { path, signal, bounds }: OnDisk,
): Promise<Sorter> => {
  const blocks = createSorter(path, bounds);
  for await (const report of paced(reports(), signal)) {
    const mention = groups.add();
    // Whether two reports may be merged does not depend on these, and they are most of a report.
    const told = { ...report.mention, text: "", evidence: "" };
    const slim: PlacedReport = {
      mention,
      report: { ...report, mention: told, participants: [], claims: [] },
    };
    const value = JSON.stringify(slim);
    const place = `${String(sortDay(report) + dayShift).padStart(17, "0")}\0${report.mention.event_mention_id}`;
    for (const block of blockKeys(report)) blocks.add(`${block}\0${place}`, value);
  }
  return blocks;
};

/** Makes days before 1970 positive numbers. */
const dayShift = 1_000_000_000;

/** The mergeable pairs of all blocks. */
async function* pairsIn(blocks: Sorter, signal: AbortSignal | undefined): AsyncGenerator<Pair> {
  let block = "";
  let number = 0;
  let at = 0;
  let near: PlacedReport[] = [];
  for await (const { key, value } of paced(blocks.sorted(), signal)) {
    const next = key.slice(0, key.indexOf("\0"));
    if (next !== block) {
      block = next;
      number++;
      at = 0;
      near = [];
    }
    const one = JSON.parse(value) as PlacedReport;
    for (const [i, other] of near.entries()) {
      if (mergeReason(other.report, one.report) !== null)
        yield [number, at - near.length + i, at, other.mention, one.mention];
    }
    near.push(one);
    if (near.length > nearestReports) near.shift();
    at++;
  }
}

/** The events of one group, its pairs taken in the order in which one comes upon them in memory. */
const eventsOfGroup = (
  found: readonly PlacedReport[],
  met: readonly Pair[],
  placeOf: (entity: string) => PlaceFacts | undefined,
): ReturnType<typeof eventsOf> => {
  const ordered = found.toSorted((a, b) => compareReports(a.report, b.report));
  const indexOf = new Map(ordered.map(({ mention }, index) => [mention, index]));
  const pairs = met
    .toSorted(([x, i, j], [y, k, l]) => x - y || i - k || j - l)
    .map(([, , , a, b]) => [indexOf.get(a) ?? 0, indexOf.get(b) ?? 0] as const);
  return eventsOf(
    joinReports(
      ordered.map(({ report }) => report),
      pairs,
    ),
    placeOf,
  );
};

const eachGroup = async (
  grouped: Sorter,
  signal: AbortSignal | undefined,
  finish: (found: readonly PlacedReport[], met: readonly Pair[]) => void,
): Promise<void> => {
  let root = "";
  let found: PlacedReport[] = [];
  let met: Pair[] = [];
  for await (const { key, value } of paced(grouped.sorted(), signal)) {
    if (key !== root && found.length > 0) {
      finish(found, met);
      found = [];
      met = [];
    }
    root = key;
    const part = JSON.parse(value) as Grouped;
    if ("pair" in part) met.push(part.pair);
    else found.push(part);
  }
  if (found.length > 0) finish(found, met);
};
