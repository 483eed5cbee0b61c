import { compareCodePoints } from "../../code-point-order.js";
import type { EventReport } from "./event-report.js";
import { BACKGROUND, familyOf, mergeReason, statusGroup } from "./merge-reason.js";

/** Neighbours in date order that a report is compared with in each of its blocks: what keeps the cost near linear. */
export const nearestReports = 24;
/** Keys of participants that make blocks; a list of forty delegations is cut here, in code point order. */
const MOST_KEYS = 8;

/**
 * Groups reports of one event. Reports meet in blocks (type, status, a pair of participants or a place), stand there in date
 * order, and are compared with the next few; the pairs found are merged strongest first, and a group never takes in a report
 * whose days rule out one that it already holds. No order of the input shows: every sort ends in the mention's id.
 */
export const clusterReports = (reports: readonly EventReport[]): readonly (readonly EventReport[])[] => {
  const ordered = reports.toSorted(compareReports);
  return joinReports(ordered, neighbours(ordered));
};

/** The pairs that are compared, by index, block by block. */
function* neighbours(ordered: readonly EventReport[]): Generator<readonly [number, number]> {
  const blocks = new Map<string, number[]>();
  const firstDays = ordered.map(sortDay);
  const lastDays = ordered.map((report) =>
    report.earliest !== null && report.latest === null ? UNKNOWN : (report.latest ?? sortDay(report)),
  );
  for (const [index, report] of ordered.entries()) {
    for (const key of blockKeys(report)) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [index]);
      else block.push(index);
    }
  }
  for (const key of [...blocks.keys()].sort(compareCodePoints)) {
    const block = blocks.get(key) ?? [];
    for (let i = 0; i < block.length; i++) {
      const last = lastDays[block[i] ?? 0] ?? UNKNOWN;
      for (let j = i + 1; j < block.length && j <= i + nearestReports; j++) {
        const day = firstDays[block[j] ?? 0] ?? UNKNOWN;
        // Nothing further apart has a reason to merge; to find that out here is what keeps full blocks cheap.
        if (day === UNKNOWN || day - last <= BACKGROUND) yield [block[i] ?? 0, block[j] ?? 0];
      }
    }
  }
}

/**
 * Merges pairs of reports in the order they come, where a {@link mergeReason} allows. What a pair comes to depends on those
 * pairs alone that hang together with it: any set of reports closed under the mergeable pairs can be merged by itself, its
 * pairs in the same order, to the same groups.
 */
export const joinReports = (
  reports: readonly EventReport[],
  pairs: Iterable<readonly [number, number]>,
): readonly (readonly EventReport[])[] => {
  const groups = new Groups(reports);
  for (const [a, b] of pairs) groups.join(a, b);
  return groups.members();
};

/** Date order (the event's own day, else the day of publication; unknown last), then id. */
export const compareReports = (a: EventReport, b: EventReport): number =>
  sortDay(a) - sortDay(b) || compareCodePoints(a.mention.event_mention_id, b.mention.event_mention_id);

/** Where a report stands in date order. */
export const sortDay = (report: EventReport): number =>
  report.earliest ?? report.latest ?? report.publishedEarliest ?? report.publishedLatest ?? UNKNOWN;

/** Sorts behind all days. */
const UNKNOWN = Number.MAX_SAFE_INTEGER;

/** The blocks in which a report meets others. */
export const blockKeys = (report: EventReport): readonly string[] => {
  const { mention, actors, recipients } = report;
  const base = `${familyOf(mention.type)} ${statusGroup(mention.status)}`;
  const keys = [...new Set([...actors, ...recipients])].sort(compareCodePoints).slice(0, MOST_KEYS);
  const found: string[] = [];
  for (let i = 0; i < keys.length; i++)
    for (let j = i + 1; j < keys.length; j++) found.push(`${base} ${keys[i]} ${keys[j]}`);
  if (keys.length === 1) found.push(`${base} ${keys[0]}`);
  if (mention.type === "CONSULT") found.push(...visitKeys(report, base));
  else found.push(...actorKeys(report, base));
  if (mention.place_entity_id !== null && actors.length === 0)
    found.push(`${base} at ${mention.place_entity_id} ${mention.earliest ?? ""}`);
  else if (mention.place_entity_id !== null && (mention.type === "ASSAULT" || mention.type === "CONSULT"))
    found.push(`${base} at ${mention.place_entity_id} ${mention.earliest ?? ""}`);
  return found;
};

/** A dated visit under its visitor, the country visited and the days beside it; a meeting under each side and the others' countries. */
const visitKeys = ({ known, mention, earliest }: EventReport, base: string): readonly string[] => {
  if (earliest === null) return [];
  const days = mention.mode === "visit" ? [earliest - 1, earliest, earliest + 1] : [earliest];
  const found = new Set<string>();
  const sides = known.slice(0, MOST_KEYS);
  for (const one of sides)
    for (const other of sides)
      if (one !== other && one.role === "actor" && other.country !== null)
        for (const day of days) found.add(`${base} ${one.entity} in ${other.country} ${day}`);
  return [...found];
};

/** An actor whose recipient may be words alone: within its document, and with those words over documents. */
const actorKeys = (report: EventReport, base: string): readonly string[] => {
  const { recipient } = report;
  if (recipient === null) return [];
  const words = recipient.known ? "" : recipient.words;
  return report.actors
    .slice(0, MOST_KEYS)
    .flatMap((actor) => [
      `${base} by ${actor} ${report.mention.doc_id}`,
      ...(words === "" ? [] : [`${base} by ${actor} to ${words}`]),
    ]);
};

class Groups {
  private readonly parent: Int32Array;
  private readonly earliest: Float64Array;
  private readonly latest: Float64Array;

  constructor(private readonly reports: readonly EventReport[]) {
    this.parent = Int32Array.from(reports.keys());
    this.earliest = Float64Array.from(reports, ({ earliest }) => earliest ?? Number.NEGATIVE_INFINITY);
    this.latest = Float64Array.from(reports, ({ latest }) => latest ?? Number.POSITIVE_INFINITY);
  }

  join(a: number, b: number): void {
    const [x, y] = [this.root(a), this.root(b)];
    if (x === y) return;
    const [one, other] = [this.reports[a], this.reports[b]];
    if (one === undefined || other === undefined || mergeReason(one, other) === null) return;
    const earliest = Math.max(this.earliest[x] ?? 0, this.earliest[y] ?? 0);
    const latest = Math.min(this.latest[x] ?? 0, this.latest[y] ?? 0);
    // A chain of days each one apart must not creep through a week.
    if (earliest - latest > 1) return;
    this.parent[y] = x;
    this.earliest[x] = earliest;
    this.latest[x] = latest;
  }

  members(): readonly (readonly EventReport[])[] {
    const byRoot = new Map<number, EventReport[]>();
    for (const [index, report] of this.reports.entries()) {
      const root = this.root(index);
      const group = byRoot.get(root);
      if (group === undefined) byRoot.set(root, [report]);
      else group.push(report);
    }
    return [...byRoot.values()];
  }

  private root(index: number): number {
    let at = index;
    while (this.parent[at] !== at) {
      const up = this.parent[at] ?? at;
      this.parent[at] = this.parent[up] ?? up;
      at = up;
    }
    return at;
  }
}
