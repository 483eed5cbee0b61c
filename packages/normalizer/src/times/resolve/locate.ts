import { dateOf, weekdayOf } from "@readout/model";
import type { Base } from "../candidate.js";
import { holidayPeriod } from "./holidays.js";
import { locateCalendar } from "./locate-calendar.js";
import { locatePartOfYear, locateSeason } from "./locate-part-of-year.js";
import { locatePeriod, locateShift } from "./locate-period.js";
import { weekdayUnknown } from "./locate-weekday.js";
import { centuryPeriod, dayPeriod, decadePeriod, periodOf, unknownPeriod } from "./periods.js";
import { type Located, type Situation, unknown } from "./situation.js";
import { yearOffset } from "./year-offset.js";

/** Places a base; null where there is no such date (February 30). */
export const locate = (base: Base, situation: Situation): Located | null => {
  switch (base.kind) {
    case "calendar":
      return locateCalendar(base, situation);
    case "season":
      return locateSeason(base, situation);
    case "part-of-year":
      return locatePartOfYear(base, situation);
    case "period":
      return locatePeriod(base.unit, base.relation, situation);
    case "shift":
      return locateShift(base, situation);
    case "named-day":
      return situation.now === null
        ? unknown("day")
        : { period: dayPeriod(situation.now + base.offset), anchor: "published" };
    case "holiday":
      return locateHoliday(base, situation);
    case "decade":
      return {
        period: decadePeriod(base.withCentury ? base.decade : decadeNear(base.decade, situation)),
        anchor: "none",
      };
    case "century":
      return { period: centuryPeriod(base.century, base.era), anchor: "none" };
    case "nth":
      return locateNth(base, situation);
    case "nth-weekday":
      return locateNthWeekday(base, situation);
    case "unnamed-day":
      return locateUnnamedDay(situation);
  }
};

const locateHoliday = (
  base: Extract<Base, { kind: "holiday" }>,
  { now, tense, year: named }: Situation,
): Located => {
  const year = base.year ?? (now === null ? named : null);
  if (year !== null) {
    const period = holidayPeriod(base.holiday, year);
    return { period, anchor: base.year === null ? "time" : "none" };
  }
  if (now === null) return unknown("day");
  const current = dateOf(now).year;
  const ahead = ((holidayPeriod(base.holiday, current).earliest ?? now) - now) / 30.4;
  return {
    period: holidayPeriod(base.holiday, current + yearOffset(ahead, true, base.relation, tense)),
    anchor: "published",
  };
};

const locateNth = (
  { ordinal, unit, of }: Extract<Base, { kind: "nth" }>,
  situation: Situation,
): Located | null => {
  const whole = locate(of, situation);
  if (whole === null) return null;
  const { earliest, latest } = whole.period;
  if (earliest === null || latest === null) return { period: unknownPeriod(unit), anchor: whole.anchor };
  if (ordinal === null) return { period: periodOf(unit, earliest, 0), anchor: whole.anchor };
  if (ordinal < 0) return { period: periodOf(unit, latest, 0), anchor: whole.anchor };
  // The n-th week of a month is the ISO week that holds the middle of its n-th seven days.
  const period =
    unit === "week"
      ? periodOf("week", earliest + 7 * (ordinal - 1) + 3, 0)
      : periodOf(unit, earliest, ordinal - 1);
  return (period.earliest ?? earliest) > latest ? null : { period, anchor: whole.anchor };
};

const locateNthWeekday = (
  { ordinal, weekday, of }: Extract<Base, { kind: "nth-weekday" }>,
  situation: Situation,
): Located | null => {
  const whole = locate(of, situation);
  if (whole === null) return null;
  const { earliest, latest } = whole.period;
  if (earliest === null || latest === null) return { ...weekdayUnknown(weekday), anchor: whole.anchor };
  const first = earliest + ((weekday - weekdayOf(earliest) + 7) % 7);
  const day = ordinal < 0 ? latest - ((weekdayOf(latest) - weekday + 7) % 7) : first + 7 * (ordinal - 1);
  return day > latest ? null : { period: dayPeriod(day), anchor: whole.anchor };
};

/** "the eighties": the latest such decade that has begun. */
const decadeNear = (decade: number, { now }: Situation): number => {
  const current = now === null ? 199 : Math.floor(dateOf(now).year / 10);
  const century = Math.floor(current / 10);
  return century * 10 + decade > current ? (century - 1) * 10 + decade : century * 10 + decade;
};

/** A clock time alone is of the day last spoken of, if a day was; else of the day of writing. */
const locateUnnamedDay = ({ now, focus }: Situation): Located => {
  if (focus !== null && focus.granularity === "day" && focus.earliest !== null)
    return { period: dayPeriod(focus.earliest), anchor: "time" };
  return now === null ? unknown("day") : { period: dayPeriod(now), anchor: "published" };
};
