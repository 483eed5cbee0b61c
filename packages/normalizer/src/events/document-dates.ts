import type { EventMention } from "@readout/model";

/**
 * Dates for undated events that the same document dates elsewhere: same type, at least two participants known and the same, no
 * other mode, and only one date among all such mentions. The date's basis is then `document`. Captions and background make
 * anything looser unsafe: a page on one meeting shows pictures of three others.
 */
export const dateFromDocument = (events: readonly EventMention[]): readonly EventMention[] => {
  const dated = groupDated(events);
  return events.map((event) => {
    if (isDated(event) || event.time !== null || event.status !== "actual") return event;
    const who = whoOf(event);
    const same = who === null ? [] : (dated.get(who) ?? []);
    let only: EventMention | null = null;
    for (const other of same) {
      if (event.mode !== null && other.mode !== null && event.mode !== other.mode) continue;
      only ??= other;
      if (other.earliest !== only.earliest || other.latest !== only.latest) return event;
    }
    if (only === null) return event;
    return { ...event, earliest: only.earliest, latest: only.latest, dateBasis: "document" as const };
  });
};

/** The dated actual events by who did what, one for each mode and date. */
const groupDated = (events: readonly EventMention[]): ReadonlyMap<string, readonly EventMention[]> => {
  const groups = new Map<string, EventMention[]>();
  const seen = new Set<string>();
  for (const event of events) {
    if (!isDated(event) || event.status !== "actual") continue;
    const who = whoOf(event);
    if (who === null) continue;
    const what = `${who} ${event.mode ?? ""} ${event.earliest ?? ""} ${event.latest ?? ""}`;
    if (seen.has(what)) continue;
    seen.add(what);
    const group = groups.get(who);
    if (group === undefined) groups.set(who, [event]);
    else group.push(event);
  }
  return groups;
};

const isDated = ({ earliest, latest }: EventMention): boolean => earliest !== null || latest !== null;

/** The type of an event and its known participants as a key, or null where fewer than two are known. */
const whoOf = ({ type, participants }: EventMention): string | null => {
  const entities = new Set<number>();
  for (const { entity } of participants) if (entity !== null) entities.add(entity);
  return entities.size < 2 ? null : [type, ...[...entities].sort((a, b) => a - b)].join(" ");
};
