import { readTable, type Vocabulary } from "@readout/model";
import { givenNames as table } from "../../generated/given-names.js";
import type { Draft } from "./draft.js";

export type Gender = "m" | "f";
export type GenderReader = Readonly<{
  /** The gender of a person from title or given name; null where neither says it or the name is used for both. */
  of: (draft: Draft) => Gender | null;
  /** That of a given name, by word id. */
  ofGiven: (word: number) => Gender | null;
}>;

export const createGenderReader = (vocabulary: Vocabulary): GenderReader => {
  const genders = new Map<number, Gender>();
  for (const { surface, gender } of readTable(table, ["surface", "gender"])) {
    const word = vocabulary.add(surface);
    if (gender === "m" || gender === "f") genders.set(word, gender);
  }
  const ofGiven = (word: number): Gender | null => genders.get(word) ?? null;
  return {
    of: ({ title, words }) => title?.title.gender ?? (words.length > 1 ? ofGiven(words[0] ?? -1) : null),
    ofGiven,
  };
};

/** Whether two may be one person as far as gender goes. */
export const mayBeOne = (a: Gender | null, b: Gender | null): boolean => a === null || b === null || a === b;
