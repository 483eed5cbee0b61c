import { weekdayOf } from "@readout/model";
import type { Relation } from "../candidate.js";
import { dayPeriod } from "./periods.js";
import type { Located, Situation } from "./situation.js";

/** A weekday by itself: the day of writing or the last one before it, unless a relation or the tense says otherwise. */
export const locateWeekday = (
  weekday: number,
  relation: Relation | null,
  { now, tense, focus }: Situation,
): Located => {
  if (relation === "following" || relation === "previous" || relation === "that" || relation === "same") {
    const from = focus?.granularity === "day" ? focus.earliest : now;
    if (from === null || from === undefined) return weekdayUnknown(weekday);
    const ahead = (weekday - weekdayOf(from) + 7) % 7;
    const day =
      relation === "following"
        ? from + (ahead === 0 ? 7 : ahead)
        : relation === "previous"
          ? from - (7 - ahead)
          : from - ((7 - ahead) % 7);
    return { period: dayPeriod(day), anchor: from === now ? "published" : "time" };
  }
  if (now === null) return weekdayUnknown(weekday);
  const ahead = (weekday - weekdayOf(now) + 7) % 7;
  const coming = ahead === 0 ? now + 7 : now + ahead;
  const latest = ahead === 0 ? now : now + ahead - 7;
  const day =
    relation === "next"
      ? coming
      : relation === "last" || relation === "past"
        ? ahead === 0
          ? now - 7
          : latest
        : tense === "future"
          ? now + ahead
          : latest;
  return { period: dayPeriod(day), anchor: "published" };
};

export const weekdayUnknown = (weekday: number): Located => ({
  period: { value: `XXXX-WXX-${weekday}`, granularity: "day", earliest: null, latest: null },
  anchor: "none",
});
