import type { Row } from "@readout/model/rows";
import { paced } from "../pause.js";
import { createSorter, type Entry, type Sorter, type SorterBounds } from "../spool/external-sort.js";
import { createBlock, mergeConnected } from "./events/cluster-reports.js";
import { createDyadSum } from "./events/dyad-rows.js";
import type { Comparand, EventReport, ReportingDocument } from "./events/event-report.js";
import type { PlaceFacts } from "./events/event-row.js";
import { eventsOf } from "./events/resolve-events.js";
import { createGroups, type Groups } from "./groups.js";
import { parseReport, type ReportLine } from "./report-lines.js";

export type EventTable = Readonly<{
  /** Rows, JSON, by event_id; read once. */
  events: Iterable<string>;
  dyads: readonly Row<"dyads">[];
  /** The event of each mention, in the order of the input; read once. */
  eventIds: Iterable<string>;
}>;

/** A report as it was spooled, and its document. */
export type SpooledReport = Readonly<{ line: ReportLine; document: ReportingDocument }>;

type OnDisk = Readonly<{
  /** Begin of the names of the files that are sorted. */
  path: string;
  signal?: AbortSignal | undefined;
  /** What a sorter holds; for tests. */
  bounds?: SorterBounds | undefined;
}>;

/** A report and its mention's place in the order of the input. */
type PlacedReport = Readonly<{ mention: number; report: EventReport }>;

/**
 * The same events as `resolveEvents` makes in memory, for more reports than memory holds: blocks are sorted on disk, then the
 * groups of reports that hang together, and one group is in memory at a time, with 4 bytes for each mention. `reports` is gone
 * through twice.
 */
export const resolveOnDisk = async (
  reports: () => Iterable<SpooledReport>,
  placeOf: (entity: string) => PlaceFacts | undefined,
  { path, signal, bounds }: OnDisk,
): Promise<EventTable> => {
  const groups = await connect(reports(), { path: `${path}-blocks`, signal, bounds });
  const grouped = createSorter(`${path}-groups`, bounds);
  const events = createSorter(`${path}-events`, bounds);
  const ids = createSorter(`${path}-ids`, bounds);
  const dyads = createDyadSum();
  const finish = (found: readonly PlacedReport[]): void => {
    const placeOfReport = new Map(found.map(({ mention, report }) => [report, mention]));
    const made = eventsOf(mergeConnected(found.map(({ report }) => report)), placeOf);
    for (const { row, reports: merged } of made.events) {
      events.add(row.event_id, JSON.stringify(row));
      for (const report of merged) ids.add(placeKey(placeOfReport.get(report) ?? 0), row.event_id);
    }
    made.dyads.forEach(dyads.add);
  };
  let mention = 0;
  for await (const { line, document } of paced(reports(), signal)) {
    const place = mention++;
    if (groups.isAlone(place)) finish([{ mention: place, report: parseReport(line, document) }]);
    else
      grouped.add(
        placeKey(groups.rootOf(place)),
        [place, JSON.stringify(document), line.comparand, line.telling].join("\t"),
      );
  }
  for await (const found of groupsIn(grouped, signal)) finish(found);
  return { events: valuesOf(events.sorted()), dyads: dyads.rows(), eventIds: valuesOf(ids.sorted()) };
};

/** Fixed width, so that texts are ordered as the numbers are. */
const placeKey = (place: number): string => String(place).padStart(12, "0");

function* valuesOf(entries: Iterable<Entry>): Generator<string> {
  for (const { value } of entries) yield value;
}

/** Which reports hang together by pairs that may be merged, found in the blocks where they stand in the order of `compareReports`. */
const connect = async (
  reports: Iterable<SpooledReport>,
  { path, signal, bounds }: OnDisk,
): Promise<Groups> => {
  const blocks = createSorter(path, bounds);
  let count = 0;
  for await (const { line } of paced(reports, signal)) {
    const value = `${count++}\t${line.comparand}`;
    for (const block of line.blocks) blocks.add(`${block} ${line.order}`, value);
  }
  const groups = createGroups(count);
  let name = "";
  let block = createBlock<number>();
  for await (const { key, value } of paced(blocks.sorted(), signal)) {
    const next = key.slice(0, key.indexOf(" "));
    if (next !== name) block = createBlock<number>();
    name = next;
    const tab = value.indexOf("\t");
    const mention = Number(value.slice(0, tab));
    const comparand = JSON.parse(value.slice(tab + 1)) as Comparand;
    for (const other of block(comparand, mention)) groups.join(other, mention);
  }
  return groups;
};

/** The reports of one group after the other. */
async function* groupsIn(
  grouped: Sorter,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly PlacedReport[]> {
  let root = "";
  let found: PlacedReport[] = [];
  for await (const { key, value } of paced(grouped.sorted(), signal)) {
    if (key !== root) {
      if (found.length > 0) yield found;
      found = [];
    }
    root = key;
    const [place = "", document = "", comparand = "", telling = ""] = value.split("\t");
    const report = parseReport({ comparand, telling }, JSON.parse(document) as ReportingDocument);
    found.push({ mention: Number(place), report });
  }
  if (found.length > 0) yield found;
}
