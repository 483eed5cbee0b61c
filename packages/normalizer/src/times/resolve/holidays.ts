import { type Day, dayOf, daysInMonth, weekdayOf } from "@readout/model";
import { dayPeriod, type Period } from "./periods.js";

const weekdayCodes = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/**
 * The day of a holiday in a year, from its rule in lexicon/en/times/time-holidays.tsv: `12-25`, `11-thu4` (the fourth Thursday of November),
 * `05-mon-1` (the last Monday of May), `easter-2` (western Easter, days from it). Throws on an unknown rule: a broken lexicon.
 */
export const holidayPeriod = (rule: string, year: number): Period => dayPeriod(holidayDay(rule, year));

const holidayDay = (rule: string, year: number): Day => {
  if (rule.startsWith("easter")) return easterOf(year) + Number(rule.slice(6));
  const month = Number(rule.slice(0, 2));
  const weekday = weekdayCodes.indexOf(rule.slice(3, 6)) + 1;
  if (weekday === 0) return dayOf(year, month, Number(rule.slice(3)));
  const nth = Number(rule.slice(6));
  if (!Number.isInteger(nth)) throw new Error(`time-holidays.tsv: unknown rule "${rule}"`);
  if (nth > 0) {
    const first = dayOf(year, month, 1);
    return first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
  }
  const last = dayOf(year, month, daysInMonth(year, month));
  return last - ((weekdayOf(last) - weekday + 7) % 7);
};

/** Easter Sunday of the Gregorian calendar; the algorithm of Nature 1876 as given by Meeus, "Astronomical Algorithms", chapter 8. */
const easterOf = (year: number): Day => {
  const a = ((year % 19) + 19) % 19;
  const b = Math.floor(year / 100);
  const c = year - b * 100;
  const d = Math.floor(b / 4);
  const e = b - d * 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (((19 * a + b - d - g + 15) % 30) + 30) % 30;
  const i = Math.floor(c / 4);
  const k = c - i * 4;
  const l = (((32 + 2 * e + 2 * i - h - k) % 7) + 7) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
};
