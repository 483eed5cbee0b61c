import type { Base, Match, Unit } from "../candidate.js";
import { point } from "../points.js";
import { type Lead, readLead, relationOf } from "../read-lead.js";
import type { TimeRule } from "../rule.js";
import type { TimeReader } from "../time-reader.js";
import { TimeClass } from "../time-words.js";
import { century, decade } from "./decade.js";
import { monthDate } from "./month-date.js";
import { readNeighbour } from "./read-neighbour.js";
import { readUnitPhrase, unitPhraseHeads } from "./read-unit-phrase.js";
import { year } from "./year.js";

/** A period that is pointed at: "last week", "this year", "late next month", "that day", "in the year". Not: "the day he left". */
export const pointedPeriod: TimeRule = {
  id: "times/period",
  heads: unitPhraseHeads,
  match: (reader, lead) => {
    const phrase = readUnitPhrase(reader, lead);
    if (phrase === null || phrase.number !== null || phrase.isPlural || phrase.ordinal !== null) return null;
    const { unit: name, next } = phrase;
    const related = relationOf(lead);
    if (related === null || name === "second" || name === "minute" || name === "hour") return null;
    const shift = related === "the" ? readNeighbour(reader, next) : 0;
    if (shift !== 0)
      return {
        first: lead.first,
        last: next + 1,
        meaning: point({
          kind: "shift",
          amount: { count: 1, unit: name },
          direction: shift,
          from: "context",
        }),
      };
    if (related === "the" && !isAnaphoric(reader, lead, name, next)) return null;
    // "for the year ended March 31" measures a year.
    if (related === "the" && name === "year" && endings.has(reader.surface(next).toLowerCase()))
      return {
        first: lead.first,
        last: next,
        meaning: { kind: "duration", amounts: [{ count: 1, unit: name }], toward: null },
      };
    // "the next day" is counted from what was told; "next week" from now.
    const narrated = related === "next" && lead.the && name === "day" ? "following" : related;
    return {
      first: lead.first,
      last: next,
      meaning: point({ kind: "period", unit: name, relation: narrated }),
      mod: lead.stage,
    };
  },
};

const endings = new Set(["ended", "ending"]);
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
  "than",
]);

/** "in the week", "for the year": a period by its article; not "the day that", "the week-long". */
const isAnaphoric = (reader: TimeReader, lead: Lead, name: Unit, next: number): boolean => {
  if (name === "decade" || name === "century" || name === "millennium" || reader.isJoint(next)) return false;
  if (reader.isWord(next, "of") || reader.isWord(next, "after") || reader.isWord(next, "before"))
    return false;
  return lead.stage !== null || anaphorSignals.has(reader.surface(lead.first - 1).toLowerCase());
};

/** A unit by its number within a longer one: "the third week of June", "the last day of 1999", "the week of March 6". */
export const nthUnit: TimeRule = {
  id: "times/nth",
  heads: unitPhraseHeads,
  match: (reader, lead) => {
    const phrase = readUnitPhrase(reader, lead);
    if (phrase === null || phrase.number !== null || phrase.isPlural) return null;
    const { unit: name, next } = phrase;
    const nth = phrase.ordinal ?? (lead.relation === "last" ? -1 : null);
    const holds =
      nth === null && (name === "week" || name === "weekend") && lead.the && lead.relation === null;
    if ((nth === null && !holds) || !reader.isWord(next, "of")) return null;
    const whole = readWhole(reader, next + 1);
    if (whole === null) return null;
    return {
      first: lead.first,
      last: whole.last,
      meaning: point({ kind: "nth", ordinal: nth, unit: name, of: whole.base }),
      mod: lead.stage,
    };
  },
};

/** "the first Monday in May", "the last Friday of 1999" */
export const nthWeekday: TimeRule = {
  id: "times/nth-weekday",
  heads: TimeClass.ordinal | TimeClass.weekday,
  match: (reader, lead) => {
    const isLast = lead.relation === "last";
    const at = isLast ? lead.next : lead.next + 1;
    const nth = isLast ? -1 : Number(reader.value(lead.next, "ordinal"));
    if (!reader.is(at, TimeClass.weekday) || !reader.capital(at) || nth === 0 || nth > 5) return null;
    if (!reader.isWord(at + 1, "of") && !reader.isWord(at + 1, "in")) return null;
    const whole = readWhole(reader, at + 2);
    if (whole === null || whole.base.kind !== "calendar" || whole.base.day !== null) return null;
    return {
      first: lead.first,
      last: whole.last,
      meaning: point({
        kind: "nth-weekday",
        ordinal: nth,
        weekday: Number(reader.value(at, "weekday")),
        of: whole.base,
      }),
    };
  },
};

/** The month, date, year or pointed-at period that begins at a token. */
const readWhole = (reader: TimeReader, at: number): Readonly<{ base: Base; last: number }> | null => {
  const lead = readLead(reader, at);
  const matches: readonly (Match | null)[] = [
    reader.is(lead.next, monthDate.heads) ? monthDate.match(reader, lead) : null,
    reader.is(lead.next, year.heads) ? year.match(reader, lead) : null,
  ];
  for (const match of matches)
    if (match !== null && match.meaning.kind === "point" && match.meaning.base.kind === "calendar")
      return { base: match.meaning.base, last: match.last };
  const long = reader.is(lead.next, century.heads)
    ? (century.match(reader, lead) ?? decade.match(reader, lead))
    : null;
  if (long?.meaning.kind === "point") return { base: long.meaning.base, last: long.last };
  if (reader.isWord(lead.next, "month") || reader.isWord(lead.next, "year")) {
    const related = relationOf(lead);
    if (related !== null)
      return {
        base: {
          kind: "period",
          unit: reader.isWord(lead.next, "month") ? "month" : "year",
          relation: related,
        },
        last: lead.next + 1,
      };
  }
  return null;
};
