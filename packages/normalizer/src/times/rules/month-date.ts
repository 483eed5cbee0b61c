import { Shape } from "@readout/model";
import type { Match } from "../candidate.js";
import { neighboursWith } from "../date-neighbours.js";
import { yearBehindList } from "../listed-days.js";
import { calendar, point } from "../points.js";
import { type Lead, relationOf } from "../read-lead.js";
import type { TimeRule } from "../rule.js";
import type { TimeReader } from "../time-reader.js";
import { TimeClass } from "../time-words.js";
import { readDay } from "./read-day.js";
import { readYearAfter } from "./read-year.js";

const { month, digits, ordinal, cardinal } = TimeClass;

/**
 * A month with what belongs to it: "Nov. 9, 1998", "14 July", "the 4th of July", "late March", "June 2012".
 * Not: "you may go", "march on the capital".
 */
export const monthDate: TimeRule = {
  id: "times/month-date",
  heads: month | digits | ordinal | cardinal,
  match: (reader, lead) => (reader.is(lead.next, month) ? monthFirst(reader, lead) : dayFirst(reader, lead)),
};

const monthFirst = (reader: TimeReader, lead: Lead): Match | null => {
  const at = lead.next;
  if (!isMonthName(reader, at, lead)) return null;
  const month = Number(reader.value(at, "month"));
  const after =
    reader.isMark(at + 1, ".") && reader.glued(at + 1) && reader.is(at + 2, digits) ? at + 2 : at + 1;
  const day = readDay(reader, reader.isWord(after, "the") ? after + 1 : after);
  const relation = relationOf(lead);
  // "the November 1995 killing", "the Feb. 23 accord": the article belongs to the noun.
  const articleOnly = lead.the && lead.stage === null && lead.relation === null;
  if (day !== null) {
    const year = readYearAfter(reader, day.next);
    return {
      first: articleOnly ? at : lead.first,
      last: year?.next ?? day.next,
      meaning: point(
        calendar({
          year: year?.year ?? yearBehindList(reader, day.next),
          month,
          day: day.day,
          relation: relation === "the" ? null : relation,
        }),
      ),
      mod: lead.stage,
    };
  }
  const year = readYearAfter(reader, reader.isWord(after, "of") ? after + 1 : after);
  return {
    first: articleOnly ? at : lead.first,
    last: year?.next ?? at + 1,
    meaning: point(
      calendar({ year: year?.year ?? null, month, relation: relation === "the" ? null : relation }),
    ),
    mod: lead.stage,
  };
};

/** 14 July 1998, the 14th of July, fourth of July. */
const dayFirst = (reader: TimeReader, lead: Lead): Match | null => {
  const day = readDay(reader, lead.next);
  if (day === null) return null;
  const ranged = firstOfRange(reader, lead, day);
  if (ranged !== null) return ranged;
  const at = reader.isWord(day.next, "of") ? day.next + 1 : reader.skipJoint(day.next);
  if (!reader.is(at, month) || !reader.capital(at)) return null;
  // "Sept. 3 May" is no date; nor "3 March on" of a sentence that goes on with a name.
  const year = readYearAfter(reader, reader.skipJoint(at + 1));
  return {
    first: lead.first,
    last: year?.next ?? at + 1,
    meaning: point(
      calendar({
        year: year?.year ?? null,
        month: Number(reader.value(at, "month")),
        day: day.day,
        relation: relationOf(lead),
      }),
    ),
    mod: lead.stage,
  };
};

/** The 3 of "3-5 May 1998" and "17 and 18 June": month and year come from the day that follows. */
const firstOfRange = (
  reader: TimeReader,
  lead: Lead,
  day: Readonly<{ day: number; next: number }>,
): Match | null => {
  const tied = reader.isDash(day.next) || reader.isWord(day.next, "and") || reader.isWord(day.next, "to");
  if (!tied) return null;
  const second = readDay(reader, day.next + 1);
  if (
    second === null ||
    second.day <= day.day ||
    !reader.is(second.next, month) ||
    !reader.capital(second.next)
  )
    return null;
  const whole = dayFirst(reader, { ...lead, first: day.next + 1, next: day.next + 1 });
  if (whole?.meaning.kind !== "point" || whole.meaning.base.kind !== "calendar") return null;
  return { first: lead.first, last: day.next, meaning: point({ ...whole.meaning.base, day: day.day }) };
};

/**
 * Months are written with a capital; "may" and "march" also begin sentences, May is a name and a March a walk. Without a number those two
 * need a preposition or a possessive before them ("in May", "his May election"; not "Theresa May", "the March for Life").
 */
const isMonthName = (reader: TimeReader, at: number, lead: Lead): boolean => {
  const shape = reader.shape(at);
  if ((shape & Shape.capital) === 0) return lead.stage !== null && reader.isJoint(at - 1);
  // "the October Revolution", "the July Monarchy"
  if (reader.isWord(at - 1, "the") && reader.capital(at + 1) && !reader.is(at + 1, TimeClass.month))
    return false;
  if (shape & Shape.dot) return true;
  const ambiguous = reader.isWord(at, "may") || reader.isWord(at, "march");
  // "June" and "July" are whole names; "Jan", "Mar", "Dec" without their full stop may be anything.
  if (!ambiguous && reader.length(at) >= 4) return !isGivenName(reader, at, lead);
  if (readDay(reader, at + 1) !== null || readYearAfter(reader, at + 1) !== null) return true;
  if (lead.stage !== null || lead.relation !== null) return true;
  if (reader.capital(at + 1) || reader.isWord(at + 1, "for") || reader.isWord(at + 1, "on")) return false;
  const before = reader.surface(lead.first - 1).toLowerCase();
  return monthSigns.has(before) || (ambiguous && (lead.the || owners.has(before)));
};

const givenNames = neighboursWith("name");

/** "April Jones was late": a woman's name where a capital follows and nothing before it makes it a month. */
const isGivenName = (reader: TimeReader, at: number, lead: Lead): boolean =>
  givenNames.has(reader.surface(at)) &&
  lead.first === at &&
  reader.capital(at + 1) &&
  !reader.is(at + 1, TimeClass.month | TimeClass.weekday) &&
  !monthSigns.has(reader.surface(at - 1).toLowerCase());

const owners = neighboursWith("owner");
const monthSigns = neighboursWith("month");
