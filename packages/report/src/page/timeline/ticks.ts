import { type Day, dateOf, dayOf } from "@readout/model";
import { monthName } from "../words/dates.js";
import type { Period } from "./lanes.js";

export type Tick = Readonly<{ day: Day; label: string; major: boolean }>;

/** Steps that people count in: months, and days of a week within them. */
const monthSteps = [1, 3, 6, 12, 24, 60, 120, 240, 600];

/** Ticks at beginnings of months or years, or of days, so that no two labels are nearer than `room` pixels. */
export const ticksOf = (period: Period, width: number, room: number): readonly Tick[] => {
  const days = period.to - period.from + 1;
  const most = Math.max(1, Math.floor(width / room));
  if (days / most < 15) return dayTicks(period, Math.max(1, Math.ceil(days / most)));
  const step = monthSteps.find((months) => days / (months * 30.44) <= most) ?? 1200;
  return monthTicks(period, step);
};

const monthTicks = (period: Period, step: number): readonly Tick[] => {
  const { year, month } = dateOf(period.from);
  const ticks: Tick[] = [];
  for (let at = Math.ceil((year * 12 + month - 1) / step) * step; ; at += step) {
    const tickYear = Math.floor(at / 12);
    const day = dayOf(tickYear, (at % 12) + 1, 1);
    if (day > period.to) return ticks;
    const january = at % 12 === 0;
    if (day >= period.from)
      ticks.push({ day, major: january, label: january ? String(tickYear) : monthName((at % 12) + 1) });
  }
};

/** Labels say the month where it is new; the year stands beside the timeline. */
const dayTicks = (period: Period, step: number): readonly Tick[] => {
  const ticks: Tick[] = [];
  for (let day = period.from; day <= period.to; day += step) {
    const { day: ofMonth, month } = dateOf(day);
    const major = day === period.from || ofMonth <= step;
    ticks.push({ day, major, label: major ? `${ofMonth} ${monthName(month)}` : String(ofMonth) });
  }
  return ticks;
};
