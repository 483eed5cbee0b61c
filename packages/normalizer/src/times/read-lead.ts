import type { Mod, Relation } from "./candidate.js";
import type { TimeReader } from "./time-reader.js";
import { TimeClass } from "./time-words.js";

const { definite, demonstrative, relation, stage, unit, season, part, weekday, month, loose } = TimeClass;
const periods = unit | season | part | weekday | month | loose;
/** Classes of words that can begin a lead. */
export const leadClasses = definite | demonstrative | relation | stage;

/** What stands before the head of an expression: "the end of last" in "the end of last year". */
export type Lead = Readonly<{
  first: number;
  /** The head's token. */
  next: number;
  the: boolean;
  stage: Mod | null;
  demonstrative: "this" | "that" | null;
  relation: Relation | null;
}>;

/** Tokens of the longest lead: "the beginning of the early part of" has no end on hostile text. */
const longestLead = 8;

/** The lead that begins at a token; an empty one where the token is a head itself. */
export const readLead = (reader: TimeReader, at: number): Lead => {
  let next = at;
  let the = false;
  let mod: Mod | null = null;
  let pointing: Lead["demonstrative"] = null;
  let related: Relation | null = null;
  while (next < at + longestLead) {
    const bits = reader.bits(next);
    if (bits & definite && related === null && pointing === null) {
      the = true;
      next++;
    } else if (bits & stage && related === null && pointing === null) {
      const end = stageEnd(reader, next);
      if (end === next) break;
      mod = reader.value(next, "stage") as Mod;
      the = the && end === next + 1;
      next = end;
    } else if (bits & demonstrative && pointing === null && related === null) {
      // "said that last week", "so that two years": a conjunction, unless a period follows.
      if (reader.isWord(next, "that") && !reader.is(next + 1, periods) && !reader.isWord(next + 1, "same"))
        break;
      pointing = reader.value(next, "demonstrative") === "this" ? "this" : "that";
      next++;
    } else if (bits & relation) {
      // "this past spring", "the last previous": the last word decides; "this coming" is next.
      related = reader.value(next, "relation") as Relation;
      next++;
      if (reader.isMark(next, "-") && !reader.isJoint(next)) break;
    } else break;
  }
  return { first: at, next, the, stage: mod, demonstrative: pointing, relation: related };
};

/**
 * The token after a stage and what ties it to its period: late|, mid-|, the end of|. Nouns (end, beginning, start, middle, close) need
 * "of". The same token where it is no stage.
 */
const stageEnd = (reader: TimeReader, at: number): number => {
  if (reader.isJoint(at + 1)) return at + 2;
  if (reader.isWord(at + 1, "of")) return at + 2;
  // "late in 1944", "early in the year"
  if (
    reader.isWord(at + 1, "in") &&
    reader.is(at + 2, TimeClass.digits | month) &&
    (reader.isWord(at, "late") || reader.isWord(at, "early"))
  )
    return at + 2;
  return stageAdjectives.some((word) => reader.isWord(at, word)) ? at + 1 : at;
};

const stageAdjectives = ["early", "late", "mid", "earlier", "later"] as const;

/** The relation of a lead in one word; null where the head stands bare. */
export const relationOf = ({ relation: related, demonstrative: pointing, the }: Lead): Relation | null => {
  if (related !== null) return related === "last" && pointing === "this" ? "past" : related;
  return pointing ?? (the ? "the" : null);
};
