import { readTable, type Vocabulary } from "@readout/model";
import { givenNames as table } from "../../generated/given-names.js";
import type { Draft } from "./draft.js";

export type Gender = "m" | "f";
export type GenderReader = (draft: Draft) => Gender | null;

/** Tells the gender of a person from title or given name; null where neither does or the name is used for both. */
export const createGenderReader = (vocabulary: Vocabulary): GenderReader => {
  const genders = new Map<number, Gender>();
  for (const { surface, gender } of readTable(table, ["surface", "gender"])) {
    const word = vocabulary.add(surface);
    if (gender === "m" || gender === "f") genders.set(word, gender);
  }
  return ({ title, words }) =>
    title?.title.gender ?? (words.length > 1 ? (genders.get(words[0] ?? -1) ?? null) : null);
};
