import { Shape, type Tokens } from "@readout/model";
import { isGluedHyphen } from "../numbers/read-cardinal.js";
import { countedPhrase } from "./counted-phrase.js";
import { type QuantityLexicon, WordClass } from "./quantity-lexicon.js";
import type { Amount } from "./read-amount.js";

/**
 * Whether a number names rather than counts: a year, an age beside a name, a score, a piece of a code or a word (Su-24,
 * 1980s, 5th, 9/11), a number after a designator or a name (Article 5, Boeing 737).
 */
export const namesSomething = (
  tokens: Tokens,
  at: number,
  amount: Amount,
  floor: number,
  limit: number,
  lexicon: QuantityLexicon,
): boolean => {
  if (amount.currency !== null) return isGluedBefore(tokens, amount.first, floor);
  if (isGluedBefore(tokens, at, floor) || isGluedAfter(tokens, amount, limit)) return true;
  const measured = amount.unit !== null;
  if (measured && amount.unit?.kind === "share") return false;
  const before = at - 1;
  const named = before >= floor ? lexicon.classes.of(tokens.word[before] ?? -1) : 0;
  if (named & WordClass.designator) return true;
  if (before >= floor && tokens.text.charCodeAt(tokens.start[before] ?? 0) === 0x23) return true;
  if (measured) return false;
  if (amount.words) {
    // "Group of Eight", "Big Four": a capital inside a sentence is a name.
    const shape = tokens.shape[at] ?? 0;
    return at > floor && (shape & Shape.capital) !== 0 && !((tokens.shape[before] ?? 0) & Shape.mark);
  }
  if (
    (isYear(tokens, at, amount) && !isCount(tokens, at, amount, floor, limit, lexicon)) ||
    isAge(tokens, at, amount, floor, limit)
  )
    return true;
  if (isCode(tokens, at)) return true;
  return (
    before > floor &&
    ((tokens.shape[before] ?? 0) & Shape.capital) !== 0 &&
    named === 0 &&
    countedPhrase(tokens, amount.end, limit, lexicon, false) === null
  );
};

/** Glued to a letter, digit or hyphen before it: Su-24, x100, 9/11, 3-2. Brackets, quotation marks and signs are no hindrance. */
const isGluedBefore = (tokens: Tokens, at: number, floor: number): boolean => {
  if (at <= floor || (tokens.shape[at] ?? 0) & Shape.space) return false;
  const shape = tokens.shape[at - 1] ?? 0;
  if ((shape & Shape.mark) === 0) return true;
  const unit = tokens.text.charCodeAt(tokens.start[at - 1] ?? 0);
  const opens =
    unit === 0x28 || unit === 0x5b || unit === 0x22 || unit === 0x27 || unit === 0x2018 || unit === 0x201c;
  if (opens || unit === 0x7e || unit === 0x2248 || unit === 0x3c || unit === 0x3e || unit === 0x2014)
    return false;
  return true;
};

/** Glued to letters, a slash, a colon or a hyphenated number after it: 1980s, 5th, 9/11, 10:30, 2-1. */
const isGluedAfter = (tokens: Tokens, amount: Amount, limit: number): boolean => {
  const next = amount.end;
  if (next >= limit || (tokens.shape[next] ?? Shape.space) & Shape.space) return false;
  const shape = tokens.shape[next] ?? 0;
  if (shape & (Shape.letter | Shape.number)) return (shape & Shape.clitic) === 0 || amount.unit === null;
  const unit = tokens.text.charCodeAt(tokens.start[next] ?? 0);
  const following = next + 1 < limit ? (tokens.shape[next + 1] ?? 0) : Shape.space;
  if (following & Shape.space) return false;
  if (unit === 0x2f || unit === 0x3a || unit === 0x2e) return true;
  return isGluedHyphen(tokens, next) && (following & Shape.number) !== 0;
};

/** Four digits from 1500 to 2099 without grouping. */
const isYear = (tokens: Tokens, at: number, { low, high }: Amount): boolean =>
  low >= 1500 && low < 2100 && high === null && (tokens.end[at] ?? 0) - (tokens.start[at] ?? 0) === 4;

/**
 * Whether what looks like a year counts: "about 2000 people" and "sent 1600 soldiers", where people come right after and no word stands before
 * that a year follows ("the 2011 protesters"); "around 2000 homes", a round figure that is given roughly (not "more than 2010 levels").
 */
const isCount = (
  tokens: Tokens,
  at: number,
  { low, end }: Amount,
  floor: number,
  limit: number,
  lexicon: QuantityLexicon,
): boolean => {
  if (end >= limit) return false;
  const { classes, modifiers } = lexicon;
  const roughly = modifiers.endingAt(tokens, at, floor) !== null;
  if (classes.of(tokens.word[end] ?? -1) & WordClass.person)
    return roughly || (at > floor && !(classes.of(tokens.word[at - 1] ?? -1) & WordClass.break));
  return roughly && low % 100 === 0 && countedPhrase(tokens, end, limit, lexicon, false) !== null;
};

/** ", 43," and ", 43." after a name. */
const isAge = (
  tokens: Tokens,
  at: number,
  { low, high, end }: Amount,
  floor: number,
  limit: number,
): boolean => {
  if (low > 120 || high !== null || at - 1 <= floor || !isComma(tokens, at - 1)) return false;
  const next = tokens.text.charCodeAt(tokens.start[end] ?? 0);
  return (
    ((tokens.shape[at - 2] ?? 0) & Shape.capital) !== 0 &&
    (end >= limit || next === 0x2c || next === 0x2e || next === 0x29)
  );
};

const isComma = (tokens: Tokens, at: number): boolean =>
  tokens.text.charCodeAt(tokens.start[at] ?? 0) === 0x2c;

/** 007, or too many digits for a count that anybody writes. */
const isCode = (tokens: Tokens, at: number): boolean => {
  const start = tokens.start[at] ?? 0;
  const length = (tokens.end[at] ?? 0) - start;
  return (
    (length > 1 && tokens.text.charCodeAt(start) === 0x30 && tokens.text.charCodeAt(start + 1) !== 0x2e) ||
    length > 19
  );
};
