/**
 * A day of the proleptic Gregorian calendar as an integer: days since 1970-01-01, negative before it. No clock and
 * no time zone comes near it. Algorithms: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
 */
export type Day = number;

export type CalendarDate = Readonly<{ year: number; month: number; day: number }>;

/** Days that something can lie in, both ends inclusive; null = open. */
export type DayInterval = Readonly<{ earliest: Day | null; latest: Day | null }>;

/** The day of a date. Month 1–12, day 1–31; what lies outside runs over into the neighbours. */
export const dayOf = (year: number, month: number, day: number): Day => {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
};

/** The date of a day. */
export const dateOf = (day: Day): CalendarDate => {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
  };
};

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Number of days of a month (1–12). */
export const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? isLeapYear(year)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;

/** Whether such a date exists: false for February 30. */
export const isDate = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

/** ISO weekday: 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** ISO 8601 week: the year it belongs to may differ from the calendar year at the turn of the year. */
export const isoWeekOf = (day: Day): Readonly<{ year: number; week: number }> => {
  const thursday = day - weekdayOf(day) + 4;
  const { year } = dateOf(thursday);
  return { year, week: Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1 };
};

/** The Monday of an ISO week. */
export const mondayOf = (year: number, week: number): Day => {
  const fourth = dayOf(year, 1, 4);
  return fourth - weekdayOf(fourth) + 1 + (week - 1) * 7;
};

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

/** `YYYY-MM-DD`, or null outside the years 1 to 9999, which ISO days and date32 readers share. */
export const isoDay = (day: Day): string | null => {
  const { year, month, day: ofMonth } = dateOf(day);
  return year < 1 || year > 9999 ? null : `${pad(year, 4)}-${pad(month, 2)}-${pad(ofMonth, 2)}`;
};

/** The day written `YYYY-MM-DD` at the start of a string; null where there is no such date. */
export const readIsoDay = (text: string): Day | null => {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && isDate(year, month, day) ? dayOf(year, month, day) : null;
};
