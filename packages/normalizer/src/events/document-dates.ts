import type { EventMention } from "@readout/model";

/**
 * Dates for undated events that the same document dates elsewhere: same type, at least two participants known and the same, no
 * other mode, and only one date among all such mentions. The date's basis is then `document`. Captions and background make
 * anything looser unsafe: a page on one meeting shows pictures of three others.
 */
export const dateFromDocument = (events: readonly EventMention[]): readonly EventMention[] => {
  const dated = events.filter((event) => isDated(event) && event.status === "actual");
  return events.map((event) => {
    if (isDated(event) || event.time !== null || event.status !== "actual") return event;
    const same = dated.filter((other) => isSame(event, other));
    const [first] = same;
    if (
      first === undefined ||
      same.some((other) => other.earliest !== first.earliest || other.latest !== first.latest)
    )
      return event;
    return { ...event, earliest: first.earliest, latest: first.latest, dateBasis: "document" as const };
  });
};

const isDated = ({ earliest, latest }: EventMention): boolean => earliest !== null || latest !== null;

const entitiesOf = ({ participants }: EventMention): ReadonlySet<number> =>
  new Set(participants.flatMap(({ entity }) => (entity === null ? [] : [entity])));

const isSame = (a: EventMention, b: EventMention): boolean => {
  if (a.type !== b.type || (a.mode !== null && b.mode !== null && a.mode !== b.mode)) return false;
  const [mine, theirs] = [entitiesOf(a), entitiesOf(b)];
  if (mine.size < 2 || mine.size !== theirs.size) return false;
  for (const entity of mine) if (!theirs.has(entity)) return false;
  return true;
};
