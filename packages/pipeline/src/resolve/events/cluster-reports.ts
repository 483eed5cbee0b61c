import { hash64 } from "@readout/model";
import { compareCodePoints } from "../../code-point-order.js";
import { createGroups, type Groups } from "../groups.js";
import type { Comparand, EventReport } from "./event-report.js";
import { familyOf, mergeReason, statusGroup } from "./merge-reason.js";

/** Neighbours in date order that a report is compared with in each of its blocks: what keeps the cost near linear. */
const nearestReports = 24;
/** Keys of participants that make blocks; a list of forty delegations is cut here, in code point order. */
const MOST_KEYS = 8;

/**
 * Groups reports of one event. Reports meet in blocks (type, status, a pair of participants or a place), stand there in date
 * order, and are compared with the nearest before them; what may be merged hangs together, directly or by way of others. Of that, block by
 * block and in date order, all are merged but those whose days rule out one that their group already holds. No order of the input shows: every
 * sort ends in the mention's id.
 */
export const clusterReports = (reports: readonly EventReport[]): readonly (readonly EventReport[])[] => {
  const groups = createGroups(reports.length);
  for (const [a, b] of neighbours(reports)) if (areMergeable(reports[a], reports[b])) groups.join(a, b);
  return groupsOf(reports, groups).flatMap(mergeConnected);
};

/** The events among reports that hang together, all of them and no others. */
export const mergeConnected = (reports: readonly EventReport[]): readonly (readonly EventReport[])[] => {
  // Most reports have no other beside them.
  if (reports.length === 1) return [reports];
  const groups = createGroups(reports.length);
  // The last first day and the first last day within a group, by its root: none of its days lie further apart.
  const earliest = Float64Array.from(reports, (report) => report.earliest ?? Number.NEGATIVE_INFINITY);
  const latest = Float64Array.from(reports, (report) => report.latest ?? Number.POSITIVE_INFINITY);
  for (const [a, b] of neighbours(reports)) {
    const [x, y] = [groups.rootOf(a), groups.rootOf(b)];
    if (x === y) continue;
    const from = Math.max(earliest[x] ?? 0, earliest[y] ?? 0);
    const to = Math.min(latest[x] ?? 0, latest[y] ?? 0);
    // A chain of days each one apart must not creep through a week.
    if (from - to > 1 || !areMergeable(reports[a], reports[b])) continue;
    groups.join(x, y);
    const root = groups.rootOf(x);
    earliest[root] = from;
    latest[root] = to;
  }
  return groupsOf(reports, groups);
};

const areMergeable = (a: EventReport | undefined, b: EventReport | undefined): boolean =>
  a !== undefined && b !== undefined && mergeReason(a, b) !== null;

/** The pairs that are compared, by index: block by block, each report with those before it. */
function* neighbours(reports: readonly EventReport[]): Generator<readonly [number, number]> {
  const blocks = new Map<string, number[]>();
  for (const [index, report] of [...reports.entries()].sort(([, a], [, b]) => compareReports(a, b)))
    for (const key of blockKeys(report)) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [index]);
      else block.push(index);
    }
  for (const key of [...blocks.keys()].sort(compareCodePoints)) {
    const block = blocks.get(key) ?? [];
    for (const [place, one] of block.entries())
      for (const other of block.slice(Math.max(0, place - nearestReports), place)) yield [other, one];
  }
}

/**
 * A block that takes its reports in the order of {@link compareReports}: gives the names of those near before one that may be merged with it,
 * and keeps it under its own.
 */
export const createBlock = <Name>(): ((one: Comparand, name: Name) => readonly Name[]) => {
  const near: Readonly<{ one: Comparand; name: Name }>[] = [];
  return (one, name) => {
    const found = near.flatMap((other) => (mergeReason(other.one, one) === null ? [] : [other.name]));
    near.push({ one, name });
    if (near.length > nearestReports) near.shift();
    return found;
  };
};

const groupsOf = (
  reports: readonly EventReport[],
  { rootOf }: Groups,
): readonly (readonly EventReport[])[] => {
  const byRoot = new Map<number, EventReport[]>();
  for (const [index, report] of reports.entries()) {
    const group = byRoot.get(rootOf(index));
    if (group === undefined) byRoot.set(rootOf(index), [report]);
    else group.push(report);
  }
  return [...byRoot.values()];
};

/** Date order (the event's own day, else the day of publication; unknown last), then id. */
export const compareReports = (a: Comparand, b: Comparand): number =>
  sortDay(a) - sortDay(b) || compareCodePoints(a.id, b.id);

/** Where a report stands in date order. */
export const sortDay = (report: Comparand): number =>
  report.earliest ?? report.latest ?? report.publishedEarliest ?? report.publishedLatest ?? UNKNOWN;

/** Sorts behind all days. */
const UNKNOWN = Number.MAX_SAFE_INTEGER;

/** The blocks in which a report meets others, each once, as 16 hex digits: texts of names and words would take ten times the room. */
export const blockKeys = (report: Comparand): readonly string[] => [
  ...new Set(blockNames(report).map(hash64)),
];

const blockNames = (report: Comparand): readonly string[] => {
  const { type, status, place, earliest, actors, sides } = report;
  const base = `${familyOf(type)} ${statusGroup(status)}`;
  const keys = sides.toSorted(compareCodePoints).slice(0, MOST_KEYS);
  const found: string[] = [];
  for (let i = 0; i < keys.length; i++)
    for (let j = i + 1; j < keys.length; j++) found.push(`${base} ${keys[i]} ${keys[j]}`);
  if (keys.length === 1) found.push(`${base} ${keys[0]}`);
  found.push(...(type === "CONSULT" ? visitKeys(report, base) : actorKeys(report, base)));
  if (place.entity !== null && (actors.length === 0 || type === "ASSAULT" || type === "CONSULT"))
    found.push(`${base} at ${place.entity} ${earliest ?? ""}`);
  return found;
};

/** A dated visit under its visitor, the country visited and the days beside it; a meeting under each side and the others' countries. */
const visitKeys = ({ known, mode, earliest }: Comparand, base: string): readonly string[] => {
  if (earliest === null) return [];
  const days = mode === "visit" ? [earliest - 1, earliest, earliest + 1] : [earliest];
  const found = new Set<string>();
  const sides = known.slice(0, MOST_KEYS);
  for (const one of sides)
    for (const other of sides)
      if (one !== other && one.role === "actor" && other.country !== null)
        for (const day of days) found.add(`${base} ${one.entity} in ${other.country} ${day}`);
  return [...found];
};

/** An actor whose recipient may be words alone: within its document, and with those words over documents. */
const actorKeys = ({ actors, recipient, docId }: Comparand, base: string): readonly string[] => {
  if (recipient === null) return [];
  const words = recipient.known ? "" : recipient.words;
  return actors
    .slice(0, MOST_KEYS)
    .flatMap((actor) => [
      `${base} by ${actor} ${docId}`,
      ...(words === "" ? [] : [`${base} by ${actor} to ${words}`]),
    ]);
};
