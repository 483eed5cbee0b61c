import type { Match } from "./candidate.js";
import { calendar, point } from "./points.js";
import { readDay } from "./rules/read-day.js";
import { readYearAfter, withCentury } from "./rules/read-year.js";
import type { TimeReader } from "./time-reader.js";
import { TimeClass } from "./time-words.js";

/**
 * What goes on after a date or year without repeating its month or century: "May 3 to [5]", "April 24, [25] and [26]", "1996-[97]". The days
 * take month and year from the date before them. At most {@link longest} are read.
 */
export const listedAfter = (reader: TimeReader, match: Match): readonly Match[] => {
  const { meaning } = match;
  if (meaning.kind !== "point" || meaning.base.kind !== "calendar" || meaning.clock !== null) return [];
  const { base } = meaning;
  if (base.day === null) return base.month === null ? yearAfter(reader, match, base.year) : [];
  // "May 3, 1998 to 5" and "4 May to 6" are no lists of days of one month.
  const endsWithDay = reader.integer(match.last - 1, 2) === base.day;
  if (!endsWithDay) return [];
  const listed: Match[] = [];
  let previous = base.day;
  for (let at = match.last; listed.length < longest; ) {
    const next = afterSeparator(reader, at);
    if (next === at) break;
    const day = readDay(reader, next);
    if (
      day === null ||
      day.day <= previous ||
      reader.integer(next, 2) !== day.day ||
      isCounted(reader, day.next)
    )
      break;
    // "3-5 May": the month follows, and the day is found with it.
    if (reader.is(day.next, TimeClass.month) && reader.capital(day.next)) break;
    const year = readYearAfter(reader, day.next);
    listed.push({
      first: next,
      last: year?.next ?? day.next,
      meaning: point(calendar({ ...base, year: year?.year ?? base.year, weekday: null, day: day.day })),
    });
    if (year !== null) break;
    previous = day.day;
    at = day.next;
  }
  return listed;
};

const longest = 8;

const afterSeparator = (reader: TimeReader, at: number): number => {
  if (reader.isDash(at) || reader.isWord(at, "to") || reader.isWord(at, "through")) return at + 1;
  const comma = reader.isMark(at, ",") ? at + 1 : at;
  return reader.isWord(comma, "and") || reader.isWord(comma, "or") ? comma + 1 : comma;
};

/** The year that stands behind the last of some days: 2013 for "June 17-18, 2013", asked at the token after "17". */
export const yearBehindList = (reader: TimeReader, from: number): number | null => {
  let at = from;
  for (let i = 0; i < longest; i++) {
    const next = afterSeparator(reader, at);
    const day = next === at ? null : readDay(reader, next);
    if (day === null || reader.integer(next, 2) !== day.day) return null;
    const year = readYearAfter(reader, day.next);
    if (year !== null) return year.year;
    at = day.next;
  }
  return null;
};

/** "May 3 and 5 people died": a lower-case word follows that may be what the number counts. */
const isCounted = (reader: TimeReader, at: number): boolean =>
  /^[a-z]/.test(reader.surface(at)) && !closers.has(reader.surface(at));

const closers = new Set([
  "in",
  "at",
  "to",
  "and",
  "or",
  "for",
  "with",
  "by",
  "of",
  "when",
  "as",
  "on",
  "after",
  "before",
  "from",
  "that",
  "is",
  "was",
  "will",
  "through",
]);

/** 1996-97, 1999–2001 is found by itself */
const yearAfter = (reader: TimeReader, { last }: Match, year: number | null): readonly Match[] => {
  if (year === null || !reader.isDash(last) || !reader.glued(last) || !reader.glued(last + 1)) return [];
  const short = reader.length(last + 1) === 2 ? reader.integer(last + 1, 2) : -1;
  if (short < 0 || (reader.glued(last + 2) && reader.isDash(last + 2))) return [];
  const full = Math.floor(year / 100) * 100 + short;
  return full > year || withCentury(short) > year
    ? [
        {
          first: last + 1,
          last: last + 2,
          meaning: point(calendar({ year: full > year ? full : withCentury(short) })),
        },
      ]
    : [];
};
