import type { PartOfDay } from "../candidate.js";
import { point } from "../points.js";
import type { TimeRule } from "../rule.js";
import { TimeClass } from "../time-words.js";

/** "today", "late yesterday", "tomorrow morning", "tonight", "the day before yesterday". */
export const namedDay: TimeRule = {
  id: "times/named-day",
  heads: TimeClass.namedDay,
  match: (reader, lead) => {
    if (lead.relation !== null || lead.demonstrative !== null || lead.the) return null;
    const value = reader.value(lead.next, "namedDay");
    const night = value.endsWith("NI");
    const offset = Number(night ? value.slice(0, -2) : value);
    const hasPart =
      !night && reader.is(lead.next + 1, TimeClass.part) && !reader.is(lead.next + 1, TimeClass.plural);
    const part = night ? "NI" : hasPart ? (reader.value(lead.next + 1, "part") as PartOfDay) : null;
    return {
      first: lead.first,
      last: lead.next + (hasPart ? 2 : 1),
      meaning: point({ kind: "named-day", offset }, part),
      mod: lead.stage,
    };
  },
};

/** the day before yesterday, the day after tomorrow */
export const dayBeforeYesterday: TimeRule = {
  id: "times/day-before-yesterday",
  heads: TimeClass.unit,
  match: (reader, lead) => {
    const at = lead.next;
    if (!reader.isWord(at, "day")) return null;
    const past = reader.isWord(at + 1, "before") && reader.isWord(at + 2, "yesterday");
    if (!past && !(reader.isWord(at + 1, "after") && reader.isWord(at + 2, "tomorrow"))) return null;
    return { first: lead.first, last: at + 3, meaning: point({ kind: "named-day", offset: past ? -2 : 2 }) };
  },
};
