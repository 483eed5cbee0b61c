import type { Match } from "../candidate.js";
import { calendar, point } from "../points.js";
import type { TimeRule } from "../rule.js";
import type { TimeReader } from "../time-reader.js";
import { TimeClass } from "../time-words.js";
import { withCentury } from "./read-year.js";

/**
 * Dates in figures: 2015-07-14, 2015/07/14, 7/14/2015, 14.07.2015, 14/7/15. Where both orders are possible the American one is
 * taken with slashes, the European one with full stops. Not: "1/2", "24/7", "9/11" without a year.
 */
export const numericDate: TimeRule = {
  id: "times/numeric-date",
  heads: TimeClass.digits,
  match: (reader, lead) => {
    const at = lead.next;
    const mark = reader.surface(at + 1);
    if (mark !== "-" && mark !== "/" && mark !== ".") return null;
    if (reader.surface(at + 3) !== mark || (reader.glued(at) && reader.surface(at - 1) === mark)) return null;
    for (let i = at + 1; i <= at + 4; i++) if (!reader.glued(i)) return null;
    const [a, b, c] = [reader.integer(at, 4), reader.integer(at + 2, 4), reader.integer(at + 4, 4)];
    if (a < 0 || b < 0 || c < 0) return null;
    if (reader.glued(at + 5) && reader.surface(at + 5) === mark && reader.glued(at + 6)) return null;
    return read(reader, at, mark, a, b, c);
  },
};

const read = (
  reader: TimeReader,
  at: number,
  mark: string,
  a: number,
  b: number,
  c: number,
): Match | null => {
  const found = (year: number, month: number, day: number): Match | null =>
    month >= 1 && month <= 12 && day >= 1 && day <= 31
      ? { first: at, last: at + 5, meaning: point(calendar({ year, month, day })) }
      : null;
  if (reader.length(at) === 4) return found(a, b, c);
  if (mark === "-" || reader.length(at) > 2) return null;
  const long = reader.length(at + 4) === 4;
  if (!long && (reader.length(at + 4) !== 2 || mark === ".")) return null;
  const year = long ? c : withCentury(c);
  if (mark === "." || a > 12) return found(year, b, a);
  return found(year, a, b);
};
