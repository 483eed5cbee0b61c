import { readTable } from "@readout/model";
import { dateNeighbours } from "../generated/date-neighbours.js";

/**
 * What a word tells about the month name or bare number beside it: `month` and `year` before one make it a date ("since May", "by
 * 1990"), `owner` and `pointer` go before a noun ("his May election", "the 1848 revolution"), `counted` behind a number makes it a
 * count ("1900 men"), as `amount` does before one ("at least 1900 were hurt"; not "since at least 1900") and `rough` before one that
 * something counted follows ("around 2000 homes"; not "around 2000"), `name` is a month that is a given name as well ("April Jones").
 */
export type DateSign = "month" | "year" | "owner" | "pointer" | "counted" | "amount" | "rough" | "name";

/** The words of lexicon/en/times/date-neighbours.tsv with a sign, as written there. */
export const neighboursWith = (...signs: readonly DateSign[]): ReadonlySet<string> =>
  new Set(
    readTable(dateNeighbours, ["surface", "sign"]).flatMap(({ surface, sign }) =>
      signs.some((wanted) => wanted === sign) ? [surface] : [],
    ),
  );
