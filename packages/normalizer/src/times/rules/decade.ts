import { Shape } from "@readout/model";
import type { Match } from "../candidate.js";
import { point } from "../points.js";
import { readLead, relationOf } from "../read-lead.js";
import { readOrdinal } from "../read-number.js";
import type { TimeRule } from "../rule.js";
import type { TimeReader } from "../time-reader.js";
import { TimeClass } from "../time-words.js";

const { digits, decadeWord, cardinal, ordinal } = TimeClass;

/**
 * Ten years by name: "the 1980s", "the late '70s", "the nineties", "the nineteen eighties", "1960's". A "1900s" is read as its decade.
 * Not: "temperatures in the eighties" (no article and noun tell them apart; rare in news).
 */
export const decade: TimeRule = {
  id: "times/decade",
  heads: digits | decadeWord | cardinal,
  match: (reader, lead) => {
    const at = lead.next;
    const bits = reader.bits(at);
    const first = lead.the || lead.stage !== null ? lead.first : at;
    const found = (last: number, decade: number, withCentury: boolean, from = first): Match => ({
      first: from,
      last,
      meaning: point({ kind: "decade", decade, withCentury }),
      mod: lead.stage,
    });
    if (bits & decadeWord)
      return lead.the || lead.stage !== null
        ? found(at + 1, Number(reader.value(at, "decadeWord")), false)
        : null;
    if (bits & cardinal) {
      const next = reader.skipJoint(at + 1);
      const century = Number(reader.value(at, "cardinal"));
      if (century < 16 || century > 20 || !reader.is(next, decadeWord)) return null;
      return found(next + 1, century * 10 + Number(reader.value(next, "decadeWord")), true);
    }
    const plural = isPluralEnding(reader, at + 1);
    if (!plural) return null;
    // "1990's fourth quarter" is of that year.
    if (reader.isWord(at + 1, "apostropheS") && !lead.the && lead.stage === null) return null;
    const full = reader.integer(at, 4);
    if (reader.length(at) === 4 && full >= 1000 && full % 10 === 0) return found(at + 2, full / 10, true);
    const short = reader.integer(at, 2);
    if (reader.length(at) !== 2 || short % 10 !== 0) return null;
    const mark = reader.surface(at - 1);
    const apostrophe = reader.glued(at) && (mark === "'" || mark === "’" || mark === "‘");
    if (apostrophe) return withLeadBefore(reader, at - 1, found(at + 2, short / 10, false, at - 1));
    return short >= 20 && lead.the ? found(at + 2, short / 10, false) : null;
  },
};

/** The apostrophe of '70s hides its lead: "the late" is read from before it. */
const withLeadBefore = (reader: TimeReader, mark: number, match: Match): Match => {
  const staged = reader.is(mark - 1, TimeClass.stage) ? mark - 1 : mark;
  const first = reader.isWord(staged - 1, "the") ? staged - 1 : staged;
  const lead = readLead(reader, first);
  return { ...match, first, mod: lead.stage };
};

/** The s of 1980s or 1980's. */
const isPluralEnding = (reader: TimeReader, at: number): boolean =>
  reader.glued(at) &&
  (reader.isWord(at, "s") || reader.isWord(at, "apostropheS")) &&
  (reader.shape(at) & Shape.letter) !== 0;

/**
 * A century by its number: "the 19th century", "early twentieth-century", "the fifth century BC", both of "the 19th and 20th centuries". Not: "a
 * century".
 */
export const century: TimeRule = {
  id: "times/century",
  heads: ordinal | digits | cardinal,
  match: (reader, lead) => {
    const number = readOrdinal(reader, lead.next);
    if (number === null || number.value < 1) return null;
    const at = reader.skipJoint(number.next);
    // "the nineteenth-century custom": the article belongs to the noun.
    const adjective = reader.isJoint(number.next) && lead.stage === null;
    const first = adjective || (relationOf(lead) === null && lead.stage === null) ? lead.next : lead.first;
    const found = (last: number, era: 1 | -1): Match => ({
      first,
      last,
      meaning: point({ kind: "century", century: number.value, era }),
      mod: lead.stage,
    });
    if (reader.isWord(at, "century") || reader.isWord(at, "centuries")) {
      const era = reader.is(at + 1, TimeClass.era) ? (reader.value(at + 1, "era") === "-1" ? -1 : 1) : null;
      return found(era === null ? at + 1 : at + 2, era ?? 1);
    }
    const tied =
      reader.isWord(at, "and") ||
      reader.isWord(at, "to") ||
      reader.isWord(at, "or") ||
      reader.isDash(number.next);
    const second = tied ? readOrdinal(reader, reader.isDash(number.next) ? number.next + 1 : at + 1) : null;
    return second !== null && reader.isWord(second.next, "centuries") ? found(number.next, 1) : null;
  },
};
