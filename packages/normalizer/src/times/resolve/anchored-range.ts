import { type Day, type DayInterval, dateOf, dayOf, daysInMonth } from "@readout/model";
import type { Amount, Unit } from "../candidate.js";

/**
 * The days of a stretch that ends or begins at the writing: "the past two months", "the next three years". Where the writing is an interval, all
 * days that it can cover; an open side where the amount or the writing is not known.
 */
export const anchoredRange = (
  amounts: readonly Amount[],
  toward: "past" | "future",
  published: DayInterval,
): DayInterval => {
  const move = (from: Day | null, direction: -1 | 1): Day | null =>
    amounts.reduce<Day | null>(
      (day, { count, unit }) =>
        day === null || count === null ? null : shiftDay(day, unit, direction * Math.ceil(count)),
      from,
    );
  return toward === "past"
    ? { earliest: move(published.earliest, -1), latest: published.latest }
    : { earliest: published.earliest, latest: move(published.latest, 1) };
};

const monthsOf: Readonly<Partial<Record<Unit, number>>> = {
  month: 1,
  quarter: 3,
  semester: 6,
  year: 12,
  decade: 120,
  century: 1200,
  millennium: 12_000,
};
const daysOf: Readonly<Partial<Record<Unit, number>>> = { day: 1, weekend: 7, week: 7, fortnight: 14 };

/** A day so many units on; months keep the day of the month as far as they have it. Hours and less stay within the day and the next. */
const shiftDay = (day: Day, unit: Unit, count: number): Day => {
  const months = monthsOf[unit];
  if (months === undefined) {
    const days = daysOf[unit];
    return days === undefined ? day + Math.sign(count) * Math.ceil(Math.abs(count) / 24) : day + days * count;
  }
  const { year, month, day: ofMonth } = dateOf(day);
  const index = year * 12 + month - 1 + months * count;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return dayOf(toYear, toMonth, Math.min(ofMonth, daysInMonth(toYear, toMonth)));
};
