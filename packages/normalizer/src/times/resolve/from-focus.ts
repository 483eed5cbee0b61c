import type { Unit } from "../candidate.js";
import { type Period, periodOf, unknownPeriod } from "./periods.js";
import { type Located, unknown } from "./situation.js";

/** A period counted from the focus; where the text has only spoken of something longer, what is known of it: 1939-06-XX. */
export const fromFocus = (unit: Unit, focus: Period, offset: number): Located => {
  if (focus.earliest === null || focus.latest === null) return unknown(unit);
  const first = periodOf(unit, focus.earliest, offset);
  const exact = focus.granularity === "day" ? focus.earliest === focus.latest : rank(first) >= rank(focus);
  if (exact || rank(first) > rank(focus)) return { period: first, anchor: "time" };
  const open = unknownPeriod(unit);
  const value =
    focus.granularity === "month" || focus.granularity === "year"
      ? focus.value + open.value.slice(focus.value.length)
      : open.value;
  return {
    period: { ...open, value, earliest: first.earliest, latest: periodOf(unit, focus.latest, offset).latest },
    anchor: "time",
  };
};

const lengths: readonly Period["granularity"][] = [
  "day",
  "weekend",
  "week",
  "month",
  "quarter",
  "season",
  "half",
  "year",
  "decade",
  "century",
];
/** Order of granularities, the shortest first. */
export const rank = ({ granularity }: Period): number => lengths.indexOf(granularity);
