import { Shape } from "@readout/model";
import { calendar, point } from "../points.js";
import { readOrdinal } from "../read-number.js";
import type { TimeRule } from "../rule.js";
import { TimeClass } from "../time-words.js";

/** A day by its number alone: "on the 14th they attacked", "by the 3rd". Not: "on the 14th floor", "the 1st Division". */
export const dayOfMonth: TimeRule = {
  id: "times/day-of-month",
  heads: TimeClass.digits,
  match: (reader, lead) => {
    if (!lead.the || lead.stage !== null || lead.relation !== null) return null;
    const signal = reader.surface(lead.first - 1).toLowerCase();
    const read = readOrdinal(reader, lead.next);
    if (read === null || read.value > 31 || (signal !== "on" && signal !== "by" && signal !== "until"))
      return null;
    const after = reader.surface(read.next).toLowerCase();
    if ((reader.shape(read.next) & (Shape.letter | Shape.digit)) !== 0 && !pronouns.has(after)) return null;
    if (reader.isJoint(read.next)) return null;
    return { first: lead.first, last: read.next, meaning: point(calendar({ day: read.value })) };
  },
};

const pronouns = new Set(["he", "she", "they", "we", "it", "i", "the", "a", "an", "there", "his", "their"]);
