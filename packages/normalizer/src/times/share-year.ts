import type { Base, Meaning, TimeCandidate } from "./candidate.js";
import type { TimeReader } from "./time-reader.js";

/**
 * Gives the first end of a range the year that only its second end names: "from [22 June] to 5 December 1941", "[June]–July 1862", "in [August]
 * and September 1914". One pass from the right, so that a list passes its year on.
 */
export const shareYear = (candidates: TimeCandidate[], reader: TimeReader): void => {
  for (let i = candidates.length - 2; i >= 0; i--) {
    const a = candidates[i];
    const b = candidates[i + 1];
    if (a === undefined || b === undefined || b.first - a.last > 1) continue;
    const year = calendarOf(b.meaning)?.year ?? null;
    const from = calendarOf(a.meaning);
    const to = calendarOf(b.meaning);
    if (
      year === null ||
      from === null ||
      to === null ||
      from.year !== null ||
      from.month === null ||
      to.month === null
    )
      continue;
    if (from.month > to.month || from.relation !== null || !isTie(reader, a.last)) continue;
    if (a.meaning.kind === "point")
      candidates[i] = { ...a, meaning: { ...a.meaning, base: { ...from, year } } };
  }
};

const calendarOf = (meaning: Meaning): Extract<Base, { kind: "calendar" }> | null =>
  meaning.kind === "point" && meaning.base.kind === "calendar" ? meaning.base : null;

const isTie = (reader: TimeReader, at: number): boolean =>
  reader.isDash(at) ||
  reader.isMark(at, ",") ||
  reader.isWord(at, "to") ||
  reader.isWord(at, "and") ||
  reader.isWord(at, "or") ||
  reader.isWord(at, "through") ||
  reader.isWord(at, "until");
