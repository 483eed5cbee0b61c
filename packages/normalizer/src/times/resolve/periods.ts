import {
  type Day,
  dateOf,
  dayOf,
  daysInMonth,
  type granularities,
  isoWeekOf,
  mondayOf,
  weekdayOf,
} from "@readout/model";
import type { Season, Unit } from "../candidate.js";

export type Granularity = (typeof granularities)[number];

/** A stretch of days with its TIMEX3 value; both ends inclusive, null = open or unknown. */
export type Period = Readonly<{
  value: string;
  granularity: Granularity;
  earliest: Day | null;
  latest: Day | null;
}>;

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

/** A year as TIMEX3 writes it: 1998, 0079, BC0044 for 44 before Christ (given as -44). */
export const yearValue = (year: number): string => (year < 0 ? `BC${pad(-year, 4)}` : pad(year, 4));

/** Astronomical number of a year before Christ: -1 (1 BC) is year 0 of the calendar. */
const calendarYear = (year: number): number => (year < 0 ? year + 1 : year);

export const dayPeriod = (day: Day): Period => {
  const date = dateOf(day);
  return {
    value: `${pad(date.year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`,
    granularity: "day",
    earliest: day,
    latest: day,
  };
};

/** The ISO week that holds a day. */
export const weekPeriod = (day: Day): Period => {
  const { year, week } = isoWeekOf(day);
  const monday = mondayOf(year, week);
  return {
    value: `${pad(year, 4)}-W${pad(week, 2)}`,
    granularity: "week",
    earliest: monday,
    latest: monday + 6,
  };
};

/** The weekend of the ISO week that holds a day. */
export const weekendPeriod = (day: Day): Period => {
  const week = weekPeriod(day);
  const monday = day - weekdayOf(day) + 1;
  return { value: `${week.value}-WE`, granularity: "weekend", earliest: monday + 5, latest: monday + 6 };
};

const months = (year: number, first: number, count: number): Readonly<{ earliest: Day; latest: Day }> => ({
  earliest: dayOf(year, first, 1),
  latest: endOfMonth(year, first + count - 1),
});

const endOfMonth = (year: number, month: number): Day => {
  const y = month > 12 ? year + 1 : year;
  const m = month > 12 ? month - 12 : month;
  return dayOf(y, m, daysInMonth(y, m));
};

export const monthPeriod = (year: number, month: number): Period => ({
  value: `${yearValue(year)}-${pad(month, 2)}`,
  granularity: "month",
  ...months(calendarYear(year), month, 1),
});

export const quarterPeriod = (year: number, quarter: number): Period => ({
  value: `${yearValue(year)}-Q${quarter}`,
  granularity: "quarter",
  ...months(calendarYear(year), quarter * 3 - 2, 3),
});

export const halfPeriod = (year: number, half: number): Period => ({
  value: `${yearValue(year)}-H${half}`,
  granularity: "half",
  ...months(calendarYear(year), half * 6 - 5, 6),
});

export const yearPeriod = (year: number): Period => ({
  value: yearValue(year),
  granularity: "year",
  ...months(calendarYear(year), 1, 12),
});

/** The first month of a season of the northern hemisphere; the winter of a year runs into the next one. */
export const firstMonthOf: Readonly<Record<Season, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

export const seasonPeriod = (year: number, season: Season): Period => ({
  value: `${yearValue(year)}-${season}`,
  granularity: "season",
  ...months(calendarYear(year), firstMonthOf[season], 3),
});

/** Ten years; 199 = 1990–1999. */
export const decadePeriod = (decade: number): Period => ({
  value: pad(decade, 3),
  granularity: "decade",
  earliest: dayOf(decade * 10, 1, 1),
  latest: dayOf(decade * 10 + 9, 12, 31),
});

/** A century by its ordinal: 20 = value 19, the years 1900–1999 that the value stands for. */
export const centuryPeriod = (century: number, era: 1 | -1): Period =>
  era === 1
    ? {
        value: pad(century - 1, 2),
        granularity: "century",
        earliest: dayOf((century - 1) * 100, 1, 1),
        latest: dayOf((century - 1) * 100 + 99, 12, 31),
      }
    : {
        value: `BC${pad(century - 1, 2)}`,
        granularity: "century",
        earliest: dayOf(1 - century * 100, 1, 1),
        latest: dayOf((1 - century) * 100, 12, 31),
      };

/** The period of a unit that lies `offset` units from the one that holds `day`. */
export const periodOf = (unit: Unit, day: Day, offset: number): Period => {
  const { year, month } = dateOf(day);
  switch (unit) {
    case "week":
      return weekPeriod(day + 7 * offset);
    case "fortnight":
      return weekPeriod(day + 14 * offset);
    case "weekend":
      return weekendPeriod(day + 7 * offset);
    case "month": {
      const index = year * 12 + month - 1 + offset;
      return monthPeriod(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1);
    }
    case "quarter": {
      const index = year * 4 + Math.floor((month - 1) / 3) + offset;
      return quarterPeriod(Math.floor(index / 4), (((index % 4) + 4) % 4) + 1);
    }
    case "semester": {
      const index = year * 2 + (month > 6 ? 1 : 0) + offset;
      return halfPeriod(Math.floor(index / 2), (((index % 2) + 2) % 2) + 1);
    }
    case "year":
      return yearPeriod(year + offset);
    case "decade":
      return decadePeriod(Math.floor(year / 10) + offset);
    case "century":
      return centuryPeriod(Math.floor(year / 100) + 1 + offset, 1);
    case "millennium":
      return centuryPeriod(Math.floor(year / 100) + 1 + 10 * offset, 1);
    default:
      return dayPeriod(day + offset);
  }
};

/** What is written for a period of a unit when nothing is known about which one it is. */
export const unknownPeriod = (unit: Unit): Period => {
  const unknown = (value: string, granularity: Granularity): Period => ({
    value,
    granularity,
    earliest: null,
    latest: null,
  });
  switch (unit) {
    case "week":
    case "fortnight":
      return unknown("XXXX-WXX", "week");
    case "weekend":
      return unknown("XXXX-WXX-WE", "weekend");
    case "month":
      return unknown("XXXX-XX", "month");
    case "quarter":
      return unknown("XXXX-QX", "quarter");
    case "semester":
      return unknown("XXXX-HX", "half");
    case "year":
      return unknown("XXXX", "year");
    case "decade":
      return unknown("XXX", "decade");
    case "century":
    case "millennium":
      return unknown("XX", "century");
    default:
      return unknown("XXXX-XX-XX", "day");
  }
};
