import type { TimeRule } from "../rule.js";
import { clockTime } from "./clock-time.js";
import { duration, rate, shiftedUnits } from "./counted-units.js";
import { dayOfMonth } from "./day-of-month.js";
import { century, decade } from "./decade.js";
import { every } from "./every.js";
import { frequency } from "./frequency.js";
import { holiday } from "./holiday.js";
import { monthDate } from "./month-date.js";
import { dayBeforeYesterday, namedDay } from "./named-day.js";
import { numericDate } from "./numeric-date.js";
import { partOfDay } from "./part-of-day.js";
import { fiscalYear, partOfYear } from "./part-of-year.js";
import { nthUnit, nthWeekday, pointedPeriod } from "./pointed-period.js";
import { referenceWord } from "./reference.js";
import { season } from "./season.js";

import { weekday } from "./weekday.js";
import { shortYear, year } from "./year.js";
import { yearEnd } from "./year-end.js";

/** All rules. The longest match wins; of two equally long ones, the earlier in this list. */
export const timeRules: readonly TimeRule[] = [
  numericDate,
  weekday,
  monthDate,
  dayOfMonth,
  clockTime,
  dayBeforeYesterday,
  namedDay,
  holiday,
  partOfDay,
  // Before times/period, which would read "the latest quarter" as an anaphor.
  partOfYear,
  fiscalYear,
  season,
  decade,
  century,
  yearEnd,
  year,
  shortYear,
  every,
  shiftedUnits,
  nthWeekday,
  nthUnit,
  rate,
  pointedPeriod,
  duration,
  frequency,
  referenceWord,
];
