import { type Day, dateOf, dayOf, isDate, weekdayOf } from "@readout/model";
import type { Base } from "../candidate.js";
import { rank } from "./from-focus.js";
import { locateWeekday } from "./locate-weekday.js";
import { dayPeriod, monthPeriod, type Period, yearPeriod } from "./periods.js";
import { type Located, type Situation, unknown } from "./situation.js";
import { yearOffset } from "./year-offset.js";

type CalendarBase = Extract<Base, { kind: "calendar" }>;

/** A date by its fields; null where there is no such day. */
export const locateCalendar = (base: CalendarBase, situation: Situation): Located | null => {
  const { year, month, day, weekday } = base;
  if (year !== null) {
    if (month === null) return { period: yearPeriod(year), anchor: "none" };
    if (day === null) return { period: monthPeriod(year, month), anchor: "none" };
    return isDate(calendarYear(year), month, day)
      ? { period: dayPeriod(dayOf(calendarYear(year), month, day)), anchor: "none" }
      : null;
  }
  if (month !== null) {
    if (day !== null && !isDate(2000, month, day)) return null;
    return locateInYear(base, month, situation);
  }
  if (weekday !== null) return locateWeekday(weekday, base.relation, situation);
  return day === null ? unknown("day") : locateDayOfMonth(day, situation);
};

/** "on the 14th": of the month last spoken of, else of that of writing. */
const locateDayOfMonth = (day: number, { now, focus }: Situation): Located | null => {
  const focused = focus !== null && rank(focus) <= rank(monthPeriod(2000, 1)) ? focus.earliest : null;
  const from = focused ?? now;
  if (from === null)
    return {
      period: { value: `XXXX-XX-${pad(day)}`, granularity: "day", earliest: null, latest: null },
      anchor: "none",
    };
  const { year, month } = dateOf(from);
  return isDate(year, month, day)
    ? { period: dayPeriod(dayOf(year, month, day)), anchor: focused === null ? "published" : "time" }
    : null;
};

const calendarYear = (year: number): number => (year < 0 ? year + 1 : year);
const pad = (value: number): string => String(value).padStart(2, "0");

/** A month, or a day of a month, whose year is not written. */
const locateInYear = (
  { day, weekday, relation }: CalendarBase,
  month: number,
  situation: Situation,
): Located => {
  const inYear = (year: number): Period =>
    day === null ? monthPeriod(year, month) : dayPeriod(dayOf(year, month, day));
  const { now, tense } = situation;
  if (now !== null && day !== null && weekday !== null) {
    const agreeing = agreeingYear(now, month, day, weekday);
    if (agreeing !== null) return { period: inYear(agreeing), anchor: "published" };
  }
  if (now === null) {
    if (situation.year !== null) return { period: inYear(situation.year), anchor: "time" };
    const value = day === null ? `XXXX-${pad(month)}` : `XXXX-${pad(month)}-${pad(day)}`;
    return {
      period: { value, granularity: day === null ? "month" : "day", earliest: null, latest: null },
      anchor: "none",
    };
  }
  const { year, month: current } = dateOf(now);
  return {
    period: inYear(
      year +
        yearOffset(
          day === null ? month - current : (dayOf(year, month, day) - now) / 30.4,
          day !== null,
          relation,
          tense,
        ),
    ),
    anchor: "published",
  };
};

/** The year nearest to the day of writing in which a date falls on the weekday that is named with it; at most one year away. */
const agreeingYear = (now: Day, month: number, day: number, weekday: number): number | null => {
  const { year } = dateOf(now);
  let best: number | null = null;
  for (const candidate of [year - 1, year, year + 1]) {
    if (!isDate(candidate, month, day) || weekdayOf(dayOf(candidate, month, day)) !== weekday) continue;
    if (
      best === null ||
      Math.abs(dayOf(candidate, month, day) - now) < Math.abs(dayOf(best, month, day) - now)
    )
      best = candidate;
  }
  return best;
};
