import { readTable } from "@readout/model";
import { eventPlurals } from "../generated/event-plurals.js";

const irregularPlurals: ReadonlyMap<string, string> = new Map(
  readTable(eventPlurals, ["noun", "plural"]).map(({ noun, plural }) => [noun, plural]),
);

/** Singular and plural of a noun as the lexicons write it (in the singular). */
export const nounForms = (noun: string): readonly string[] => {
  const irregular = irregularPlurals.get(noun);
  if (irregular !== undefined) return [noun, irregular];
  if (noun.endsWith("y") && !/[aeiou]y$/.test(noun)) return [noun, `${noun.slice(0, -1)}ies`];
  if (/(?:s|x|z|ch|sh)$/.test(noun)) return [noun, `${noun}es`];
  return [noun, `${noun}s`];
};
