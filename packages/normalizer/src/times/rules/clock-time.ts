import { Shape } from "@readout/model";
import type { Clock, Match } from "../candidate.js";
import type { TimeRule } from "../rule.js";
import type { TimeReader } from "../time-reader.js";
import { TimeClass } from "../time-words.js";

const { digits, cardinal, clockWord, meridiem, zone } = TimeClass;

/**
 * A time of the clock: "10 p.m.", "7:15 a.m. EST", "1430 GMT", "14:26:05", "noon", "five o'clock". Not: "beat them 3:1", "10 am a fool".
 */
export const clockTime: TimeRule = {
  id: "times/clock",
  heads: digits | cardinal | clockWord,
  match: (reader, lead) => {
    const read = readClock(reader, lead.next);
    if (read === null) return null;
    return {
      first: lead.the ? lead.next : lead.first,
      last: read.next,
      meaning: { kind: "point", base: { kind: "unnamed-day" }, part: null, clock: read.clock },
      mod: lead.stage,
    } satisfies Match;
  },
};

const readClock = (reader: TimeReader, at: number): Readonly<{ clock: Clock; next: number }> | null => {
  const bits = reader.bits(at);
  if (bits & clockWord)
    return {
      clock: { hour: Number(reader.value(at, "clockWord")), minute: 0, second: null, zone: null },
      next: at + 1,
    };
  if (bits & digits) return readDigitalClock(reader, at);
  const hour = Number(reader.value(at, "cardinal"));
  if (hour < 1 || hour > 12) return null;
  return withHalfOfDay(reader, at + 1, hour, null, null);
};

const readDigitalClock = (
  reader: TimeReader,
  at: number,
): Readonly<{ clock: Clock; next: number }> | null => {
  // 1430 GMT
  const four = reader.length(at) === 4 ? reader.integer(at, 4) : -1;
  if (four >= 0 && reader.is(at + 1, zone) && (reader.shape(at + 1) & Shape.upper) !== 0) {
    const hour = Math.floor(four / 100);
    return isClock(hour, four % 100)
      ? { clock: { hour, minute: four % 100, second: null, zone: reader.surface(at + 1) }, next: at + 2 }
      : null;
  }
  if (four >= 0 && reader.isWord(at + 1, "hours") && reader.surface(at).startsWith("0"))
    return {
      clock: { hour: Math.floor(four / 100), minute: four % 100, second: null, zone: null },
      next: at + 2,
    };
  const hour = reader.integer(at, 2);
  if (hour < 0 || hour > 24) {
    return null;
  }
  const minute = minuteAt(reader, at + 1);
  if (minute === null) return withHalfOfDay(reader, at + 1, hour, null, null);
  const second = minuteAt(reader, at + 3);
  const next = second === null ? at + 3 : at + 5;
  const read = withHalfOfDay(reader, next, hour, minute, second);
  if (read !== null) return read;
  const zoned = readZone(reader, next);
  return isClock(hour, minute)
    ? { clock: { hour, minute, second, zone: zoned.zone }, next: zoned.next }
    : null;
};

/** :15 */
const minuteAt = (reader: TimeReader, at: number): number | null => {
  if (!reader.isMark(at, ":") || !reader.glued(at) || !reader.glued(at + 1) || reader.length(at + 1) !== 2)
    return null;
  const minute = reader.integer(at + 1, 2);
  return minute >= 0 && minute < 60 ? minute : null;
};

const isClock = (hour: number, minute: number): boolean => hour < 24 && minute < 60;

/** a.m., p.m., o'clock, "in the morning" after a number. */
const withHalfOfDay = (
  reader: TimeReader,
  at: number,
  hour: number,
  minute: number | null,
  second: number | null,
): Readonly<{ clock: Clock; next: number }> | null => {
  if (hour < 1 || hour > 12) return null;
  if (reader.is(at, meridiem)) {
    const pm = reader.value(at, "meridiem") === "pm";
    // "I am": only glued, dotted or in capitals is it a time after a number in words.
    const { zone: zoned, next } = readZone(reader, at + 1);
    return { clock: { hour: (hour % 12) + (pm ? 12 : 0), minute, second, zone: zoned }, next };
  }
  if (reader.isWord(at, "oclock") || reader.isWord(at, "oclockWord"))
    return { clock: { hour, minute, second, zone: null }, next: at + 1 };
  if ((reader.isWord(at, "in") && reader.isWord(at + 1, "the")) || reader.isWord(at, "at")) {
    const head = reader.isWord(at, "at") ? at + 1 : at + 2;
    const late =
      reader.isWord(head, "afternoon") || reader.isWord(head, "evening") || reader.isWord(head, "night");
    if (late || reader.isWord(head, "morning"))
      return { clock: { hour: (hour % 12) + (late ? 12 : 0), minute, second, zone: null }, next: head + 1 };
  }
  return null;
};

const readZone = (reader: TimeReader, at: number): Readonly<{ zone: string | null; next: number }> =>
  reader.is(at, zone) && (reader.shape(at) & Shape.upper) !== 0
    ? { zone: reader.surface(at), next: at + 1 }
    : { zone: null, next: at };
