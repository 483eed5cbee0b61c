import { type Day, dateOf, dayOf, isDate, type timeAnchors, weekdayOf } from "@readout/model";
import type { Base, Relation, Unit } from "../candidate.js";
import { holidayPeriod } from "./holidays.js";
import {
  centuryPeriod,
  dayPeriod,
  decadePeriod,
  firstMonthOf,
  halfPeriod,
  monthPeriod,
  type Period,
  periodOf,
  quarterPeriod,
  seasonPeriod,
  unknownPeriod,
  yearPeriod,
  yearValue,
} from "./periods.js";
import type { Tense } from "./tense-cue.js";

/** A base placed on the calendar. */
export type Located = Readonly<{
  period: Period;
  anchor: (typeof timeAnchors)[number];
}>;

/** What is known where an expression stands. */
export type Situation = Readonly<{
  /** The day of writing, if it is (or is taken to be) one day. */
  now: Day | null;
  tense: Tense | null;
  /** The period that the text last spoke of. */
  focus: Period | null;
  /** The year that the same paragraph last named, where the day of writing is not known. */
  year: number | null;
  /** First day of the quarter or longer period that figures of the document are about. */
  quarter: Day | null;
}>;

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

const unknown = (unit: Unit): Located => ({ period: unknownPeriod(unit), anchor: "none" });

type CalendarBase = Extract<Base, { kind: "calendar" }>;

const locateCalendar = (base: CalendarBase, situation: Situation): Located | null => {
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

/**
 * How many years from this one a month (or day) lies that is `ahead` months from now in this year. Past by default: in TimeBank a bare
 * month is past 45 times and future 19 times; a day is the nearest one unless the tense speaks against it.
 */
const yearOffset = (
  ahead: number,
  hasDay: boolean,
  relation: Relation | null,
  tense: Tense | null,
): number => {
  // "last February", said in March, is that of a year ago: this year's would be "last month".
  if (relation === "last" || relation === "previous") return ahead < -1 ? 0 : -1;
  if (relation === "past") return ahead < 0 ? 0 : -1;
  if (relation === "next" || relation === "following") return ahead > 0 ? 0 : 1;
  if (relation === "this") return 0;
  if (tense === "future") return ahead >= (hasDay ? -1 : 0) ? 0 : 1;
  // "declared a dividend payable Dec. 15": notices in the past tense tell of the weeks ahead (of 0, 1, 2 months, 1 is best on TimeBank).
  if (tense === "past") return ahead <= (hasDay ? 1 : 0) ? 0 : -1;
  if (ahead > 6) return -1;
  return ahead < -6 ? 1 : 0;
};

const locateWeekday = (
  weekday: number,
  relation: Relation | null,
  { now, tense, focus }: Situation,
): Located => {
  if (relation === "following" || relation === "previous" || relation === "that" || relation === "same") {
    const from = focus?.granularity === "day" ? focus.earliest : now;
    if (from === null || from === undefined) return weekdayUnknown(weekday);
    const ahead = (weekday - weekdayOf(from) + 7) % 7;
    const day =
      relation === "following"
        ? from + (ahead === 0 ? 7 : ahead)
        : relation === "previous"
          ? from - (7 - ahead)
          : from - ((7 - ahead) % 7);
    return { period: dayPeriod(day), anchor: from === now ? "published" : "time" };
  }
  if (now === null) return weekdayUnknown(weekday);
  const ahead = (weekday - weekdayOf(now) + 7) % 7;
  const coming = ahead === 0 ? now + 7 : now + ahead;
  const latest = ahead === 0 ? now : now + ahead - 7;
  const day =
    relation === "next"
      ? coming
      : relation === "last" || relation === "past"
        ? ahead === 0
          ? now - 7
          : latest
        : tense === "future"
          ? now + ahead
          : latest;
  return { period: dayPeriod(day), anchor: "published" };
};

const weekdayUnknown = (weekday: number): Located => ({
  period: { value: `XXXX-WXX-${weekday}`, granularity: "day", earliest: null, latest: null },
  anchor: "none",
});

const locateSeason = (
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

const locatePartOfYear = (
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

/** A period counted from the focus; where the text has only spoken of something longer, what is known of it: 1939-06-XX. */
const fromFocus = (unit: Unit, focus: Period, offset: number): Located => {
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
const rank = ({ granularity }: Period): number => lengths.indexOf(granularity);

const locatePeriod = (unit: Unit, relation: Relation, { now, focus }: Situation): Located => {
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

const locateShift = (
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
