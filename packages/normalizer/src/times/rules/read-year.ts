import { Shape } from "@readout/model";
import { readYearInWords } from "../read-number.js";
import type { TimeReader } from "../time-reader.js";

/**
 * A year that other words have made likely (a month before it, "fiscal"): 1998, '98, nineteen ninety-eight. Null where none
 * begins at the token.
 */
export const readYear = (reader: TimeReader, at: number): Readonly<{ year: number; next: number }> | null => {
  const full = reader.integer(at, 4);
  if (full >= 1000 && full <= 2999 && reader.length(at) === 4) return { year: full, next: at + 1 };
  const short = readShortYear(reader, at);
  return short ?? readYearInWords(reader, at);
};

/** The year that follows a month or a day, over a comma where one stands: ", 1998", " 1998", ", '98". */
export const readYearAfter = (
  reader: TimeReader,
  at: number,
): Readonly<{ year: number; next: number }> | null => {
  return readYear(reader, reader.isMark(at, ",") ? at + 1 : at);
};

/** '98: an apostrophe and two digits. Two-digit years are 1930–2029. */
export const readShortYear = (
  reader: TimeReader,
  at: number,
): Readonly<{ year: number; next: number }> | null => {
  const mark = reader.surface(at);
  if (mark !== "'" && mark !== "’" && mark !== "‘") return null;
  const year = reader.integer(at + 1, 2);
  if (year < 0 || reader.length(at + 1) !== 2 || !reader.glued(at + 1)) return null;
  return { year: withCentury(year), next: at + 2 };
};

/** Two-digit years: 30–99 are 19xx, 00–29 are 20xx. */
export const withCentury = (year: number): number => (year >= 30 ? 1900 + year : 2000 + year);

/** Currency marks and what else makes the number after it no year. */
export const isCountedBefore = (reader: TimeReader, at: number): boolean => {
  const before = reader.surface(at - 1);
  return (
    before === "$" || before === "#" || before === "£" || before === "€" || before === "¥" || before === "+"
  );
};

/** Whether the digits at a token belong to a longer figure: 1990.5, 1990/91, 555-1990. */
export const isInsideFigure = (reader: TimeReader, at: number): boolean =>
  (reader.glued(at) && !isOpening(reader, at - 1)) ||
  (reader.glued(at + 1) &&
    (reader.shape(at + 1) & (Shape.letter | Shape.digit)) !== 0 &&
    !reader.isWord(at + 1, "apostropheS")) ||
  (reader.glued(at + 1) && reader.isMark(at + 1, "%"));

const isOpening = (reader: TimeReader, at: number): boolean => {
  const mark = reader.surface(at);
  return (
    mark === "(" ||
    mark === "[" ||
    mark === "“" ||
    mark === '"' ||
    mark === "'" ||
    mark === "‘" ||
    mark === "–" ||
    mark === "—" ||
    mark === "-" ||
    mark === "/" ||
    mark === "``" ||
    mark === "--" ||
    mark === "_"
  );
};
