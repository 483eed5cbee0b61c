import { dateOf, dayOf, isDate, readWeekdays, slice, type Time, weekdayOf } from "@readout/model";
import type { Passage } from "../passage.js";
import type { Certainty } from "./certainty.js";
import type { Evidence, Stretch } from "./evidence.js";

const weekdays = readWeekdays();
/** The longest stretch of years, in days, in which weekdays are tried: the same date has the same weekday every five to eleven years. */
const longestSearch = 15 * 366;

/**
 * Weekdays that are written with a day but no year ("Monday, June 18"): within a bounded stretch they leave the years in which they agree.
 * Such a day lies within a year of the writing.
 */
export const fromWeekdays = (
  passage: Passage,
  times: readonly Time[],
  certainty: Certainty,
  { earliest, latest }: Stretch,
): readonly Evidence[] => {
  if (earliest === null || latest === null || latest - earliest > longestSearch) return [];
  return times.flatMap((time): readonly Evidence[] => {
    const match = /^XXXX-(\d\d)-(\d\d)/.exec(time.value);
    const surface = slice(passage.text, time);
    const weekday = weekdays.get(surface.split(/[\s,.]/, 1)[0]?.toLowerCase() ?? "");
    if (match === null || weekday === undefined) return [];
    const past = certainty(passage, time);
    const stretches: Stretch[] = [];
    for (let year = dateOf(earliest).year - 1; year <= dateOf(latest).year + 1; year++) {
      if (!isDate(year, Number(match[1]), Number(match[2]))) continue;
      const day = dayOf(year, Number(match[1]), Number(match[2]));
      if (weekdayOf(day) === weekday) stretches.push({ earliest: past ? day : day - 366, latest: day + 366 });
    }
    return stretches.length === 0
      ? []
      : [
          {
            stretches,
            reason: `${surface} agrees with its weekday`,
            span: { start: time.start, end: time.end },
          },
        ];
  });
};
