import { readTable } from "@readout/model";
import { timePersonNouns as table } from "../../generated/time-person-nouns.js";
import type { TimeReader } from "../time-reader.js";

const personNouns: ReadonlySet<string> = new Set(readTable(table, ["surface"]).map(({ surface }) => surface));

/**
 * Whether an "N-year-old" that ends before a token is a person's age, which is no time of anything that happened: "the 52-year-old minister",
 * "6-year-old Maria", "a 13-year-old was hurt". A war, a truce, an institution may be 15 months old.
 */
export const isAgeOfPerson = (reader: TimeReader, at: number): boolean => {
  if (reader.capital(at)) return true;
  // The noun may stand after one more adjective or a compound: "44-year-old anti-war protester".
  for (let i = at; i < at + 5; i++) {
    const surface = reader.surface(i).toLowerCase();
    if (
      personNouns.has(surface) ||
      (/(?:er|or|ist|man|woman|ian|ologist)$/.test(surface) && surface.length > 5)
    )
      return true;
    if (i === at && !/^[a-z]/.test(surface)) return true;
    if (verbs.has(surface)) return true;
    if (!/^[a-z-]/.test(surface)) return false;
  }
  return false;
};

const verbs = new Set(["was", "is", "said", "had", "who", "has", "from", "with", "whose", "in", "and"]);
