import { Shape } from "@readout/model";
import type { Match, PartOfDay } from "../candidate.js";
import { calendar, point } from "../points.js";
import { type Lead, relationOf } from "../read-lead.js";
import type { TimeRule } from "../rule.js";
import type { TimeReader } from "../time-reader.js";
import { TimeClass } from "../time-words.js";
import { monthDate } from "./month-date.js";

/**
 * A weekday with its part of day or its date: "Sunday", "late Monday night", "Sunday, Nov. 1", "Tuesday nights".
 * Not: "Sunday Times", "Friday" of Robinson, "sat".
 */
export const weekday: TimeRule = {
  id: "times/weekday",
  heads: TimeClass.weekday,
  match: (reader, lead) => {
    const at = lead.next;
    if (!isWeekdayName(reader, at)) return null;
    if (isPartOfName(reader, lead)) return null;
    const weekday = Number(reader.value(at, "weekday"));
    // "the Monday deadline", "earlier Friday, protesters": neither word is part of the name of the day.
    const pointed = lead.relation !== null || lead.demonstrative !== null;
    const compared = reader.isWord(lead.first, "earlier") || reader.isWord(lead.first, "later");
    const from = !pointed && (compared || (lead.the && lead.stage === null)) ? at : lead.first;
    const relation = from === at ? null : relationOf(lead);
    const dated = withDate(reader, at + 1, weekday, from, lead);
    if (dated !== null) return dated;
    if (reader.is(at, TimeClass.plural))
      return {
        first: from,
        last: at + 1,
        meaning: { kind: "recurring", base: calendar({ weekday }), part: null, quant: null },
        mod: lead.stage,
      };
    if (reader.is(at + 1, TimeClass.part)) {
      const part = reader.value(at + 1, "part") as PartOfDay;
      if (reader.is(at + 1, TimeClass.plural))
        return {
          first: from,
          last: at + 2,
          meaning: { kind: "recurring", base: calendar({ weekday }), part, quant: null },
          mod: lead.stage,
        };
      return {
        first: from,
        last: at + 2,
        meaning: point(calendar({ weekday, relation }), part),
        mod: lead.stage,
      };
    }
    return { first: from, last: at + 1, meaning: point(calendar({ weekday, relation })), mod: lead.stage };
  },
};

/** Sunday, Nov. 1 · Thursday 12 May · Monday, the 4th of July. */
const withDate = (
  reader: TimeReader,
  next: number,
  weekday: number,
  first: number,
  lead: Lead,
): Match | null => {
  const at = reader.isMark(next, ",") ? next + 1 : next;
  if (!reader.is(at, monthDate.heads)) return null;
  const the = reader.isWord(at, "the");
  const date = monthDate.match(reader, {
    first: at,
    next: the ? at + 1 : at,
    the,
    stage: null,
    demonstrative: null,
    relation: null,
  });
  if (date === null || date.meaning.kind !== "point" || date.meaning.base.kind !== "calendar") return null;
  if (date.meaning.base.day === null) return null;
  return { first, last: date.last, meaning: point({ ...date.meaning.base, weekday }), mod: lead.stage };
};

/** "the Sunday Times", "Mr. Friday": an article straight before and a capital straight after, or a title before. */
const isPartOfName = (reader: TimeReader, { next }: Lead): boolean => {
  const titled =
    (reader.shape(next - 1) & Shape.dot) !== 0 && titles.has(reader.surface(next - 1).toLowerCase());
  const after =
    reader.capital(next + 1) && !reader.is(next + 1, TimeClass.month | TimeClass.part | TimeClass.zone);
  const nicknamed = reader.capital(next - 1) && nicknames.has(reader.surface(next - 1).toLowerCase());
  return titled || nicknamed || (reader.isWord(next - 1, "the") && after);
};

const nicknames = new Set([
  "ash",
  "black",
  "bloody",
  "cyber",
  "easter",
  "fat",
  "good",
  "holy",
  "maundy",
  "palm",
  "shrove",
  "spy",
  "super",
]);
const titles = new Set(["mr.", "mrs.", "ms.", "dr.", "sgt.", "lt.", "capt.", "gen.", "col.", "sen.", "rep."]);

const isWeekdayName = (reader: TimeReader, at: number): boolean => {
  if (!reader.capital(at)) return false;
  // Sun, Sat, Wed, Mon without a full stop are words and names more often than days.
  if (reader.length(at) <= 3 && reader.surface(at).at(-1) !== ".")
    return reader.isMark(at + 1, ",") && reader.is(at + 2, monthDate.heads);
  // Sunday Times, Friday Prayers: a name goes on; "Sunday Nov. 1", "Monday GMT" do not.
  return true;
};
