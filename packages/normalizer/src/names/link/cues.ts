import type { Knowledge } from "../../knowledge/knowledge.js";
import { AliasForm } from "../../knowledge/known-entity.js";
import type { Draft } from "./draft.js";

/** Which countries a document speaks of, and where: the evidence by which one of several namesakes is chosen. */
export type CountryCues = Readonly<{
  /** Number of names of the country or its people in the document. */
  count: (country: string) => number;
  /** Whether a sentence names it. */
  inSentence: (country: string, sentence: number) => boolean;
}>;

/** Counts the states and demonyms among the names of a document. */
export const countryCues = (knowledge: Knowledge, drafts: readonly Draft[]): CountryCues => {
  const counts = new Map<string, number>();
  const places = new Set<string>();
  for (const { words, name } of drafts) {
    const country = countryOf(knowledge, words);
    if (country === null) continue;
    counts.set(country, (counts.get(country) ?? 0) + 1);
    places.add(`${country} ${name.sentence}`);
  }
  return {
    count: (country) => counts.get(country) ?? 0,
    inSentence: (country, sentence) => places.has(`${country} ${sentence}`),
  };
};

/** The one country that a state name or a demonym speaks of, or null. */
export const countryOf = (knowledge: Knowledge, words: readonly number[]): string | null => {
  let country: string | null = null;
  for (const value of knowledge.names.valuesOf(words)) {
    const alias = knowledge.aliases.at(value);
    const entity = alias === undefined ? undefined : knowledge.entities.at(alias.entity);
    if (alias === undefined || entity?.kind !== "state" || alias.form === AliasForm.metonym) continue;
    if (country !== null && country !== entity.country) return null;
    country = entity.country;
  }
  return country;
};
