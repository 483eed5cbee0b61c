import type { Meaning, TimeCandidate } from "./candidate.js";
import type { TimeReader } from "./time-reader.js";

/**
 * Joins neighbours that name one moment: a clock time or part of day with its day ("10 p.m. Wednesday", "5 p.m. EST, Nov. 9",
 * "the morning of June 3", "Friday, 9 a.m."). Candidates are in order and disjoint, and so is what comes out.
 */
export const mergeNeighbours = (
  candidates: readonly TimeCandidate[],
  reader: TimeReader,
): TimeCandidate[] => {
  const merged: TimeCandidate[] = [];
  for (const candidate of candidates) {
    const before = merged.at(-1);
    const joined = before === undefined ? null : join(before, candidate, reader);
    if (joined === null) merged.push(candidate);
    else merged[merged.length - 1] = joined;
  }
  return merged;
};

const join = (a: TimeCandidate, b: TimeCandidate, reader: TimeReader): TimeCandidate | null => {
  if (a.sentence !== b.sentence || b.first - a.last > 1) return null;
  const night = nightBetween(a, b, reader);
  if (night !== null) return night;
  const possessed = quarterOfYear(a, b, reader);
  if (possessed !== null) return possessed;
  const between = b.first - a.last === 1 ? reader.surface(a.last).toLowerCase() : "";
  const meaning = joinMeanings(a.meaning, b.meaning, between);
  if (meaning === null) return null;
  return { ...a, end: b.end, last: b.last, meaning, mod: a.mod ?? b.mod };
};

/** "the night of 13–14 June": the night that begins on the first of two days. */
const nightBetween = (a: TimeCandidate, b: TimeCandidate, reader: TimeReader): TimeCandidate | null => {
  if (a.meaning.kind !== "point" || b.meaning.kind !== "point" || a.meaning.part !== "NI") return null;
  const { base: first } = a.meaning;
  const { base: second } = b.meaning;
  if (
    first.kind !== "calendar" ||
    second.kind !== "calendar" ||
    first.day === null ||
    second.day !== first.day + 1
  )
    return null;
  return reader.isDash(a.last) && first.month === second.month ? { ...a, end: b.end, last: b.last } : null;
};

/** "this year's third quarter", "1990's first half" */
const quarterOfYear = (a: TimeCandidate, b: TimeCandidate, reader: TimeReader): TimeCandidate | null => {
  if (a.meaning.kind !== "point" || b.meaning.kind !== "point" || !reader.isWord(a.last, "apostropheS"))
    return null;
  const { base: year } = a.meaning;
  const { base: quarter } = b.meaning;
  if (quarter.kind !== "part-of-year" || quarter.index === null) return null;
  const whole = { ...b, start: a.start, first: a.first };
  if (year.kind === "period" && year.unit === "year")
    return { ...whole, meaning: { ...b.meaning, base: { ...quarter, relation: year.relation } } };
  return year.kind === "calendar" && year.month === null && year.year !== null
    ? { ...whole, meaning: { ...b.meaning, base: { ...quarter, year: year.year, relation: null } } }
    : null;
};

const joinMeanings = (a: Meaning, b: Meaning, between: string): Meaning | null => {
  if (a.kind !== "point" || b.kind !== "point") return null;
  const aOnly =
    a.base.kind === "unnamed-day" ||
    (a.part !== null && a.base.kind === "period" && a.base.relation === "the");
  const bOnly = b.base.kind === "unnamed-day";
  if (aOnly && !bOnly && isDay(b)) {
    const tied =
      between === "" ||
      between === "," ||
      (between === "on" && (a.clock !== null || a.base.kind === "unnamed-day")) ||
      (between === "of" && a.part !== null);
    return tied && b.part === null && b.clock === null ? { ...b, part: a.part, clock: a.clock } : null;
  }
  if (!aOnly && bOnly && isDay(a) && a.clock === null) {
    const tied =
      between === "" || (between === "," && b.clock !== null) || (between === "at" && b.clock !== null);
    return tied && (b.clock !== null || a.part === null)
      ? { ...a, part: b.part ?? a.part, clock: b.clock }
      : null;
  }
  return null;
};

const isDay = ({ base }: Extract<Meaning, { kind: "point" }>): boolean => {
  switch (base.kind) {
    case "calendar":
      return base.day !== null || base.weekday !== null;
    case "named-day":
    case "holiday":
      return true;
    case "period":
      return base.unit === "day";
    default:
      return false;
  }
};
