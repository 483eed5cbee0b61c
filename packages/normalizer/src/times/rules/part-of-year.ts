import type { Match } from "../candidate.js";
import { point } from "../points.js";
import { type Lead, relationOf } from "../read-lead.js";
import { readOrdinal } from "../read-number.js";
import type { TimeRule } from "../rule.js";
import type { TimeReader } from "../time-reader.js";
import { TimeClass } from "../time-words.js";
import { readYear } from "./read-year.js";

const { ordinal, digits, half: halfWord, fiscal, unit } = TimeClass;

/**
 * Quarters and halves of a year: "the third quarter of 1989", "third-quarter", "the second half", "the year-ago quarter",
 * "the latest quarter", "the fiscal first quarter", "Q3 2015". Not: "three quarters of voters", "a quarter of them".
 */
export const partOfYear: TimeRule = {
  id: "times/part-of-year",
  heads: ordinal | digits | halfWord | fiscal | unit,
  match: (reader, lead) => numbered(reader, lead) ?? pointedAt(reader, lead),
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
  const ofYear = yearOf(reader, head + 1);
  // A half without its year may be one of a match: it counts where the article and "of the year" say so.
  if (half && ofYear === null && !reader.isWord(head + 1, "of") && !lead.the) return null;
  return {
    first: lead.first,
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

/** of 1989, of fiscal 1989, of the year, 1989 */
const yearOf = (reader: TimeReader, at: number): Readonly<{ year: number | null; next: number }> | null => {
  let next = reader.isWord(at, "of") ? at + 1 : at;
  if (reader.is(next, fiscal)) next++;
  const year = readYear(reader, next);
  return year;
};

/** the quarter, the latest quarter, the year-ago period, year-earlier quarter, this quarter, last quarter */
const pointedAt = (reader: TimeReader, lead: Lead): Match | null => {
  const at = lead.next;
  const earlier = yearEarlier(reader, at);
  if (earlier > at) {
    const period = reader.isWord(earlier, "quarter") || reader.isWord(earlier, "period");
    return {
      first: lead.first,
      last: period ? earlier + 1 : earlier,
      meaning: period
        ? point({ kind: "part-of-year", unit: "quarter", index: null, year: null, relation: "previous" })
        : point({ kind: "shift", amount: { count: 1, unit: "year" }, direction: -1, from: "context" }),
      mod: lead.stage,
    };
  }
  const period = reader.isWord(at, "period") && lead.relation === "latest";
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
