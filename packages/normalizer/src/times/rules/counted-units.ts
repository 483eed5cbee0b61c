import type { Amount, Match, Unit } from "../candidate.js";
import { point } from "../points.js";
import { type Lead, relationOf } from "../read-lead.js";
import { readNumber } from "../read-number.js";
import type { TimeRule } from "../rule.js";
import type { TimeReader } from "../time-reader.js";
import { TimeClass } from "../time-words.js";
import { isRate } from "./is-rate.js";
import { readBound } from "./read-bound.js";
import { readUnitPhrase, type UnitPhrase, unitPhraseHeads } from "./read-unit-phrase.js";

const { unit, plural, direction } = TimeClass;

/** A counted stretch that starts from now or from what was said: "nearly three days ago", "a year earlier", "ten years from now". */
export const shiftedUnits: TimeRule = {
  id: "times/shift",
  heads: unitPhraseHeads,
  match: (reader, lead) => {
    const phrase = readUnitPhrase(reader, lead);
    if (phrase === null) return null;
    const { amounts, next } = readAmounts(reader, phrase);
    const shift = readShift(reader, next);
    const only = amounts[0];
    if (shift === null || only === undefined || amounts.length > 1) return null;
    if (phrase.number === null && (!phrase.isPlural || relationOf(lead) !== null)) return null;
    // "a few days later" moves no clock: it measures ("times/duration").
    if (only.count === null && shift.from === "context") return null;
    const bound = readBound(reader, lead.first, { isShift: shift.from === "published", isBare: true });
    const mod = bound.mod ?? modOfNumber(phrase);
    if (only.count === null)
      return {
        first: bound.first,
        last: shift.next,
        meaning: { kind: "reference", reference: shift.direction < 0 ? "PAST_REF" : "FUTURE_REF" },
        mod,
      };
    return {
      first: bound.first,
      last: shift.next,
      meaning: point({ kind: "shift", amount: only, direction: shift.direction, from: shift.from }),
      mod: mod ?? lead.stage,
    };
  },
};

/** "$50 {a year}", "twice {a week}", "60 miles {an hour}". */
export const rate: TimeRule = {
  id: "times/rate",
  heads: TimeClass.indefinite,
  match: (reader, lead) => {
    const at = lead.next;
    if (lead.first !== at || !reader.is(at + 1, unit) || reader.is(at + 1, plural) || !isRate(reader, at))
      return null;
    const name = reader.value(at + 1, "unit") as Unit;
    if (name === "second" || name === "quarter") return null;
    return {
      first: at,
      last: at + 2,
      meaning: { kind: "set", period: { count: 1, unit: name }, quant: null },
    };
  },
};

/**
 * A stretch of time: "two weeks", "nearly a year", "the past two months", "15-month", "several years", "the first nine months", "for years".
 * Not: "years" without anything that makes it one stretch ("in the years that followed" is found without its article).
 */
export const duration: TimeRule = {
  id: "times/duration",
  heads: unitPhraseHeads,
  match: (reader, lead) => {
    const phrase = readUnitPhrase(reader, lead);
    if (phrase === null) return null;
    return phrase.number === null ? uncounted(reader, phrase) : counted(reader, phrase);
  },
};

const counted = (reader: TimeReader, phrase: UnitPhrase): Match | null => {
  const { lead, number, isPlural, hyphen } = phrase;
  if (number === null) return null;
  // "the 1990 quarter": a year before a noun.
  if (number.count !== null && number.count >= 1900 && number.count <= 2100 && !isPlural) return null;
  if (!isPlural && !number.article && !hyphen && number.count === null) return null;
  const related = relationOf(lead);
  if (number.article && (related !== null || hyphen || isRate(reader, lead.first))) return null;
  if (isOneDay(reader, phrase))
    return { first: lead.first, last: phrase.next, meaning: { kind: "reference", reference: "FUTURE_REF" } };
  const { amounts, next } = readAmounts(reader, phrase);
  const bound = readBound(reader, lead.first, {
    isShift: false,
    isBare: lead.first === lead.next && !hyphen,
  });
  const articleOnly = lead.the && related === "the" && (hyphen || !isPlural);
  return {
    first: lead.stage !== null || articleOnly ? lead.next : each(reader, bound.first),
    last: next,
    meaning: { kind: "duration", amounts, toward: towardOf(lead) },
    mod: bound.mod ?? modOfNumber(phrase),
  };
};

const uncounted = (reader: TimeReader, phrase: UnitPhrase): Match | null => {
  const { lead, isPlural, ordinal, hyphen, next } = phrase;
  // "a [century-old] tower"
  if (hyphen && !isPlural && ordinal === null && lead.first === lead.next)
    return {
      first: lead.first,
      last: next,
      meaning: { kind: "duration", amounts: [{ count: 1, unit: phrase.unit }], toward: null },
    };
  if (!isPlural || lead.stage !== null || (ordinal !== null && ordinal !== 1)) return null;
  const related = lead.relation !== null && lead.relation !== "same";
  const compared = reader.is(next, direction);
  if (
    !hyphen &&
    !related &&
    !compared &&
    ordinal === null &&
    !tieWords.has(reader.surface(lead.first - 1).toLowerCase())
  )
    return null;
  // "recent years", "past years", "coming months" point at a time rather than measure one.
  if (!lead.the && ordinal === null && lead.demonstrative === null) {
    if (lead.relation === "next")
      return { first: lead.first, last: next, meaning: { kind: "reference", reference: "FUTURE_REF" } };
    const long = phrase.unit === "year" || phrase.unit === "day" || phrase.unit === "decade";
    if (lead.relation === "past" || (lead.relation === "recent" && long))
      return { first: lead.first, last: next, meaning: { kind: "reference", reference: "PAST_REF" } };
  }
  return {
    // An article alone is no part of an uncounted plural: "in the [weeks] before".
    first: related || ordinal !== null ? lead.first : lead.next,
    last: next,
    meaning: { kind: "duration", amounts: [{ count: null, unit: phrase.unit }], toward: towardOf(lead) },
  };
};

/** Words that tie an uncounted plural to what happened: "for years", "within weeks", "took hours". */
const tieWords = new Set([
  "after",
  "for",
  "follows",
  "in",
  "last",
  "lasted",
  "of",
  "over",
  "spent",
  "take",
  "taken",
  "takes",
  "took",
  "until",
  "with",
  "within",
]);

const modOfNumber = ({ number }: UnitPhrase): "APPROX" | null =>
  number?.approximate && number.count !== null ? "APPROX" : null;

/** "will one day be" */
const isOneDay = (reader: TimeReader, { lead, number, unit: name, isPlural }: UnitPhrase): boolean =>
  name === "day" &&
  !isPlural &&
  number?.count === 1 &&
  reader.isWord(lead.first, "one") &&
  modals.has(reader.surface(lead.first - 1).toLowerCase());

const modals = new Set(["will", "would", "could", "might", "may", "can"]);

/** "each of the past three years" begins at "each". */
const each = (reader: TimeReader, first: number): number =>
  reader.isWord(first - 1, "of") && reader.isWord(first - 2, "each") ? first - 2 : first;

const towardOf = ({ relation }: Lead): "past" | "future" | null =>
  relation === "past" || relation === "last" || relation === "recent" || relation === "previous"
    ? "past"
    : relation === "next" || relation === "following"
      ? "future"
      : null;

const readAmounts = (
  reader: TimeReader,
  { number, unit: name, next }: UnitPhrase,
): Readonly<{ amounts: readonly Amount[]; next: number }> => {
  const count = number === null ? null : number.count;
  if (
    count !== null &&
    reader.isWord(next, "and") &&
    reader.isWord(next + 1, "a") &&
    reader.isWord(next + 2, "half")
  )
    return { amounts: [{ count: count + 0.5, unit: name }], next: next + 3 };
  if (reader.isWord(next, "or") && reader.isWord(next + 1, "so"))
    return { amounts: [{ count, unit: name }], next: next + 2 };
  // two years and six months, one hour 20 minutes
  const from = reader.isWord(next, "and") || reader.isMark(next, ",") ? next + 1 : next;
  const second = count === null ? null : readNumber(reader, from);
  if (
    second !== null &&
    second.value !== null &&
    reader.is(second.next, unit) &&
    reader.is(second.next, plural)
  ) {
    const smaller = reader.value(second.next, "unit") as Unit;
    if (smaller !== name)
      return {
        amounts: [
          { count, unit: name },
          { count: second.value, unit: smaller },
        ],
        next: second.next + 1,
      };
  }
  return { amounts: [{ count, unit: name }], next };
};

/** ago, earlier, later, from now */
const readShift = (
  reader: TimeReader,
  at: number,
): Readonly<{ direction: -1 | 1; from: "published" | "context"; next: number }> | null => {
  const joint = reader.skipJoint(at);
  if (reader.isWord(joint, "from") && reader.isWord(joint + 1, "now"))
    return { direction: 1, from: "published", next: joint + 2 };
  if (!reader.is(joint, direction)) return null;
  const way = reader.value(joint, "direction");
  if (reader.isWord(joint, "ago")) return { direction: -1, from: "published", next: joint + 1 };
  if (reader.isWord(joint, "earlier") || reader.isWord(joint, "later"))
    return reader.isWord(joint + 1, "than")
      ? null
      : { direction: way === "earlier" ? -1 : 1, from: "context", next: joint + 1 };
  return null;
};
