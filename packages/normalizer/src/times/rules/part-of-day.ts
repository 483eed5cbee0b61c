import type { PartOfDay } from "../candidate.js";
import { point } from "../points.js";
import { relationOf } from "../read-lead.js";
import type { TimeRule } from "../rule.js";
import { TimeClass } from "../time-words.js";

/** "this morning", "last night", "that evening", "the night", "overnight". Not: "night" bare, "Good morning". */
export const partOfDay: TimeRule = {
  id: "times/part-of-day",
  heads: TimeClass.part,
  match: (reader, lead) => {
    const at = lead.next;
    if (reader.is(at, TimeClass.plural)) return null;
    const relation = relationOf(lead);
    const part = reader.value(at, "part") as PartOfDay;
    if (relation === null) {
      // "overnight" and "in mid-afternoon" stand alone.
      if (lead.stage === null && reader.surface(at).toLowerCase() !== "overnight") return null;
      return {
        first: lead.first,
        last: at + 1,
        meaning: point({ kind: "unnamed-day" }, part),
        mod: lead.stage,
      };
    }
    return {
      first: lead.first,
      last: at + 1,
      meaning: point({ kind: "period", unit: "day", relation }, part),
      mod: lead.stage,
    };
  },
};
