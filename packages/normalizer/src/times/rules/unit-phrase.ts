import type { Amount, Match, Mod, Unit } from "../candidate.js";
import { point } from "../points.js";
import { type Lead, relationOf } from "../read-lead.js";
import { readNumber, readOrdinal } from "../read-number.js";
import type { TimeRule } from "../rule.js";
import type { TimeReader } from "../time-reader.js";
import { TimeClass } from "../time-words.js";
import { isAgeOfPerson } from "./is-age-of-person.js";
import { isRate } from "./is-rate.js";
import { readBound } from "./read-bound.js";

const { unit, cardinal, digits, vague, indefinite, multiplier, ordinal, filler, plural, direction, fiscal } =
  TimeClass;

/** What a unit phrase is made of, as read. */
type UnitPhrase = Readonly<{
  lead: Lead;
  /** Null where no number is written; `count` null where it is vague. */
  number: Readonly<{ count: number | null; approximate: boolean; article: boolean }> | null;
  unit: Unit;
  isPlural: boolean;
  hyphen: boolean;
  ordinal: number | null;
  /** The token after the unit and what is glued to it ("-old"). */
  next: number;
}>;

/**
 * Units that are counted or pointed at: "two weeks", "nearly a year", "three days ago", "a year earlier", "last week", "the past two
 * months", "15-month-old", "several years", "the first nine months". Not: "the second", "week" alone, "a 6-year" of bonds.
 */
export const unitPhrase: TimeRule = {
  id: "times/unit-phrase",
  heads: unit | cardinal | digits | vague | indefinite | multiplier | ordinal | filler | fiscal,
  match: (reader, lead) => {
    const phrase = readPhrase(reader, lead);
    return phrase === null ? null : (counted(reader, phrase) ?? period(reader, phrase));
  },
};

const readPhrase = (reader: TimeReader, lead: Lead): UnitPhrase | null => {
  let at = lead.next;
  let nth: number | null = null;
  const ordinalRead = reader.is(at, unit) && !reader.is(at + 1, unit) ? null : readOrdinal(reader, at);
  if (ordinalRead !== null) {
    nth = ordinalRead.value;
    at = reader.skipJoint(ordinalRead.next);
  }
  let number: UnitPhrase["number"] = null;
  const read = readNumber(reader, at);
  if (read !== null) {
    number = { count: read.value, approximate: read.approximate, article: false };
    at = read.next;
  } else if (reader.is(at, indefinite)) {
    number = { count: 1, approximate: false, article: true };
    at++;
  }
  if (number !== null && !number.article) at = skipRange(reader, at);
  let hyphen = reader.isJoint(at);
  at = reader.skipJoint(at);
  if (reader.isWord(at, "plus") && hyphen) at = reader.skipJoint(at + 1);
  while (reader.is(at, filler | fiscal)) {
    at = reader.skipJoint(at + 1);
    hyphen = false;
  }
  if (!reader.is(at, unit)) return null;
  // "60 Minutes", "This Week": names of programmes.
  if (reader.capital(at) && at > reader.first && (number !== null || reader.capital(at - 1))) return null;
  const isPlural = reader.is(at, plural);
  const name = reader.value(at, "unit") as Unit;
  if (name === "second" && !isPlural && (number === null || number.article)) return null;
  // "a quarter", "three-quarters of it": fractions.
  if (
    name === "quarter" &&
    number !== null &&
    (number.article || hyphen || reader.isWord(at + 1, "of")) &&
    lead.relation === null
  )
    return null;
  let next = at + 1;
  if (reader.isJoint(next) && (reader.isWord(next + 1, "old") || reader.isWord(next + 1, "long"))) {
    if (reader.isWord(next + 1, "old") && isAgeOfPerson(reader, next + 2)) return null;
    next += 2;
    hyphen = true;
  } else if (reader.isWord(next, "old") && number !== null && !number.article) return null;
  return { lead, number, unit: name, isPlural, hyphen, ordinal: nth, next };
};

/** "two to three weeks", "12- to 18-month", "one or two days": the first number counts. */
const skipRange = (reader: TimeReader, at: number): number => {
  let next = at;
  if (reader.isHyphen(next)) next++;
  if (!reader.isWord(next, "to") && !reader.isWord(next, "or") && !reader.isDash(next)) return at;
  const second = readNumber(reader, next + 1);
  return second === null ? at : second.next;
};

const counted = (reader: TimeReader, phrase: UnitPhrase): Match | null => {
  const { lead, number, isPlural, hyphen } = phrase;
  const amounts = readAmounts(reader, phrase);
  if (number === null && !(isPlural && phrase.ordinal === null)) return null;
  if (number !== null && number.count !== null && number.count >= 1900 && number.count <= 2100 && !isPlural)
    return null;
  const bound = readBound(reader, lead.first);
  const mod = bound.mod ?? (number?.approximate && number.count !== null ? "APPROX" : null);
  // "that the first hours", "the weeks before": an article alone is no part of an uncounted plural.
  const bare = number === null && phrase.ordinal === null && lead.relation === null && lead.stage === null;
  const first = bare ? lead.next : each(reader, bound.first);
  const shift = readShift(reader, amounts.next);
  const related = relationOf(lead);
  const only = amounts.amounts[0];
  if (
    shift !== null &&
    only !== undefined &&
    amounts.amounts.length === 1 &&
    (related === null || number !== null)
  ) {
    if (only.count === null) {
      const reference = shift.direction < 0 ? "PAST_REF" : "FUTURE_REF";
      return { first, last: shift.next, meaning: { kind: "reference", reference }, mod };
    }
    return {
      first,
      last: shift.next,
      meaning: point({ kind: "shift", amount: only, direction: shift.direction, from: shift.from }),
      mod: mod ?? lead.stage,
    };
  }
  if (number === null && !isPluralTime(reader, phrase)) return null;
  if (
    number !== null &&
    !isPlural &&
    !number.article &&
    !hyphen &&
    (number.count ?? 2) !== 1 &&
    !isAdjectival(reader, phrase)
  )
    return null;
  if (number?.article && related === null && lead.first === lead.next && isRate(reader, lead.first))
    return {
      first: lead.first,
      last: phrase.next,
      meaning: { kind: "set", period: { count: 1, unit: phrase.unit }, quant: null },
    };
  if (number?.article && related !== null) return null;
  const from =
    lead.stage !== null || (lead.the && related === "the" && (hyphen || !isPlural)) ? lead.next : first;
  return {
    first: from,
    last: amounts.next,
    meaning: { kind: "duration", amounts: amounts.amounts, toward: towardOf(lead) },
    mod,
  };
};

/** "each of the past three years" begins at "each". */
const each = (reader: TimeReader, first: number): number =>
  reader.isWord(first - 1, "of") && reader.isWord(first - 2, "each") ? first - 2 : first;

const towardOf = ({ relation }: Lead): "past" | "future" | null =>
  relation === "past" || relation === "last" || relation === "recent" || relation === "previous"
    ? "past"
    : relation === "next" || relation === "following"
      ? "future"
      : null;

/** "five year low", "two day rally": a number and a singular unit before a noun. */
const isAdjectival = (reader: TimeReader, phrase: UnitPhrase): boolean =>
  phrase.number !== null && phrase.number.count !== null && !reader.is(phrase.next, direction);

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

/** ago, earlier, later, from now; "before" and "after" only where nothing follows that they could govern. */
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

const boundOfPlural = new Set([
  "for",
  "in",
  "after",
  "within",
  "over",
  "of",
  "took",
  "take",
  "last",
  "lasted",
  "until",
  "spent",
  "with",
  "recent",
]);
/** A plural unit without a number is tagged where a preposition or a relation makes it a stretch of time: "for years", "recent weeks". */
const isPluralTime = (reader: TimeReader, { lead, hyphen }: UnitPhrase): boolean =>
  hyphen ||
  (lead.relation !== null && lead.relation !== "same") ||
  boundOfPlural.has(reader.surface(lead.first - 1).toLowerCase());

/** last week, this year, the month, that day; the third week of June. */
const period = (reader: TimeReader, phrase: UnitPhrase): Match | null => {
  const { lead, unit: name, ordinal: nth, next, isPlural, number } = phrase;
  if (number !== null || isPlural) return null;
  const related = relationOf(lead);
  const mod: Mod | null = lead.stage;
  if (nth !== null) {
    if (!reader.isWord(next, "of")) return null;
    return null;
  }
  if (related === null) return null;
  if (name === "second" || name === "minute" || name === "hour") return null;
  if (related === "the" && !isAnaphoric(reader, lead, name, next)) return null;
  return {
    first: lead.first,
    last: next,
    meaning: point({ kind: "period", unit: name, relation: related }),
    mod,
  };
};

const anaphorSignals = new Set([
  "in",
  "of",
  "for",
  "during",
  "by",
  "over",
  "this",
  "later",
  "earlier",
  "throughout",
  "within",
  "on",
  "that",
  "than",
]);
/** "in the week", "for the year": a period by its article; not "the day that", "the year's", "the week-long". */
const isAnaphoric = (reader: TimeReader, lead: Lead, name: Unit, next: number): boolean => {
  if (name === "decade" || name === "century" || name === "millennium") return false;
  if (reader.isJoint(next)) return false;
  if (reader.isWord(next, "of") || reader.isWord(next, "after") || reader.isWord(next, "before"))
    return false;
  return lead.stage !== null || anaphorSignals.has(reader.surface(lead.first - 1).toLowerCase());
};
