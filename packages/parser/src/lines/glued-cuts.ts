import { CharacterClass, characterClasses, readTable } from "@readout/model";
import { creditAgencies as table } from "../generated/credit-agencies.js";

const { lower, upper, digit } = CharacterClass;
const SLASH = 0x2f;
const AT = 0x40;
const COLON = 0x3a;
const PERIOD = 0x2e;
const SPACE = 0x20;
const HYPHEN = 0x2d;

/** Agencies as written before the slash of a credit, the longest first. */
const agencies = readTable(table, ["surface"])
  .map(({ surface }) => surface)
  .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
const longestAgency = agencies[0]?.length ?? 0;

/** Words with which a control of the page begins: "Show comments|Hide Comments", "ET|Updated". */
const openers = [
  "Hide",
  "Show",
  "Share",
  "Updated",
  "Published",
  "Posted",
  "Get",
  "Follow",
  "Subscribe",
  "Comments",
  "Sign",
  "Read",
];
/** A line of controls is no longer than this many characters. */
export const controlLength = 160;
/** A photographer's name is no longer than this many characters and words. */
const nameLength = 40;
const nameWords = 4;
/** Beginnings of names with a capital inside: McConnell, MacArthur, DeLay, LaHood. */
const innerCapital = ["Mc", "Mac", "De", "La", "Le", "Du", "Van", "Di", "Fitz"];

/**
 * Where a line that lost its separators is to be cut: offsets inside [start, end), ascending.
 *
 * - round a credit: `Putin obama|REUTERS/Andres Stapff|U.S. President …` (three pieces), `… in Moscow.|AFP/A. Nemenov`
 * - before a control: `Show comments|Hide Comments`
 * - between a year and a time or a word: `Nov 20 2019|4:29 AM EST|Updated an hour ago`, `18.11.2019|Get short URL`, `May 3, 2015|6 min read`
 * - before a credit in brackets at the end: `… in Oslo. |(AP Photo/Ana Ruiz)`
 * - before a handle: `Natasha Turak|@NatashaTurak`
 *
 * splitLines asks only for lines with a slash or an @ after a letter, a colon or ` min` after a digit, a closing bracket at the end or a capital inside a word.
 *
 * Left whole: `and/or`, `McDonald's`, `iPhone`, `reports@example.org`, `20194 votes`.
 */
export const gluedCuts = (text: string, start: number, end: number): readonly number[] => {
  const classes = characterClasses();
  const cuts: number[] = [];
  const cut = (at: number): void => {
    if (at > start && at < end && at > (cuts.at(-1) ?? 0)) cuts.push(at);
  };
  const short = end - start <= controlLength;
  let before = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    const kind = classes[unit] ?? 0;
    if (unit === SLASH) {
      const credit = creditAt(text, start, end, at);
      if (credit !== null) {
        cut(credit.start);
        cut(credit.end);
        at = credit.end - 1;
      }
    } else if (kind === upper && (before === lower || before === digit)) {
      if (
        short &&
        (openers.some((word) => text.startsWith(word, at)) || (before === digit && endsYear(text, start, at)))
      )
        cut(at);
    } else if (kind === upper && before === upper && short) {
      if (endsZone(text, start, at) && openers.some((word) => text.startsWith(word, at))) cut(at);
    } else if (unit === SPACE && before === digit && short) {
      const year = opensReadingTime(text, at) ? gluedYear(text, start, at) : 0;
      // "20000 min": no reading time begins with nought.
      if (year > 0 && text[year] !== "0") cut(year);
    } else if (unit === COLON && before === digit) {
      const time = gluedTime(text, start, at);
      if (time > 0) cut(time);
    } else if (unit === AT && short && (before === lower || before === upper) && isHandle(text, at, end))
      cut(at);
    before = kind;
  }
  cut(bracketedCredit(text, start, end));
  return cuts;
};

/** Where a credit in brackets begins that ends the line: `… in Oslo on Monday. |(AP Photo/Ana Ruiz)`; 0 where none does. */
const bracketedCredit = (text: string, start: number, end: number): number => {
  if (text.charCodeAt(end - 1) !== 0x29) return 0;
  const open = text.lastIndexOf("(", end);
  if (open <= start || end - open > 2 * nameLength) return 0;
  const inside = text.slice(open + 1, end - 1);
  const credited = agencies.some(
    (agency) =>
      inside.startsWith(agency) &&
      (inside.length === agency.length || /^[/ :,]/.test(inside.slice(agency.length))),
  );
  // "(AP)" alone may close a sentence of text; a credit names a photographer or says Photo.
  return credited && (inside.includes("/") || inside.includes(":") || inside.startsWith("Photo")) ? open : 0;
};

/** The credit whose slash stands at `slash`, where it is glued to what comes before or after; null where it is none or stands free. */
const creditAt = (
  text: string,
  start: number,
  end: number,
  slash: number,
): Readonly<{ start: number; end: number }> | null => {
  const classes = characterClasses();
  const known = agencyBefore(text, start, slash);
  const from = known < 0 ? capitalsBefore(text, start, slash) : known;
  if (from < 0) return null;
  const to = nameAfter(text, slash + 1, end);
  if (to < 0) return null;
  const opens = from > start && endsWord(classes[text.charCodeAt(from - 1)]);
  const closes = to < end && classes[text.charCodeAt(to)] === upper;
  const spaced = from > start && text.charCodeAt(from - 1) === SPACE;
  return opens || closes || (spaced && to === end) ? { start: from, end: to } : null;
};

/**
 * An agency that no table knows: at least three capitals glued to a small letter or a digit ("portraitMERIDIAN/Tom Ek", "g20MERIDIAN/Tom Ek").
 * Not "the TCP/IP", whose capitals stand free; -1 where there is none.
 */
const capitalsBefore = (text: string, start: number, slash: number): number => {
  const classes = characterClasses();
  let from = slash;
  while (from > start && classes[text.charCodeAt(from - 1)] === upper) from--;
  return slash - from >= 3 && from > start && endsWord(classes[text.charCodeAt(from - 1)]) ? from : -1;
};

const endsWord = (kind: number | undefined): boolean => kind === lower || kind === digit;

const agencyBefore = (text: string, start: number, slash: number): number => {
  const window = text.slice(Math.max(start, slash - longestAgency), slash);
  for (const agency of agencies) if (window.endsWith(agency)) return slash - agency.length;
  return -1;
};

/** The end of the name that begins at `from`: capitalised words up to a capital glued to a small letter, or to the end of the line; -1 where there is none. */
const nameAfter = (text: string, from: number, end: number): number => {
  const classes = characterClasses();
  let words = 0;
  let wordStart = -1;
  const limit = Math.min(end, from + nameLength);
  for (let at = from; at < limit; at++) {
    const unit = text.charCodeAt(at);
    const kind = classes[unit];
    if (kind === upper || kind === lower) {
      if (wordStart < 0) {
        wordStart = at;
        words++;
        if (kind === lower || words > nameWords) return -1;
      } else if (kind === upper && classes[text.charCodeAt(at - 1)] === lower) {
        if (!innerCapital.includes(text.slice(wordStart, at))) return at;
      }
    } else if (unit === SPACE || unit === HYPHEN || unit === PERIOD || unit === 0xa0) wordStart = -1;
    else return -1;
  }
  return limit === end && words > 0 ? end : -1;
};

const isDigit = (text: string, at: number): boolean => characterClasses()[text.charCodeAt(at)] === digit;

/** Whether a year or a clock time ends right before `at`: 2019|Get, 4:29|Updated. */
const endsYear = (text: string, start: number, at: number): boolean => {
  let from = at;
  while (from > start && isDigit(text, from - 1)) from--;
  const run = text.slice(from, at);
  return (
    (run.length === 4 && (run.startsWith("19") || run.startsWith("20"))) ||
    (run.length === 2 && text.charCodeAt(from - 1) === COLON)
  );
};

/** Whether a time zone ends right before `at`: 4:29 AM EST|Updated. */
const endsZone = (text: string, start: number, at: number): boolean => {
  const classes = characterClasses();
  let from = at;
  while (from > start && classes[text.charCodeAt(from - 1)] === upper) from--;
  return at - from >= 2 && at - from <= 4 && text.charCodeAt(from - 1) === SPACE;
};

/** Where the time begins whose colon stands at `colon`, when its hour is glued to a year: 2019|4:29; else 0. */
const gluedTime = (text: string, start: number, colon: number): number =>
  isDigit(text, colon + 1) && isDigit(text, colon + 2) ? gluedYear(text, start, colon) : 0;

/** Where a year ends that is glued to a number of one or two digits that ends at `end`: 2019|4, 2015|12; 0 where none is. */
const gluedYear = (text: string, start: number, end: number): number => {
  let from = end;
  while (from > start && isDigit(text, from - 1)) from--;
  const run = text.slice(from, end);
  const year = run.startsWith("19") || run.startsWith("20");
  return (run.length === 5 || run.length === 6) && year ? from + 4 : 0;
};

const minutes = /min(?:ute)?s?(?![a-z])/y;

/** Whether the space at `at` stands before the unit of a reading time: `6 min read`. */
export const opensReadingTime = (text: string, at: number): boolean => {
  minutes.lastIndex = at + 1;
  return minutes.test(text);
};

/** Whether the `@` at `at` opens a handle and not the host of an address. */
const isHandle = (text: string, at: number, end: number): boolean => {
  const classes = characterClasses();
  let to = at + 1;
  while (
    to < end &&
    (classes[text.charCodeAt(to)] === lower ||
      classes[text.charCodeAt(to)] === upper ||
      classes[text.charCodeAt(to)] === digit ||
      text.charCodeAt(to) === 0x5f)
  )
    to++;
  return to > at + 2 && text.charCodeAt(to) !== PERIOD;
};
