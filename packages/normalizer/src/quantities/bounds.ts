import type { Tokens } from "@readout/model";
import type { Modifier, QuantityLexicon } from "./quantity-lexicon.js";
import type { Amount } from "./read-amount.js";

/**
 * How an amount is bounded; `first` is the token where its modifier begins, or the amount itself, `end` the token after a
 * modifier that follows, or after the amount.
 */
export type Bounds = Readonly<{
  first: number;
  end: number;
  mod: Modifier | null;
  low: number | null;
  high: number | null;
}>;

/** Reads "at least", "up to", "about" before an amount and "or more" after it. */
export const boundsOf = (
  tokens: Tokens,
  amount: Amount,
  floor: number,
  limit: number,
  { modifiers, rangeWords }: QuantityLexicon,
): Bounds => {
  let first = amount.first;
  if (amount.high !== null && tokens.word[first - 1] === rangeWords.between && first > floor) first--;
  const before = modifiers.endingAt(tokens, first, floor);
  const after =
    before === null ? modifiers.startingAt(tokens, amount.end, Math.min(limit, amount.end + 2)) : null;
  const trailing = after !== null && tokens.word[after.first] === rangeWords.or ? after : null;
  const mod = before?.value ?? trailing?.value ?? (amount.vague ? "approx" : null);
  if (before !== null) first = before.first;
  const end = trailing?.end ?? amount.end;
  if (amount.high !== null) return { first, end, mod, low: amount.low, high: amount.high };
  const lower = mod === "at_least" || mod === "more_than" || amount.vague;
  const upper = mod === "at_most" || mod === "less_than";
  return { first, end, mod, low: lower ? amount.low : null, high: upper ? amount.low : null };
};
