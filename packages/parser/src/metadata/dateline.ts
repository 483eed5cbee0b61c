import {
  type BlockRole,
  bodyRoles,
  type Dateline,
  type DateReader,
  Shape,
  type Tokens,
} from "@readout/model";
import type { Page } from "../page.js";

/** A dateline ends within so many tokens. */
const longest = 18;
/** It stands in one of the first paragraphs. */
const firstParagraphs = 3;

/**
 * The dateline that opens the article, or null: `HANOI, Vietnam (AP) —`, `WASHINGTON _`, `Durban, May 16 2022 (IPS) -`,
 * `Dekalb, Ill. —`, or a line of its own (`LONDON 1996-08-30`). Not `Paris - the city of light`, `Obama – who`.
 */
export const readDateline = (
  page: Page,
  roles: readonly BlockRole[],
  readDates: DateReader,
): Dateline | null => {
  let seen = 0;
  for (let line = 0; line < roles.length && seen < firstParagraphs; line++) {
    const role = roles[line] ?? "navigation";
    if (role === "title" || role === "subtitle" || !bodyRoles.has(role)) continue;
    seen++;
    const found = datelineAt(page, line, readDates);
    if (found !== null) return found;
  }
  return null;
};

const datelineAt = ({ tokens, measures }: Page, line: number, readDates: DateReader): Dateline | null => {
  const first = measures.first[line] ?? 0;
  const last = measures.last[line] ?? 0;
  const end = dashAfter(tokens, first, Math.min(last, first + longest));
  const wholeLine = end < 0 && last - first <= longest && !hasSmallWord(tokens, first, last);
  if (end < 0 && !wholeLine) return null;
  const until = end >= 0 ? end : last;
  const named = placeEnd(tokens, first, until);
  if (named === first) return null;
  // The full stop of an abbreviated state that the tokeniser does not know: "Dekalb, Ill."
  const stopped =
    named < until && tokens.text.charCodeAt(tokens.start[named] ?? 0) === 0x2e && named > first + 1;
  const place = stopped ? named + 1 : named;
  const agency = agencyIn(tokens, place, until);
  const date = readDates(tokens, place, until)[0] ?? null;
  const dated = date !== null || hasNumber(tokens, place, until);
  const loud = ((tokens.shape[first] ?? 0) & Shape.upper) !== 0;
  const abbreviated = stopped || ((tokens.shape[place - 1] ?? 0) & Shape.dot) !== 0;
  if (wholeLine ? !(dated && loud) : !(loud || agency !== null || dated || abbreviated)) return null;
  return {
    span: { start: tokens.start[first] ?? 0, end: tokens.end[end >= 0 ? end : last - 1] ?? 0 },
    place: { start: tokens.start[first] ?? 0, end: tokens.end[place - 1] ?? 0 },
    agency,
    day: date?.day ?? null,
  };
};

/** The dash that closes a dateline, set off by a space, a bracket or an underscore; -1 where there is none, or a lower-case word stands before it. */
const dashAfter = (tokens: Tokens, first: number, last: number): number => {
  let bracket = false;
  for (let at = first; at < last; at++) {
    const shape = tokens.shape[at] ?? 0;
    const unit = tokens.text.charCodeAt(tokens.start[at] ?? 0);
    if (unit === 0x28) bracket = true;
    else if (unit === 0x29) bracket = false;
    else if (unit === 0x2014 || unit === 0x2013 || unit === 0x5f || unit === 0x2d) {
      const free =
        (shape & Shape.space) !== 0 ||
        tokens.text.charCodeAt((tokens.start[at] ?? 1) - 1) === 0x29 ||
        unit === 0x2014 ||
        unit === 0x5f;
      if (at > first && !bracket && free) return at;
    } else if (
      (shape & Shape.letter) !== 0 &&
      (shape & (Shape.capital | Shape.digit | Shape.address)) === 0 &&
      !bracket
    )
      return -1;
  }
  return -1;
};

/** The end of the place: capitalised words, joined by commas, hyphens and full stops of abbreviations, up to a date, a bracket or the dash. */
const placeEnd = (tokens: Tokens, first: number, last: number): number => {
  let end = first;
  for (let at = first; at < last; at++) {
    const shape = tokens.shape[at] ?? 0;
    const unit = tokens.text.charCodeAt(tokens.start[at] ?? 0);
    if (shape & Shape.capital && !isMonthBefore(tokens, at, last)) end = at + 1;
    else if (unit !== 0x2c && unit !== 0x2d && unit !== 0x2f && unit !== 0x2e) break;
  }
  return end;
};

/** Whether a word is followed by a number: a month of the dateline's date, no part of the place. */
const isMonthBefore = (tokens: Tokens, at: number, last: number): boolean =>
  at + 1 < last &&
  ((tokens.shape[at + 1] ?? 0) & Shape.digit) !== 0 &&
  ((tokens.shape[at] ?? 0) & Shape.upper) === 0;

/** What stands in brackets: (AP), (Reuters), (HawaiiNewsNow). */
const agencyIn = (tokens: Tokens, first: number, last: number): string | null => {
  for (let at = first; at < last; at++) {
    if (tokens.text.charCodeAt(tokens.start[at] ?? 0) !== 0x28) continue;
    for (let close = at + 1; close < last; close++)
      if (tokens.text.charCodeAt(tokens.start[close] ?? 0) === 0x29 && close > at + 1)
        return tokens.text.slice(tokens.start[at + 1], tokens.end[close - 1]);
  }
  return null;
};

const hasSmallWord = (tokens: Tokens, first: number, last: number): boolean => {
  for (let at = first; at < last; at++)
    if (((tokens.shape[at] ?? 0) & (Shape.letter | Shape.capital)) === Shape.letter) return true;
  return false;
};

const hasNumber = (tokens: Tokens, first: number, last: number): boolean => {
  for (let at = first; at < last; at++) if ((tokens.shape[at] ?? 0) & Shape.digit) return true;
  return false;
};
