import { Shape, type Tokens } from "@readout/model";
import { NumberKind, type NumberWords } from "../numbers/number-words.js";
import { type Cardinal, exact, isGluedHyphen, readCardinal } from "../numbers/read-cardinal.js";

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
  if (kind & (unit | tens)) return inWords(at, readCardinal(tokens, at, limit, words));
  if (word === words.half || word === words.a || word === words.an)
    return readArticle(tokens, at, limit, words);
  return kind & (hundred | scale) ? inWords(at, readCardinal(tokens, at, limit, words)) : null;
};

const inWords = (first: number, read: Cardinal | null): ReadNumber | null =>
  read === null ? null : { first, ...read, words: true, vague: false };

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

/** "a hundred", "a dozen", "half a million", "half of": null where no number follows the article. */
const readArticle = (tokens: Tokens, at: number, limit: number, words: NumberWords): ReadNumber | null => {
  const isHalf = tokens.word[at] === words.half;
  let next = at + 1;
  if (isHalf && (tokens.word[next] === words.a || tokens.word[next] === words.an)) next++;
  else if (isHalf) return null;
  if (next >= limit || (words.kindOf(tokens.word[next] ?? -1) & (hundred | scale)) === 0) return null;
  return inWords(at, readCardinal(tokens, next, limit, words, isHalf ? 0.5 : 1));
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
