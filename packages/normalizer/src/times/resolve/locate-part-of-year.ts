import { type Day, dateOf } from "@readout/model";
import type { Base, Unit } from "../candidate.js";
import {
  firstMonthOf,
  halfPeriod,
  periodOf,
  quarterPeriod,
  seasonPeriod,
  yearPeriod,
  yearValue,
} from "./periods.js";
import { type Located, type Situation, unknown } from "./situation.js";

/** A season; without its year the one that relation and tense point at. */
export const locateSeason = (
  base: Extract<Base, { kind: "season" }>,
  { now, tense, focus, year: named }: Situation,
): Located => {
  if (base.year !== null) return { period: seasonPeriod(base.year, base.season), anchor: "none" };
  if (
    (base.relation === "that" || base.relation === "same" || base.relation === "following") &&
    focus?.earliest != null
  ) {
    const from = dateOf(focus.earliest).year;
    const later = base.relation === "following" && firstMonthOf[base.season] <= dateOf(focus.earliest).month;
    return { period: seasonPeriod(later ? from + 1 : from, base.season), anchor: "time" };
  }
  if (now === null)
    return named === null
      ? {
          period: { value: `XXXX-${base.season}`, granularity: "season", earliest: null, latest: null },
          anchor: "none",
        }
      : { period: seasonPeriod(named, base.season), anchor: "time" };
  const { year, month } = dateOf(now);
  const first = firstMonthOf[base.season];
  // A winter that began last December is still this one.
  const here = base.season === "WI" && month <= 2 ? year - 1 : year;
  const begun = here < year || month >= first;
  const over = here === year && month >= first + 3;
  const past = base.relation === "last" || base.relation === "past" || base.relation === "previous";
  const offset = past
    ? over || (base.relation === "past" && begun)
      ? 0
      : -1
    : base.relation === "next" || base.relation === "following"
      ? begun
        ? 1
        : 0
      : tense === "past" && !begun && base.relation === null
        ? -1
        : tense === "future" && over
          ? 1
          : 0;
  return { period: seasonPeriod(here + offset, base.season), anchor: "published" };
};

/** A quarter or half of a year. */
export const locatePartOfYear = (
  base: Extract<Base, { kind: "part-of-year" }>,
  { now, tense, quarter, year: named }: Situation,
): Located => {
  const of = base.unit === "quarter" ? quarterPeriod : halfPeriod;
  const length = base.unit === "quarter" ? 3 : 6;
  if (base.index !== null) {
    if (base.year !== null) return { period: of(base.year, base.index), anchor: "none" };
    if (now === null)
      return named === null
        ? {
            period: {
              value: `XXXX-${base.unit === "quarter" ? "Q" : "H"}${base.index}`,
              granularity: base.unit,
              earliest: null,
              latest: null,
            },
            anchor: "none",
          }
        : { period: of(named, base.index), anchor: "time" };
    const { year, month } = dateOf(now);
    const begins = (base.index - 1) * length + 1;
    const offset =
      base.relation === "previous" || base.relation === "last"
        ? -1
        : base.relation === "next"
          ? 1
          : base.relation !== "this" && begins > month && tense !== "future"
            ? -1
            : 0;
    return { period: of(year + offset, base.index), anchor: "published" };
  }
  const unit: Unit = base.unit === "quarter" ? "quarter" : "semester";
  if (base.year !== null) return locateQuarterOfYear(base.year, now, quarter);
  if (now === null) return unknown(unit);
  switch (base.relation) {
    case "this":
      return { period: periodOf(unit, now, 0), anchor: "published" };
    case "next":
      return { period: periodOf(unit, now, 1), anchor: "published" };
    case "last":
    case "latest":
    case "past":
      return { period: periodOf(unit, now, -1), anchor: "published" };
    case "previous":
      // "the year-ago quarter": the one under discussion, a year before.
      return {
        period: periodOf(unit, quarter ?? periodOf(unit, now, -1).earliest ?? now, -4),
        anchor: "time",
      };
    default:
      return {
        period: periodOf(unit, quarter ?? periodOf(unit, now, -1).earliest ?? now, 0),
        anchor: quarter === null ? "published" : "time",
      };
  }
};

/** "the 1988 quarter": the one under discussion, in that year. */
const locateQuarterOfYear = (year: number, now: Day | null, quarter: Day | null): Located => {
  const like = quarter ?? (now === null ? null : periodOf("quarter", now, -1).earliest);
  if (like === null)
    return {
      period: { ...yearPeriod(year), value: `${yearValue(year)}-QX`, granularity: "quarter" },
      anchor: "none",
    };
  return { period: quarterPeriod(year, Math.floor((dateOf(like).month + 2) / 3)), anchor: "time" };
};
