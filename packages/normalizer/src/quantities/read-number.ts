import { Shape, type Tokens } from "@readout/model";
import { NumberKind, type NumberWords } from "./number-words.js";

/** A number as read: tokens `first` to `end` (exclusive); `scale` is what a word like "million" multiplied it by, else 1. */
export type ReadNumber = Readonly<{
  first: number;
  end: number;
  value: number;
  scale: number;
  /** Written in words alone. */
  words: boolean;
  /** "dozens", "hundreds of thousands": `value` is the least that the plural allows. */
  vague: boolean;
}>;

const { unit, tens, hundred, scale, symbol, money_symbol, vague } = NumberKind;

/**
 * Reads the number whose first token is `at`: 1,400 · 3.5 million · twenty-one · one hundred and fifty thousand · a dozen ·
 * half a million · hundreds of thousands. Null where none begins there. `money` lets m and b stand for
 * million and billion.
 */
export const readNumber = (
  tokens: Tokens,
  at: number,
  limit: number,
  words: NumberWords,
  money: boolean,
): ReadNumber | null => {
  if (((tokens.shape[at] ?? 0) & Shape.number) !== 0)
    return scaled(tokens, at, at + 1, limit, digitsValue(tokens, at), words, money);
  const word = tokens.word[at] ?? -1;
  const kind = words.kindOf(word);
  if (kind & vague) return readVague(tokens, at, limit, words);
  if (kind & (unit | tens)) return readCardinal(tokens, at, at, limit, 0, words);
  if (word === words.half || word === words.a || word === words.an)
    return readArticle(tokens, at, limit, words);
  return kind & (hundred | scale) ? readCardinal(tokens, at, at, limit, 1, words) : null;
};

const digitsValue = (tokens: Tokens, at: number): number =>
  Number(tokens.text.slice(tokens.start[at], tokens.end[at]).replaceAll(",", ""));

/** Digits with the scale that follows: 3.5 million, 20bn, 5-million. */
export const scaled = (
  tokens: Tokens,
  first: number,
  from: number,
  limit: number,
  value: number,
  words: NumberWords,
  money: boolean,
): ReadNumber | null => {
  if (Number.isNaN(value)) return null;
  let end = from;
  let factor = 1;
  let next = end;
  if (next + 1 < limit && isGluedHyphen(tokens, next)) next++;
  const wanted = scale | hundred | symbol | (money ? money_symbol : 0);
  if (next < limit && words.kindOf(tokens.word[next] ?? -1) & wanted) {
    factor = words.valueOf(tokens.word[next] ?? -1);
    end = next + 1;
    // 2 hundred thousand
    if (end < limit && words.kindOf(tokens.word[end] ?? -1) & scale && factor < 1000)
      factor *= words.valueOf(tokens.word[end++] ?? -1);
  }
  return { first, end, value: exact(value * factor), scale: factor, words: false, vague: false };
};

/** Takes away the noise of binary fractions: 1.1 × 10⁹ is 1,100,000,000. */
const exact = (value: number): number =>
  Number.isSafeInteger(value) ? value : Number(value.toPrecision(15));

/** "a hundred", "a dozen", "half a million", "half of": null where no number follows the article. */
const readArticle = (tokens: Tokens, at: number, limit: number, words: NumberWords): ReadNumber | null => {
  const isHalf = tokens.word[at] === words.half;
  let next = at + 1;
  if (isHalf && (tokens.word[next] === words.a || tokens.word[next] === words.an)) next++;
  else if (isHalf) return null;
  if (next >= limit || (words.kindOf(tokens.word[next] ?? -1) & (hundred | scale)) === 0) return null;
  return readCardinal(tokens, at, next, limit, isHalf ? 0.5 : 1, words);
};

const readVague = (tokens: Tokens, at: number, limit: number, words: NumberWords): ReadNumber => {
  let value = words.valueOf(tokens.word[at] ?? -1);
  let end = at + 1;
  if (end + 1 < limit && tokens.word[end] === words.of) {
    const next = tokens.word[end + 1] ?? -1;
    if (words.kindOf(next) & vague && words.valueOf(next) > value / 2) {
      // "tens of thousands" is at least 20,000: the plural of the second word counts once.
      value *= words.valueOf(next) / 2;
      end += 2;
    }
  }
  return { first: at, end, value, scale: 1, words: true, vague: true };
};

/** Number words from `at` on; `current` is what an article before them contributes to the first group. */
const readCardinal = (
  tokens: Tokens,
  first: number,
  at: number,
  limit: number,
  current: number,
  words: NumberWords,
): ReadNumber | null => {
  let total = 0;
  let group = current;
  let pending = current > 0;
  let end = at;
  let factor = 1;
  let lastScale = Number.POSITIVE_INFINITY;
  for (let next = at; next < limit; ) {
    const word = tokens.word[next] ?? -1;
    const kind = words.kindOf(word);
    const value = words.valueOf(word);
    if (kind & (unit | tens)) {
      const room =
        kind & unit
          ? (group >= 20 && group % 10 === 0 && value < 10) || group % 100 === 0
          : group % 100 === 0;
      if (!room || (pending && current > 0 && next === at)) break;
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
  return { first, end, value: exact(total + group), scale: factor, words: true, vague: false };
};

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
