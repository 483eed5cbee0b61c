import { weekdayOf } from "@readout/model";
import type { Base, Relation, Unit } from "../candidate.js";
import { fromFocus } from "./from-focus.js";
import { dayPeriod, periodOf } from "./periods.js";
import { type Located, type Situation, unknown } from "./situation.js";

/** A period that is pointed at: last week, that year. */
export const locatePeriod = (unit: Unit, relation: Relation, { now, focus }: Situation): Located => {
  const fromNow = (offset: number): Located =>
    now === null ? unknown(unit) : { period: periodOf(unit, now, offset), anchor: "published" };
  switch (relation) {
    case "following":
      return focus === null ? fromNow(1) : fromFocus(unit, focus, 1);
    case "previous":
      return focus === null ? fromNow(-1) : fromFocus(unit, focus, -1);
    case "that":
    case "same":
      return focus === null ? unknown(unit) : fromFocus(unit, focus, 0);
    case "last":
    case "past":
      return fromNow(-1);
    case "next":
      return now === null && focus !== null ? fromFocus(unit, focus, 1) : fromNow(1);
    case "the":
      if (unit === "day" && focus !== null && focus.granularity === "day") return fromFocus(unit, focus, 0);
      // "over the weekend": the last one that has begun.
      if (unit === "weekend" && now !== null) return fromNow(weekdayOf(now) >= 6 ? 0 : -1);
      return now === null && focus !== null ? fromFocus(unit, focus, 0) : fromNow(0);
    default:
      return fromNow(0);
  }
};

/** So many units before or after now or the focus. */
export const locateShift = (
  { amount, direction, from }: Extract<Base, { kind: "shift" }>,
  { now, focus, quarter }: Situation,
): Located => {
  const { unit } = amount;
  const count = amount.count ?? 0;
  if (unit === "year" && count === 1 && quarter !== null && direction < 0)
    return { period: periodOf("quarter", quarter, -4), anchor: "time" };
  const focused = from === "context" ? (focus?.earliest ?? null) : null;
  const start = focused ?? now;
  if (start === null) return unknown(unit);
  const anchor = focused === null ? "published" : "time";
  const whole = Math.trunc(count) * direction;
  if (unit === "hour" || unit === "minute" || unit === "second") {
    const days = Math.floor((count * (unit === "hour" ? 1 : unit === "minute" ? 1 / 60 : 1 / 3600)) / 24);
    return { period: dayPeriod(start + direction * days), anchor };
  }
  if (unit === "decade" || unit === "century" || unit === "millennium") {
    const years = unit === "decade" ? 10 : unit === "century" ? 100 : 1000;
    return {
      period: periodOf(unit === "decade" ? "year" : unit, start, unit === "decade" ? whole * years : whole),
      anchor,
    };
  }
  if (focused !== null && focus !== null) return fromFocus(unit, focus, whole);
  return { period: periodOf(unit, start, whole), anchor };
};
