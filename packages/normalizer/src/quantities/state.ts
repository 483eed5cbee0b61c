import { Shape, type Tokens } from "@readout/model";
import { type QuantityLexicon, WordClass } from "./quantity-lexicon.js";

/** Words between a figure and its state: "have already been reported killed". */
const reach = 4;

/** "killed 14", "a death toll of 34", "the wounding of 20": what became of those counted, said before the figure. */
export const stateBefore = (
  tokens: Tokens,
  first: number,
  floor: number,
  { classes, states, tollWord }: QuantityLexicon,
): string | null => {
  let at = first - 1;
  if (at < floor) return null;
  const direct = states.get(tokens.word[at] ?? -1);
  if (direct !== undefined) return direct;
  // Only "of", "to", "at" may stand between: "the toll rose to 34".
  if ((classes.of(tokens.word[at] ?? -1) & WordClass.preposition) === 0) return null;
  at--;
  for (let step = 0; step < 3 && at >= floor; step++, at--) {
    const word = tokens.word[at] ?? -1;
    if (word === tollWord) return "killed";
    if ((tokens.shape[at] ?? 0) & Shape.mark) return null;
  }
  return null;
};

/** "14 people were killed", "20 dead", "34 others wounded in": what became of those counted, said after the phrase. */
export const stateAfter = (
  tokens: Tokens,
  end: number,
  limit: number,
  { classes, states }: QuantityLexicon,
): string | null => {
  let passive = false;
  for (let at = end; at < limit && at < end + reach; at++) {
    const shape = tokens.shape[at] ?? 0;
    if (shape & Shape.mark) return null;
    const word = tokens.word[at] ?? -1;
    const state = states.get(word);
    if (state !== undefined)
      return passive || !governsObject(tokens, at + 1, limit, classes.of(tokens.word[at + 1] ?? -1))
        ? state
        : null;
    const bits = classes.of(word);
    if (bits & WordClass.auxiliary) passive = true;
    else if (!passive || bits & WordClass.break) return null;
  }
  return null;
};

/** "20 soldiers killed the guards" is no count of killed soldiers. */
const governsObject = (tokens: Tokens, at: number, limit: number, bits: number): boolean => {
  if (at >= limit) return false;
  const shape = tokens.shape[at] ?? 0;
  if (shape & Shape.mark) return false;
  return (bits & WordClass.determiner) !== 0 || (shape & (Shape.number | Shape.capital)) !== 0;
};
