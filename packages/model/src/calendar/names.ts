import { months as monthTable } from "../generated/months.js";
import { weekdays as weekdayTable } from "../generated/weekdays.js";
import { readTable } from "../lexicon.js";

/** Month number (1–12) by folded surface: names and abbreviations without full stop. */
export const readMonths = (): ReadonlyMap<string, number> =>
  new Map(readTable(monthTable, ["surface", "month"]).map((row) => [row.surface, Number(row.month)]));

/** ISO weekday (1 = Monday) by folded surface. */
export const readWeekdays = (): ReadonlyMap<string, number> =>
  new Map(readTable(weekdayTable, ["surface", "weekday"]).map((row) => [row.surface, Number(row.weekday)]));
