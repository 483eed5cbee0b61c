import { Shape, type Tokens, tokenAt } from "@readout/model";
import { NumberKind } from "../numbers/number-words.js";
import { exact } from "../numbers/read-cardinal.js";
import type { QuantityLexicon } from "./quantity-lexicon.js";

/** A currency written before its number; `first` is the token where it begins. */
export type CurrencyBefore = Readonly<{ first: number; code: string }>;

/** The currency before the number at `at`: $5, US$5, A$5, €5, Rs 500, USD 20. */
export const currencyBefore = (
  tokens: Tokens,
  at: number,
  floor: number,
  lexicon: QuantityLexicon,
): CurrencyBefore | null => {
  const before = at - 1;
  if (before < floor) return null;
  const word = tokens.word[before] ?? -1;
  const symbol = lexicon.currencySymbols.get(word);
  if (symbol !== undefined) {
    const prefix =
      before - 1 >= floor && isGlued(tokens, before)
        ? lexicon.dollarPrefixes.get(tokens.word[before - 1] ?? -1)
        : undefined;
    return symbol === "USD" && prefix !== undefined && isCapital(tokens, before - 1)
      ? { first: before - 1, code: prefix }
      : { first: before, code: symbol };
  }
  const code = codeWritten(tokens.text.slice(tokens.start[before], tokens.end[before]), word, lexicon);
  return code === null ? null : { first: before, code };
};

/** The currency of a code that is written as codes are: "TRY 20" is money, "Try 20" is not. */
const codeWritten = (text: string, word: number, { currencyCodes }: QuantityLexicon): string | null => {
  const known = currencyCodes.get(word);
  return known !== undefined && (text === known.written || text === known.written.toUpperCase())
    ? known.code
    : null;
};

/**
 * Money whose letters and digits the tokeniser holds together: "$US20", "EUR5", "Rs500" at token `at`. Gives the number's
 * value, read from the characters, and the token after it ("$US1.4" spans three tokens).
 */
export const gluedMoney = (
  tokens: Tokens,
  at: number,
  floor: number,
  lexicon: QuantityLexicon,
): (CurrencyBefore & Readonly<{ value: number; end: number }>) | null => {
  const { text } = tokens;
  const start = tokens.start[at] ?? 0;
  let digits = start;
  while (digits < (tokens.end[at] ?? 0) && !isDigit(text.charCodeAt(digits))) digits++;
  if (digits === start || digits - start > 4) return null;
  const written = text.slice(start, digits);
  const letters = lexicon.vocabulary.find(written);
  const dollar =
    at > floor && isGlued(tokens, at) && lexicon.currencySymbols.get(tokens.word[at - 1] ?? -1) === "USD";
  const prefix = isCapital(tokens, at) ? lexicon.dollarPrefixes.get(letters) : undefined;
  const code = dollar ? (prefix ?? null) : codeWritten(written, letters, lexicon);
  if (code === null) return null;
  let end = digits;
  while (
    isDigit(text.charCodeAt(end)) ||
    (isSeparator(text.charCodeAt(end)) && isDigit(text.charCodeAt(end + 1)))
  )
    end++;
  const last = tokenAt(tokens, end - 1);
  const scale = scaleWritten(text.slice(end, tokens.end[last]), lexicon);
  const value = Number(text.slice(digits, end).replaceAll(",", ""));
  if (scale === null || Number.isNaN(value)) return null;
  return { first: dollar ? at - 1 : at, code, value: exact(value * scale), end: last + 1 };
};

/** What the letters behind glued digits multiply them by: the "bn" of "EUR5bn"; 1 for none, null for letters that are no scale. */
const scaleWritten = (letters: string, { vocabulary, numbers }: QuantityLexicon): number | null => {
  if (letters === "") return 1;
  const word = vocabulary.find(letters);
  const isScale = numbers.kindOf(word) & (NumberKind.scale | NumberKind.symbol | NumberKind.money_symbol);
  return isScale ? numbers.valueOf(word) : null;
};

const isGlued = (tokens: Tokens, at: number): boolean => ((tokens.shape[at] ?? 0) & Shape.space) === 0;
const isCapital = (tokens: Tokens, at: number): boolean => ((tokens.shape[at] ?? 0) & Shape.capital) !== 0;
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
const isSeparator = (unit: number): boolean => unit === 0x2c || unit === 0x2e;
