import type { Unit } from "../candidate.js";
import type { Lead } from "../read-lead.js";
import { readNumber, readOrdinal } from "../read-number.js";
import type { TimeReader } from "../time-reader.js";
import { TimeClass } from "../time-words.js";
import { isAgeOfPerson } from "./is-age-of-person.js";

const { unit, cardinal, digits, vague, indefinite, multiplier, ordinal, filler, fiscal, plural } = TimeClass;

/** Classes of the words with which a unit phrase can begin. */
export const unitPhraseHeads =
  unit | cardinal | digits | vague | indefinite | multiplier | ordinal | filler | fiscal | TimeClass.half;

/** What a unit phrase is made of, as read. */
export type UnitPhrase = Readonly<{
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

/** "two more full trading days" has three. */
const mostFillers = 4;

/** The unit phrase that follows a lead; null where there is none. */
export const readUnitPhrase = (reader: TimeReader, lead: Lead): UnitPhrase | null => {
  let at = lead.next;
  // Most articles stand before words that have nothing to do with time.
  if (reader.is(at, indefinite) && reader.bits(at + 1) === 0) return null;
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
  for (let fillers = 0; fillers < mostFillers && reader.is(at, filler | fiscal); fillers++) {
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
