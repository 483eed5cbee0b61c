import { Shape } from "@readout/model";
import type { Match } from "../candidate.js";
import { neighboursWith } from "../date-neighbours.js";
import { calendar, point } from "../points.js";
import type { Lead } from "../read-lead.js";
import { readYearInWords } from "../read-number.js";
import type { TimeRule } from "../rule.js";
import type { TimeReader } from "../time-reader.js";
import { TimeClass } from "../time-words.js";
import { isCountedBefore, isInsideFigure, readShortYear } from "./read-year.js";

const { digits, cardinal, era, unit } = TimeClass;

/**
 * A year on its own: "1988", "mid-1996", "the end of 1990", "nineteen ninety-six", "the year 2000", "44 BC".
 * Not: "1,990", "$2000", "1500 people", "flight 1990".
 */
export const year: TimeRule = {
  id: "times/year",
  heads: digits | cardinal | unit | era,
  match: (reader, lead) => {
    const at = lead.next;
    if (reader.isWord(at, "year")) return theYear(reader, lead);
    const withEra = yearWithEra(reader, at);
    if (withEra !== null) return given(reader, lead, withEra.year, withEra.next, withEra.first);
    const words = readYearInWords(reader, at);
    if (words !== null)
      return isCountAfter(reader, words.next) ? null : given(reader, lead, words.year, words.next);
    const value = reader.integer(at, 4);
    if (value < 1000 || value > 2100 || reader.length(at) !== 4) return null;
    if (isCountedBefore(reader, at) || isInsideFigure(reader, at) || isCountAfter(reader, at + 1))
      return null;
    if (
      (value < 1900 || value > 2035) &&
      lead.stage === null &&
      !hasSignal(reader, at) &&
      !isAttribute(reader, at)
    )
      return null;
    if (isCountedPlural(reader, at) || isAmount(reader, at)) return null;
    return given(reader, lead, value, at + 1);
  },
};

/** '98 begins with its apostrophe, which is no word: this one runs at the digits and looks back. */
export const shortYear: TimeRule = {
  id: "times/short-year",
  heads: digits,
  match: (reader, lead) => {
    const read = readShortYear(reader, lead.next - 1);
    if (read === null || lead.first !== lead.next) return null;
    if (reader.glued(read.next) && (reader.shape(read.next) & (Shape.letter | Shape.digit)) !== 0)
      return null;
    return { first: lead.next - 1, last: read.next, meaning: point(calendar({ year: read.year })) };
  },
};

const given = (_reader: TimeReader, lead: Lead, year: number, last: number, first = lead.next): Match => {
  // An article alone belongs to the noun: "the [1988] agreement".
  const bare = lead.stage === null && lead.relation === null && lead.demonstrative === null;
  return {
    first: bare || lead.first === lead.next ? first : lead.stage !== null ? lead.first : first,
    last,
    meaning: point(calendar({ year })),
    mod: lead.stage,
  };
};

/** the year 2000, the year two thousand */
const theYear = (reader: TimeReader, lead: Lead): Match | null => {
  const at = lead.next + 1;
  const withEra = yearWithEra(reader, at);
  if (withEra !== null)
    return {
      first: lead.first,
      last: withEra.next,
      meaning: point(calendar({ year: withEra.year })),
      mod: lead.stage,
    };
  const value = reader.integer(at, 4);
  const words = value > 0 ? null : readYearInWords(reader, at);
  if (value < 1 && words === null) return null;
  if (isCountAfter(reader, words?.next ?? at + 1)) return null;
  return {
    first: lead.first,
    last: words?.next ?? at + 1,
    meaning: point(calendar({ year: words?.year ?? value })),
    mod: lead.stage,
  };
};

const yearWithEra = (
  reader: TimeReader,
  at: number,
): Readonly<{ year: number; next: number; first: number }> | null => {
  if (reader.is(at, era) && (reader.shape(at) & Shape.upper) !== 0) {
    const value = reader.integer(at + 1, 4);
    return value > 0 && reader.value(at, "era") === "1" ? { year: value, next: at + 2, first: at } : null;
  }
  const value = reader.integer(at, 4);
  // 264–241 BC: the era stands behind the second year.
  const second = value > 0 && reader.isDash(at + 1) ? reader.integer(at + 2, 4) : -1;
  if (second > 0 && second < value && reader.is(at + 3, era) && reader.value(at + 3, "era") === "-1")
    return { year: -value, next: at + 1, first: at };
  if (value < 1 || !reader.is(at + 1, era) || (reader.shape(at + 1) & Shape.upper) === 0) return null;
  return { year: value * Number(reader.value(at + 1, "era")), next: at + 2, first: at };
};

/** What follows says that the number counts something: 1990 percent, 2000 miles. */
const isCountAfter = (reader: TimeReader, at: number): boolean => {
  if (reader.isMark(at, "%") || reader.isWord(at, "percent") || reader.is(at, TimeClass.multiplier))
    return true;
  return reader.is(at, unit) && reader.is(at, TimeClass.plural);
};

const yearSigns = neighboursWith("year");

/** Numbers outside this century and the last are years only where a preposition says so. */
const hasSignal = (reader: TimeReader, at: number): boolean => {
  if (people.has(reader.surface(at + 1))) return false;
  if (yearSigns.has(reader.surface(at - 1).toLowerCase()))
    return !(reader.shape(at + 1) & Shape.letter) || !isLowerPlural(reader, at + 1);
  // c. 1200
  if (reader.isMark(at - 1, ".") && reader.surface(at - 2) === "c") return true;
  return reader.isMark(at - 1, "(") && (reader.isMark(at + 1, ")") || reader.isDash(at + 1));
};

/** "the 1848 revolution"; not "the 1812 Overture" */
const isAttribute = (reader: TimeReader, at: number): boolean =>
  reader.isWord(at - 1, "the") &&
  !reader.capital(at + 1) &&
  (reader.shape(at + 1) & Shape.letter) !== 0 &&
  !isLowerPlural(reader, at + 1);

const people = neighboursWith("counted");
const determiners = neighboursWith("owner", "pointer");
const amounts = neighboursWith("amount");
const roughly = neighboursWith("rough");

/** "1900 men", "some 2000 workers": no preposition or article makes it a year, and what follows can be counted. */
const isCountedPlural = (reader: TimeReader, at: number): boolean => {
  const before = reader.surface(at - 1).toLowerCase();
  if ((yearSigns.has(before) && !roughly.has(before)) || determiners.has(before)) return false;
  return (
    people.has(reader.surface(at + 1)) ||
    (isLowerPlural(reader, at + 1) && reader.glued(at) === false && at > reader.first)
  );
};

/** "at least 1900 were hurt", "nearly 2000 fled"; not "since at least 1900". */
const isAmount = (reader: TimeReader, at: number): boolean => {
  const before = reader.surface(at - 1).toLowerCase();
  if (!amounts.has(before)) return false;
  // "at least", "an estimated": two words.
  const opening = before === "least" || before === "estimated" ? at - 3 : at - 2;
  return !yearSigns.has(reader.surface(opening).toLowerCase());
};

const isLowerPlural = (reader: TimeReader, at: number): boolean => {
  const surface = reader.surface(at);
  return surface.length > 3 && surface.endsWith("s") && !reader.capital(at);
};
