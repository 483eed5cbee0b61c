import { type Day, dateOf, daysInMonth, isoDay, readIsoDay } from "@readout/model";
import { absent } from "../../bundle/bundle-tables.js";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
export const monthName = (month: number): string => months[month - 1] ?? "";

/** "3 Mar 2014" */
export const dayText = (day: Day): string => {
  const { year, month, day: ofMonth } = dateOf(day);
  return `${ofMonth} ${monthName(month)} ${year}`;
};

/** "2014-03-03" */
export const isoText = (day: number): string => (day === absent ? "" : (isoDay(day) ?? ""));
export const readDay = (text: string): Day | null => (text === "" ? null : readIsoDay(text));

/**
 * An interval of days, as short as it can be said: "3 Mar 2014", "13–14 Sep 2013", "Mar 2014" for a whole month, "2014" for a whole
 * year, "from 1 Mar 2014" where it is open; null where both ends are.
 */
export const intervalText = (earliest: number, latest: number): string | null => {
  if (earliest === absent && latest === absent) return null;
  if (earliest === absent) return `until ${dayText(latest)}`;
  if (latest === absent) return `from ${dayText(earliest)}`;
  if (earliest === latest) return dayText(earliest);
  const from = dateOf(earliest);
  const to = dateOf(latest);
  const startsMonth = from.day === 1;
  const endsMonth = to.day === daysInMonth(to.year, to.month);
  if (from.year === to.year && from.month === to.month)
    return startsMonth && endsMonth
      ? `${monthName(to.month)} ${to.year}`
      : `${from.day}–${to.day} ${monthName(to.month)} ${to.year}`;
  if (startsMonth && endsMonth && from.month === 1 && to.month === 12)
    return from.year === to.year ? String(to.year) : `${from.year}–${to.year}`;
  if (from.year === to.year)
    return startsMonth && endsMonth
      ? `${monthName(from.month)}–${monthName(to.month)} ${to.year}`
      : `${from.day} ${monthName(from.month)} – ${dayText(latest)}`;
  return `${dayText(earliest)} – ${dayText(latest)}`;
};
