import { readOrdinal } from "../read-number.js";
import type { TimeReader } from "../time-reader.js";
import { TimeClass } from "../time-words.js";

/** A day of a month: 9, 09, 9th, ninth, twenty-first. Not 35, and not the 10 of "10 a.m.", "10,000" or "10 percent". */
export const readDay = (reader: TimeReader, at: number): Readonly<{ day: number; next: number }> | null => {
  const read = readOrdinal(reader, at);
  if (read !== null) return read.value >= 1 && read.value <= 31 ? { day: read.value, next: read.next } : null;
  const day = reader.integer(at, 2);
  if (day < 1 || day > 31) return null;
  if (reader.is(at + 1, TimeClass.meridiem)) return null;
  if (
    reader.isMark(at + 1, ":") &&
    reader.glued(at + 1) &&
    reader.is(at + 2, TimeClass.digits) &&
    reader.glued(at + 2)
  )
    return null;
  if (reader.isMark(at + 1, "%")) return null;
  return { day, next: at + 1 };
};
