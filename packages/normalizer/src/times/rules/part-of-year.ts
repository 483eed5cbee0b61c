import type { Match, Relation } from "../candidate.js";
import { point } from "../points.js";
import { type Lead, readLead, relationOf } from "../read-lead.js";
import { readOrdinal } from "../read-number.js";
import type { TimeRule } from "../rule.js";
import type { TimeReader } from "../time-reader.js";
import { TimeClass } from "../time-words.js";
import { century, decade } from "./decade.js";
import { readYear } from "./read-year.js";

const { ordinal, digits, half: halfWord, fiscal, unit } = TimeClass;

/**
 * Quarters and halves of a year: "the third quarter of 1989", "third-quarter", "the second half", "the year-ago quarter",
 * "the latest quarter", "the fiscal first quarter", "Q3 2015". Not: "three quarters of voters", "a quarter of them".
 */
export const partOfYear: TimeRule = {
  id: "times/part-of-year",
  heads: ordinal | digits | halfWord | fiscal | unit | TimeClass.loose,
  match: (reader, lead) =>
    coded(reader, lead) ?? numbered(reader, lead) ?? ofNamedYear(reader, lead) ?? pointedAt(reader, lead),
};

/** Q3 2015, H1 */
const coded = (reader: TimeReader, lead: Lead): Match | null => {
  const code = reader.value(lead.next, "loose");
  if (code === "" || !reader.capital(lead.next)) return null;
  const ofYear = yearOf(reader, lead.next + 1);
  return {
    first: lead.the && lead.stage === null ? lead.next : lead.first,
    last: ofYear?.next ?? lead.next + 1,
    meaning: point({
      kind: "part-of-year",
      unit: code.startsWith("q") ? "quarter" : "half",
      index: Number(code.slice(1)),
      year: ofYear?.year ?? null,
      relation: null,
    }),
    mod: lead.stage,
  };
};

const numbered = (reader: TimeReader, lead: Lead): Match | null => {
  let at = lead.next;
  if (reader.is(at, fiscal)) at++;
  // "the last half of 1989" is the second one.
  const last = lead.relation === "last" && reader.isWord(at, "half") ? 2 : 0;
  const read = last > 0 ? { value: last, next: at } : readOrdinal(reader, at);
  if (read === null) return null;
  let head = reader.skipJoint(read.next);
  if (reader.is(head, fiscal)) head++;
  const half = reader.isWord(head, "half");
  if (!half && !reader.isWord(head, "quarter")) return null;
  if (read.value < 1 || read.value > (half ? 2 : 4)) return null;
  if (half && reader.isWord(head + 1, "of")) {
    // Halves of decades and centuries are the whole with a modifier.
    const whole = readLead(reader, head + 2);
    const at = reader.is(whole.next, decade.heads) ? whole : { ...whole, next: whole.next + 1 };
    const of = decade.match(reader, at) ?? century.match(reader, at);
    if (of !== null) return { ...of, first: lead.first, mod: read.value === 1 ? "START" : "END" };
  }
  const ofYear = yearOf(reader, head + 1);
  const pointed = ofYear === null && reader.isWord(head + 1, "of") ? pointedYear(reader, head + 2) : null;
  if (pointed !== null)
    return {
      first: lead.first,
      last: pointed.next,
      meaning: point({
        kind: "part-of-year",
        unit: half ? "half" : "quarter",
        index: read.value,
        year: null,
        relation: pointed.relation,
      }),
      mod: lead.stage,
    };
  // A half without its year may be one of a match: it counts where the article and "of the year" say so.
  if (half && ofYear === null && !reader.isWord(head + 1, "of") && !lead.the) return null;
  // "the third-quarter loss", "that third-quarter profit": what stands before belongs to the noun.
  const adjective = reader.isJoint(head - 1) && lead.stage === null && lead.relation === null;
  return {
    first: adjective ? lead.next : lead.first,
    last: ofYear?.next ?? head + 1,
    meaning: point({
      kind: "part-of-year",
      unit: half ? "half" : "quarter",
      index: read.value,
      year: ofYear?.year ?? null,
      relation: last > 0 ? null : relationOf(lead),
    }),
    mod: lead.stage,
  };
};

/** this year, the year, next year */
const pointedYear = (
  reader: TimeReader,
  at: number,
): Readonly<{ relation: Relation; next: number }> | null => {
  const lead = readLead(reader, at);
  const relation = relationOf(lead);
  return relation !== null && lead.stage === null && reader.isWord(lead.next, "year")
    ? { relation: relation === "the" ? "this" : relation, next: lead.next + 1 }
    : null;
};

/** of 1989, of fiscal 1989, of the year, 1989 */
const yearOf = (reader: TimeReader, at: number): Readonly<{ year: number | null; next: number }> | null => {
  const of = reader.isWord(at, "of") ? at + 1 : at;
  const next = reader.is(of, fiscal) ? of + 1 : of;
  return readYear(reader, next);
};

/** the 1988 quarter, the 1988 third quarter, the 1989 period */
const ofNamedYear = (reader: TimeReader, lead: Lead): Match | null => {
  const year = reader.length(lead.next) === 4 ? reader.integer(lead.next, 4) : -1;
  if (year < 1900 || year > 2100) return null;
  const nth = readOrdinal(reader, lead.next + 1);
  const at = nth === null ? lead.next + 1 : reader.skipJoint(nth.next);
  const half = reader.isWord(at, "half") && nth !== null;
  if (!half && !reader.isWord(at, "quarter") && !(reader.isWord(at, "period") && nth === null)) return null;
  return {
    first: lead.first,
    last: at + 1,
    meaning: point({
      kind: "part-of-year",
      unit: half ? "half" : "quarter",
      index: nth?.value ?? null,
      year,
      relation: lead.the ? "the" : null,
    }),
    mod: lead.stage,
  };
};

/** the quarter, the latest quarter, the year-ago period, year-earlier quarter, this quarter, last quarter */
const pointedAt = (reader: TimeReader, lead: Lead): Match | null => {
  const at = lead.next;
  const earlier = yearEarlier(reader, at);
  if (earlier > at) {
    const period = reader.isWord(earlier, "quarter") || reader.isWord(earlier, "period");
    const nth = readOrdinal(reader, earlier);
    const index = nth !== null && reader.isWord(reader.skipJoint(nth.next), "quarter") ? nth.value : null;
    const last =
      index !== null && nth !== null ? reader.skipJoint(nth.next) + 1 : period ? earlier + 1 : earlier;
    return {
      // "the year-ago results": the article belongs to the noun.
      first: last === earlier ? at : lead.first,
      last,
      meaning: point({ kind: "part-of-year", unit: "quarter", index, year: null, relation: "previous" }),
      mod: lead.stage,
    };
  }
  const period = reader.isWord(at, "period") && (lead.relation === "latest" || lead.relation === "same");
  if (!period && !reader.isWord(at, "quarter")) return null;
  const related = relationOf(lead);
  if (related === null || (related === "the" && reader.isWord(at + 1, "of"))) return null;
  return {
    first: lead.first,
    last: at + 1,
    meaning: point({ kind: "part-of-year", unit: "quarter", index: null, year: null, relation: related }),
    mod: lead.stage,
  };
};

/** The token after "year-ago", "year-earlier", or `at`. */
const yearEarlier = (reader: TimeReader, at: number): number =>
  reader.isWord(at, "year") &&
  reader.isJoint(at + 1) &&
  (reader.isWord(at + 2, "ago") || reader.isWord(at + 2, "earlier"))
    ? at + 3
    : at;

/** "fiscal 1989", "fiscal year 1999", "the fiscal year", "the current fiscal year". */
export const fiscalYear: TimeRule = {
  id: "times/fiscal-year",
  heads: fiscal,
  match: (reader, lead) => {
    const at = reader.isWord(lead.next + 1, "year") ? lead.next + 2 : lead.next + 1;
    const year = readYear(reader, at);
    const related = relationOf(lead);
    if (year === null && (at === lead.next + 1 || related === null)) return null;
    return {
      first: year === null || lead.stage !== null ? lead.first : lead.next,
      last: year?.next ?? at,
      meaning: point(
        year === null
          ? { kind: "period", unit: "year", relation: related ?? "the" }
          : { kind: "calendar", year: year.year, month: null, day: null, weekday: null, relation: null },
      ),
      mod: lead.stage,
    };
  },
};
