import type { Unit } from "../candidate.js";
import type { TimeRule } from "../rule.js";
import { TimeClass } from "../time-words.js";

/** "daily", "weekly", "annually". Not: "annual" and "quarterly" before a noun, which name a kind of report, nor a name ("Daily Mail"). */
export const frequency: TimeRule = {
  id: "times/frequency",
  heads: TimeClass.frequency,
  match: (reader, lead) => {
    if (lead.first !== lead.next || reader.isJoint(lead.next + 1)) return null;
    const surface = reader.surface(lead.next);
    if (surface === "annual" || surface === "quarterly" || reader.capital(lead.next)) return null;
    const unit = reader.value(lead.next, "frequency") as Unit;
    return {
      first: lead.next,
      last: lead.next + 1,
      meaning: { kind: "set", period: { count: 1, unit }, quant: null },
    };
  },
};
