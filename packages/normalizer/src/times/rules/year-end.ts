import { calendar, point } from "../points.js";
import type { TimeRule } from "../rule.js";
import { TimeClass } from "../time-words.js";

/** The last day of a year: "by year-end", "the year's end". Not: "the year ended". */
export const yearEnd: TimeRule = {
  id: "times/year-end",
  heads: TimeClass.unit,
  match: (reader, { first, next }) => {
    if (!reader.isWord(next, "year")) return null;
    const at = reader.isWord(next + 1, "apostropheS") ? next + 2 : reader.skipJoint(next + 1);
    if (at === next + 1 || !reader.isWord(at, "end")) return null;
    return { first, last: at + 1, meaning: point(calendar({ month: 12, day: 31, relation: "this" })) };
  },
};
