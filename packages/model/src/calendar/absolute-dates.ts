import { Shape, type Tokens } from "../tokens/tokens.js";
import type { Vocabulary } from "../tokens/vocabulary.js";
import { type Day, dayOf, isDate } from "./day.js";
import { readMonths } from "./names.js";

/** A full date written out in a line: tokens `first` to `last` (half-open) and the day. */
export type AbsoluteDate = Readonly<{
  first: number;
  last: number;
  day: Day;
  /** Whether day and month could be swapped: 04/05/2016; read as month/day then. */
  ambiguous: boolean;
}>;

export type DateReader = (tokens: Tokens, first: number, last: number) => readonly AbsoluteDate[];

/** Years that a page can state of itself. */
const firstYear = 1900;
const lastYear = 2099;
const ordinals = ["st", "nd", "rd", "th"];

/**
 * Makes a reader of the dates with day, month and year among some tokens: `Nov. 3, 2026`, `3 November 2026`, `3rd of
 * November, 2026`, `3. November 2026`, `Nov. 3. 2026`, `2026-11-03` (a time glued to it too), `2026/11/03`, `03.11.2026`,
 * `11/03/2026`, `11.23.2026`, `Nov 3 '26` not. Where a numeric date allows both orders, slashes are read as month/day and points as
 * day.month, and `ambiguous` says so. A date that does not exist (31 June) is not given.
 */
export const createDateReader = (vocabulary: Vocabulary): DateReader => {
  const monthOf = new Map<number, number>();
  for (const [surface, month] of readMonths()) monthOf.set(vocabulary.add(surface), month);
  const ordinalIds = new Set(ordinals.map((suffix) => vocabulary.add(suffix)));
  const ofId = vocabulary.add("of");
  return (tokens, first, last) => {
    const dates: AbsoluteDate[] = [];
    const reading: Reading = { tokens, last, monthOf, ordinalIds, ofId };
    for (let at = first; at < last; ) {
      const date = dateAt(reading, at);
      if (date === null) at++;
      else {
        dates.push(date);
        at = date.last;
      }
    }
    return dates;
  };
};

type Reading = Readonly<{
  tokens: Tokens;
  last: number;
  monthOf: ReadonlyMap<number, number>;
  ordinalIds: ReadonlySet<number>;
  ofId: number;
}>;

const dateAt = (reading: Reading, at: number): AbsoluteDate | null => {
  const { tokens, monthOf } = reading;
  if (monthOf.has(tokens.word[at] ?? -1)) return monthFirst(reading, at);
  if (((tokens.shape[at] ?? 0) & Shape.digit) === 0) return null;
  return numeric(reading, at) ?? dayFirst(reading, at);
};

const monthFirst = (reading: Reading, at: number): AbsoluteDate | null => {
  const month = reading.monthOf.get(reading.tokens.word[at] ?? -1) ?? 0;
  let next = at + 1;
  if (isMark(reading, next, 0x2e)) next++;
  const day = numberAt(reading, next);
  if (day < 1 || day > 31) return null;
  next = afterOrdinal(reading, next + 1);
  if (isMark(reading, next, 0x2c) || endsLine(reading, next)) next++;
  return dateOfParts(reading, at, next, month, day);
};

/** "Jul. 11. 2025" at the end of its line: a point before the year; not "on May 3. 2014 would be", where a sentence ends. */
const endsLine = (reading: Reading, point: number): boolean => {
  const { tokens, last } = reading;
  const year = point + 1;
  if (!isMark(reading, point, 0x2e) || year >= last) return false;
  const { text, start, end } = tokens;
  if (text.slice(end[point], start[year]).includes("\n")) return false;
  const next = year + 1;
  const word = next < last && ((tokens.shape[next] ?? 0) & Shape.letter) !== 0;
  return !word || text.slice(end[year], start[next]).includes("\n");
};

const dayFirst = (reading: Reading, at: number): AbsoluteDate | null => {
  const { tokens, monthOf, ofId } = reading;
  const day = numberAt(reading, at);
  if (day < 1 || day > 31) return null;
  let next = afterOrdinal(reading, at + 1);
  if (isMark(reading, next, 0x2e) || isMark(reading, next, 0x2d)) next++;
  if (next < reading.last && tokens.word[next] === ofId) next++;
  const month = next < reading.last ? monthOf.get(tokens.word[next] ?? -1) : undefined;
  if (month === undefined) return null;
  next++;
  if (isMark(reading, next, 0x2e) || isMark(reading, next, 0x2c) || isMark(reading, next, 0x2d)) next++;
  return dateOfParts(reading, at, next, month, day);
};

const dateOfParts = (
  reading: Reading,
  first: number,
  yearAt: number,
  month: number,
  day: number,
): AbsoluteDate | null => {
  const year = numberAt(reading, yearAt);
  if (year < firstYear || year > lastYear || !isDate(year, month, day)) return null;
  return { first, last: yearAt + 1, day: dayOf(year, month, day), ambiguous: false };
};

/** 2026-11-03, 2026/11/03, 03.11.2026, 11/03/2026: five tokens with one mark twice, glued. */
const numeric = (reading: Reading, at: number): AbsoluteDate | null => {
  const { tokens, last } = reading;
  if (at + 4 >= last) return null;
  const mark = tokens.text.charCodeAt(tokens.start[at + 1] ?? 0);
  if (mark !== 0x2d && mark !== 0x2f && mark !== 0x2e) return null;
  if (!isMark(reading, at + 3, mark)) return null;
  for (let i = at + 1; i <= at + 4; i++) if ((tokens.shape[i] ?? 0) & Shape.space) return null;
  const [a, b, c] = [numberAt(reading, at), numberAt(reading, at + 2), numberAt(reading, at + 4)];
  const give = (year: number, month: number, day: number, ambiguous: boolean): AbsoluteDate | null =>
    year >= firstYear && year <= lastYear && isDate(year, month, day)
      ? { first: at, last: at + 5, day: dayOf(year, month, day), ambiguous }
      : null;
  if (a > 31) return give(a, b, c, false);
  if (c < firstYear) return null;
  const dayOpens = a > 12 || (mark === 0x2e && b <= 12);
  const ambiguous = a <= 12 && b <= 12 && a !== b && mark !== 0x2e;
  return dayOpens ? give(c, b, a, ambiguous) : give(c, a, b, ambiguous);
};

const numberAt = ({ tokens, last }: Reading, at: number): number => {
  if (at >= last || ((tokens.shape[at] ?? 0) & Shape.digit) === 0) return -1;
  const start = tokens.start[at] ?? 0;
  const end = tokens.end[at] ?? 0;
  if (end - start > 4) return -1;
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = tokens.text.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
};

const isMark = ({ tokens, last }: Reading, at: number, unit: number): boolean =>
  at < last &&
  ((tokens.shape[at] ?? 0) & Shape.mark) !== 0 &&
  tokens.text.charCodeAt(tokens.start[at] ?? 0) === unit;

const afterOrdinal = ({ tokens, last, ordinalIds }: Reading, at: number): number =>
  at < last && ((tokens.shape[at] ?? 0) & Shape.space) === 0 && ordinalIds.has(tokens.word[at] ?? -1)
    ? at + 1
    : at;
