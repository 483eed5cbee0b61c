import { holidayNames } from "../holiday-names.js";
import { point } from "../points.js";
import { relationOf } from "../read-lead.js";
import type { TimeRule } from "../rule.js";
import { TimeClass } from "../time-words.js";
import { readYear } from "./read-year.js";

/** "Christmas", "last Thanksgiving", "Easter Sunday 1998", "New Year's Day". Not: "Christmas Island". */
export const holiday: TimeRule = {
  id: "times/holiday",
  heads: TimeClass.holiday,
  match: (reader, lead) => {
    const at = lead.next;
    if (!reader.capital(at)) return null;
    const entry = holidayNames.get(reader.surface(at).toLowerCase())?.find(({ words }) =>
      words.every(
        (word, i) =>
          reader
            .surface(at + i)
            .toLowerCase()
            .replace("’", "'") === word,
      ),
    );
    if (entry === undefined) return null;
    const next = at + entry.words.length;
    if (nameParts.has(reader.surface(next))) return null;
    const year = readYear(reader, reader.isMark(next, ",") ? next + 1 : next);
    const relation = relationOf(lead);
    return {
      first: lead.the && lead.stage === null && lead.relation === null ? at : lead.first,
      last: year?.next ?? next,
      meaning: point({
        kind: "holiday",
        holiday: entry.rule,
        year: year?.year ?? null,
        relation: relation === "the" ? null : relation,
      }),
      mod: lead.stage,
    };
  },
};

/** What makes a name of a holiday's: "Good Friday Agreement", "Easter Rising", "Christmas Island". */
const nameParts = new Set([
  "Agreement",
  "Accord",
  "Accords",
  "Island",
  "Islands",
  "Rising",
  "Offensive",
  "Truce",
  "Parade",
  "Massacre",
]);
