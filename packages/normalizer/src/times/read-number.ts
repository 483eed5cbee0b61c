import { readCardinal } from "../numbers/read-cardinal.js";
import type { NumberRead, TimeReader } from "./time-reader.js";
import { TimeClass } from "./time-words.js";

const { cardinal, multiplier, ordinal, ordinalSuffix, vague, indefinite, unit } = TimeClass;

/**
 * The count that begins at a token: 20, 1,400, 2 1/2, twenty-four, a hundred, two thousand, half a dozen, a couple of, several.
 * Null where none begins there; "a" alone is none.
 */
export const readNumber = (reader: TimeReader, at: number): NumberRead | null => {
  const bits = reader.bits(at);
  if (bits & TimeClass.digits) return readDigits(reader, at);
  if (bits & indefinite) return readAfterArticle(reader, at);
  if (bits & vague) return readVague(reader, at);
  if (bits & (cardinal | multiplier)) return readWords(reader, at);
  if (
    reader.isWord(at, "half") &&
    (reader.isJoint(at + 1) || reader.is(at + 1, indefinite)) &&
    reader.is(at + 2, unit)
  )
    return { value: 0.5, next: reader.isJoint(at + 1) ? at + 1 : at + 2, digits: false, approximate: false };
  if (reader.isWord(at, "half") && reader.is(at + 1, indefinite) && reader.is(at + 2, vague)) {
    const dozen = Number(reader.value(at + 2, "vague"));
    return { value: dozen / 2, next: at + 3, digits: false, approximate: true };
  }
  return null;
};

const readDigits = (reader: TimeReader, at: number): NumberRead | null => {
  const whole = reader.digits(at);
  if (!Number.isFinite(whole)) return null;
  // 2 1/2 and 2-1/2
  const from = reader.isJoint(at + 1) ? at + 2 : at + 1;
  if (isFraction(reader, from))
    return {
      value: whole + reader.digits(from) / reader.digits(from + 2),
      next: from + 3,
      digits: true,
      approximate: false,
    };
  if (reader.is(at + 1, multiplier))
    return {
      value: whole * Number(reader.value(at + 1, "multiplier")),
      next: at + 2,
      digits: true,
      approximate: false,
    };
  return { value: whole, next: at + 1, digits: true, approximate: false };
};

const isFraction = (reader: TimeReader, at: number): boolean =>
  reader.integer(at, 1) === 1 &&
  reader.isMark(at + 1, "/") &&
  reader.glued(at + 1) &&
  reader.glued(at + 2) &&
  reader.integer(at + 2, 1) > 1;

const readAfterArticle = (reader: TimeReader, at: number): NumberRead | null => {
  if (reader.is(at + 1, multiplier)) return readWords(reader, at + 1);
  if (reader.is(at + 1, vague)) return readVague(reader, at + 1);
  return null;
};

const readVague = (reader: TimeReader, at: number): NumberRead => {
  const value = reader.value(at, "vague");
  const next = reader.isWord(at + 1, "of") ? at + 2 : at + 1;
  return { value: value === "X" ? null : Number(value), next, digits: false, approximate: true };
};

/** twenty-four, two hundred and ten, nineteen hundred, one and a half. */
const readWords = (reader: TimeReader, at: number): NumberRead | null => {
  const read = readCardinal(reader.tokens, at, reader.last, reader.words.numbers);
  if (read === null) return null;
  const { value, end } = read;
  const half = reader.isWord(end, "and") && reader.isWord(end + 1, "a") && reader.isWord(end + 2, "half");
  return { value: half ? value + 0.5 : value, next: half ? end + 3 : end, digits: false, approximate: false };
};

/** The ordinal that begins at a token: first, twenty-first, 21st; -1 is "final". Null where none begins there. */
export const readOrdinal = (
  reader: TimeReader,
  at: number,
): Readonly<{ value: number; next: number }> | null => {
  const bits = reader.bits(at);
  if (bits & ordinal) return { value: Number(reader.value(at, "ordinal")), next: at + 1 };
  if (bits & TimeClass.digits && reader.is(at + 1, ordinalSuffix) && reader.glued(at + 1)) {
    const value = reader.integer(at, 3);
    return value > 0 ? { value, next: at + 2 } : null;
  }
  if (bits & cardinal) {
    const tens = Number(reader.value(at, "cardinal"));
    const second = reader.skipJoint(at + 1);
    if (tens >= 20 && tens % 10 === 0 && reader.is(second, ordinal)) {
      const ones = Number(reader.value(second, "ordinal"));
      if (ones > 0 && ones < 10) return { value: tens + ones, next: second + 1 };
    }
  }
  return null;
};

/** A year in words: nineteen ninety-six, two thousand (and) five, nineteen hundred. Null where none begins there. */
export const readYearInWords = (
  reader: TimeReader,
  at: number,
): Readonly<{ year: number; next: number }> | null => {
  if (!reader.is(at, cardinal)) return null;
  const first = Number(reader.value(at, "cardinal"));
  if (first === 2 && reader.is(at + 1, multiplier) && reader.value(at + 1, "multiplier") === "1000") {
    const from = reader.isWord(at + 2, "and") ? at + 3 : at + 2;
    const rest = reader.is(from, cardinal) ? readWords(reader, from) : null;
    if (rest !== null && rest.value !== null && rest.value < 100)
      return { year: 2000 + rest.value, next: rest.next };
    return { year: 2000, next: at + 2 };
  }
  const century = first >= 11 && first <= 20 ? first : 0;
  if (century === 0) return null;
  const from = reader.skipJoint(at + 1);
  // "in nineteen hundred"; "twelve hundred students" counts them.
  if (
    reader.is(from, multiplier) &&
    reader.value(from, "multiplier") === "100" &&
    reader.isWord(at - 1, "in")
  )
    return { year: century * 100, next: from + 1 };
  if (!reader.is(from, cardinal)) return null;
  const rest = readWords(reader, from);
  return rest !== null && rest.value !== null && rest.value >= 10 && rest.value < 100
    ? { year: century * 100 + rest.value, next: rest.next }
    : null;
};
