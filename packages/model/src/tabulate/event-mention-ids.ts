import type { EventMention } from "../annotations.js";

/** `doc_id-start-TYPE` of each event mention, start in code points; further ones on the same trigger end in -2, -3. */
export const eventMentionIds = (
  docId: string,
  events: readonly EventMention[],
  at: (offset: number) => number,
): readonly string[] => {
  const seen = new Map<string, number>();
  return events.map((event) => {
    const id = `${docId}-${at(event.start)}-${event.type}`;
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return times === 1 ? id : `${id}-${times}`;
  });
};
