import { Shape, type Tokens } from "@readout/model";
import { NumberKind, type NumberWords } from "./number-words.js";

const { unit, tens, hundred, scale } = NumberKind;

/** A number written in words: the tokens up to `end` (exclusive); `scale` is the last word like "million" in it, else 1. */
export type Cardinal = Readonly<{ end: number; value: number; scale: number }>;

/**
 * The number words from token `at` on, no further than `limit`: twenty-one · nineteen hundred · one hundred and fifty thousand · two
 * dozen. "twenty thirty" and "one two" are two numbers. `article` is what stands before a hundred or a million, 1 for "a" and 0.5 for
 * "half a". Null where no number word stands at `at`. A run is short, since its scales fall and its groups fill up.
 */
export const readCardinal = (
  tokens: Tokens,
  at: number,
  limit: number,
  words: NumberWords,
  article = 0,
): Cardinal | null => {
  let total = 0;
  let group = article;
  let pending = article > 0;
  let end = at;
  let factor = 1;
  let lastScale = Number.POSITIVE_INFINITY;
  for (let next = at; next < limit; ) {
    const word = tokens.word[next] ?? -1;
    const kind = words.kindOf(word);
    const value = words.valueOf(word);
    if (kind & (unit | tens)) {
      const room =
        group % 100 === 0 || ((kind & unit) !== 0 && value < 10 && group % 10 === 0 && group % 100 >= 20);
      // Nothing goes before or behind a zero, nor an article before "five".
      if (!room || (value === 0 && end > at) || (article > 0 && next === at)) break;
      group += value;
      pending = true;
    } else if (kind & hundred) {
      if (group >= 100) break;
      group = (pending ? group : 1) * value;
      pending = true;
    } else if (kind & scale && value < lastScale) {
      total += (pending ? group : 1) * value;
      lastScale = factor = value;
      group = 0;
      pending = false;
    } else if (word === words.and && end > at && joins(tokens, next, words)) {
      next++;
      continue;
    } else if (
      isGluedHyphen(tokens, next) &&
      words.kindOf(tokens.word[next + 1] ?? -1) & (unit | tens | scale | hundred)
    ) {
      next++;
      continue;
    } else break;
    end = ++next;
  }
  if (end === at) return null;
  return { end, value: exact(total + group), scale: factor };
};

/** Takes away the noise of binary fractions: 1.1 × 10⁹ is 1,100,000,000. */
export const exact = (value: number): number =>
  Number.isSafeInteger(value) ? value : Number(value.toPrecision(15));

/** "one hundred and fifty", not "two hundred and the other". */
const joins = (tokens: Tokens, at: number, words: NumberWords): boolean =>
  (words.kindOf(tokens.word[at - 1] ?? -1) & (hundred | scale)) !== 0 &&
  (words.kindOf(tokens.word[at + 1] ?? -1) & (unit | tens)) !== 0;

/** A hyphen that stands glued between two tokens. */
export const isGluedHyphen = (tokens: Tokens, at: number): boolean => {
  const shape = tokens.shape[at] ?? 0;
  if ((shape & (Shape.mark | Shape.space)) !== Shape.mark) return false;
  const start = tokens.start[at] ?? 0;
  if ((tokens.end[at] ?? 0) - start !== 1) return false;
  const code = tokens.text.charCodeAt(start);
  return (
    (code === 0x2d || code === 0x2010 || code === 0x2011) &&
    ((tokens.shape[at + 1] ?? Shape.space) & Shape.space) === 0
  );
};
