import type { PartOfDay } from "../candidate.js";
import { point } from "../points.js";
import { relationOf } from "../read-lead.js";
import type { TimeRule } from "../rule.js";
import type { TimeReader } from "../time-reader.js";
import { TimeClass } from "../time-words.js";
import { readNeighbour } from "./read-neighbour.js";

/** "this morning", "last night", "that evening", "the night", "overnight". Not: "night" bare, "Good morning". */
export const partOfDay: TimeRule = {
  id: "times/part-of-day",
  heads: TimeClass.part,
  match: (reader, lead) => {
    const at = lead.next;
    if (reader.is(at, TimeClass.plural)) return null;
    // "the next morning" is counted from what was told, "next morning" too.
    const related = relationOf(lead);
    const relation = related === "next" ? "following" : related;
    const part = reader.value(at, "part") as PartOfDay;
    if (relation === null) {
      // "overnight" and "in mid-afternoon" stand alone.
      if (lead.stage === null && !isAlone(reader, at)) return null;
      return {
        first: lead.first,
        last: at + 1,
        meaning: point({ kind: "unnamed-day" }, part),
        mod: lead.stage,
      };
    }
    const shift = relation === "the" ? readNeighbour(reader, at + 1) : 0;
    if (shift !== 0)
      return {
        first: lead.first,
        last: at + 2,
        meaning: point(
          { kind: "shift", amount: { count: 1, unit: "day" }, direction: shift, from: "context" },
          part,
        ),
      };
    return {
      first: lead.first,
      last: at + 1,
      meaning: point({ kind: "period", unit: "day", relation }, part),
      mod: lead.stage,
    };
  },
};

const edges = new Set(["dawn", "dusk", "sunrise", "sunset", "daybreak", "nightfall"]);
const edgeSignals = new Set(["at", "before", "by", "until", "till", "after", "from", "since"]);

/** "overnight", "at dawn" */
const isAlone = (reader: TimeReader, at: number): boolean => {
  const surface = reader.surface(at).toLowerCase();
  return (
    surface === "overnight" || (edges.has(surface) && edgeSignals.has(reader.surface(at - 1).toLowerCase()))
  );
};
