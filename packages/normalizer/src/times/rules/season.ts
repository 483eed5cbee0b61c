import type { Season } from "../candidate.js";
import { point } from "../points.js";
import { relationOf } from "../read-lead.js";
import type { TimeRule } from "../rule.js";
import type { TimeReader } from "../time-reader.js";
import { TimeClass } from "../time-words.js";
import { readYear } from "./read-year.js";

/**
 * A season that is tied to a year: "last fall", "the summer of 1990", "spring 2014", "this past winter".
 * Not: "prices fall", "a spring in his step", "summer camp" without a year or a pointing word.
 */
export const season: TimeRule = {
  id: "times/season",
  heads: TimeClass.season,
  match: (reader, lead) => {
    const at = lead.next;
    if (reader.is(at, TimeClass.plural)) return null;
    const ofYear = reader.isWord(at + 1, "of") ? at + 2 : reader.isMark(at + 1, ",") ? at + 2 : at + 1;
    const year = readYear(reader, ofYear);
    const relation = relationOf(lead);
    const verb = reader.isWord(at, "fall") || reader.isWord(at, "spring");
    if (year === null) {
      if (relation === null && lead.stage === null) {
        if (verb || !reader.isWord(at - 1, "in")) return null;
      }
      if (relation === "the" && !periodSignals.has(reader.surface(lead.first - 1).toLowerCase())) return null;
      if (relation === "this" && verb && reader.capital(at)) return null;
    }
    return {
      first: lead.first,
      last: year === null ? at + 1 : afterTurn(reader, year),
      meaning: point({
        kind: "season",
        season: reader.value(at, "season") as Season,
        year: year?.year ?? null,
        relation: year === null ? relation : null,
      }),
      mod: lead.stage,
    };
  },
};

/** "the winter of 1941–42" */
const afterTurn = (reader: TimeReader, { year, next }: Readonly<{ year: number; next: number }>): number => {
  const dash =
    (reader.isDash(next) || reader.isMark(next, "/")) && reader.glued(next) && reader.glued(next + 1);
  const second = dash ? reader.integer(next + 1, 4) : -1;
  return second === year + 1 || second === (year + 1) % 100 ? next + 2 : next;
};

const periodSignals = new Set(["in", "during", "since", "until", "by", "over", "through", "for", "into"]);
