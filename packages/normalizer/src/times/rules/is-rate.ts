import type { TimeReader } from "../time-reader.js";
import { TimeClass } from "../time-words.js";

/** How far back the number of a rate is looked for: "four flights a week", "$1.20 a share a year". */
const reach = 4;

/** Whether the "a week" that begins at a token says how often or how fast: "twice a week", "four flights a week", "30 percent a year". */
export const isRate = (reader: TimeReader, at: number): boolean => {
  const before = reader.surface(at - 1).toLowerCase();
  if (before === "once" || before === "twice" || before === "times" || before === "percent" || before === "%")
    return true;
  if (prepositions.has(before)) return false;
  for (let i = at - 1; i >= at - reach; i--) {
    const bits = reader.bits(i);
    if (bits & (TimeClass.digits | TimeClass.cardinal | TimeClass.multiplier)) return true;
    if (reader.isMark(i, ",") || reader.isMark(i, ".")) return false;
  }
  return false;
};

const prepositions = new Set([
  "in",
  "for",
  "after",
  "within",
  "over",
  "of",
  "than",
  "about",
  "nearly",
  "almost",
  "at",
  "by",
  "to",
  "from",
  "with",
  "is",
  "was",
  "be",
  "and",
  "or",
  "as",
  "that",
  "half",
  "on",
]);
