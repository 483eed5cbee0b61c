import { Shape, type Tokens } from "@readout/model";
import { NumberKind } from "../numbers/number-words.js";
import { isGluedHyphen } from "../numbers/read-cardinal.js";
import { type QuantityLexicon, type Unit, WordClass } from "./quantity-lexicon.js";
import { type CurrencyBefore, currencyBefore, gluedMoney } from "./read-currency.js";
import { type ReadNumber, readNumber, scaled } from "./read-number.js";

/** A number or range with its currency or unit: tokens `first` to `end` (exclusive). */
export type Amount = Readonly<{
  first: number;
  end: number;
  low: number;
  /** The upper end of a range, else null. */
  high: number | null;
  currency: string | null;
  unit: Unit | null;
  words: boolean;
  vague: boolean;
}>;

type Part = Readonly<{
  number: ReadNumber;
  first: number;
  end: number;
  currency: string | null;
  unit: Unit | null;
}>;

/** Reads the amount whose number begins at token `at`; tokens before `floor` and from `limit` on are not touched. */
export const readAmount = (
  tokens: Tokens,
  at: number,
  floor: number,
  limit: number,
  lexicon: QuantityLexicon,
): Amount | null => {
  const low = readPart(tokens, at, floor, limit, lexicon);
  if (low === null) return null;
  const share = readRatio(tokens, low, limit, lexicon) ?? readFraction(tokens, low, limit, lexicon);
  if (share !== null) return share;
  const high = readUpper(tokens, low, limit, lexicon);
  if (high === null) return amountOf(low, null, low.number.value);
  // "5 to 10 million", "$5-10 million": the scale of the end holds for the beginning.
  const scaledLow =
    low.number.value * (low.number.scale === 1 && high.number.scale > 1 ? high.number.scale : 1);
  const value = scaledLow < high.number.value ? scaledLow : low.number.value;
  return value < high.number.value ? amountOf(low, high, value) : amountOf(low, null, low.number.value);
};

const amountOf = (low: Part, high: Part | null, value: number): Amount => ({
  first: low.first,
  end: (high ?? low).end,
  low: value,
  high: high === null ? null : high.number.value,
  currency: low.currency ?? high?.currency ?? null,
  unit: high?.unit ?? low.unit,
  words: low.number.words,
  vague: low.number.vague,
});

/** "six in 10", "9 out of 10": a share in percent. */
const readRatio = (tokens: Tokens, low: Part, limit: number, lexicon: QuantityLexicon): Amount | null => {
  if (low.unit !== null || low.currency !== null || low.number.vague || low.number.scale > 1) return null;
  const { in: within, out } = lexicon.rangeWords;
  let at = low.end;
  if (tokens.word[at] === out && tokens.word[at + 1] === lexicon.numbers.of) at += 2;
  else if (tokens.word[at] === within) at++;
  else return null;
  const whole = at < limit ? readNumber(tokens, at, limit, lexicon.numbers, false) : null;
  // Shares are of round wholes: "in 2016", "in three states" are not.
  if (whole === null || ![5, 10, 20, 100, 1000].includes(whole.value) || low.number.value >= whole.value)
    return null;
  if (lexicon.classes.of(tokens.word[whole.end] ?? -1) & WordClass.time) return null;
  return shareOf(low, whole.end, (low.number.value / whole.value) * 100);
};

/** "two-thirds", "two thirds", "one third of", to a tenth of a percent; not "three quarters", which may be of years, nor "one third party". */
const readFraction = (tokens: Tokens, low: Part, limit: number, lexicon: QuantityLexicon): Amount | null => {
  if (low.unit !== null || low.currency !== null || !low.number.words || low.number.vague) return null;
  const glued = isGluedHyphen(tokens, low.end);
  const at = glued ? low.end + 1 : low.end;
  const word = tokens.word[at] ?? -1;
  const fraction = at < limit ? lexicon.fractions.get(word) : undefined;
  const { value } = low.number;
  if (fraction === undefined || value >= fraction.parts || fraction.plural === (value === 1)) return null;
  const apart = fraction.plural
    ? !(lexicon.classes.of(word) & WordClass.time)
    : tokens.word[at + 1] === lexicon.numbers.of;
  return glued || apart ? shareOf(low, at + 1, Math.round((value / fraction.parts) * 1000) / 10) : null;
};

const shareOf = (part: Part, end: number, percent: number): Amount => ({
  first: part.first,
  end,
  low: percent,
  high: null,
  currency: null,
  unit: { unit: "percent", kind: "share" },
  words: part.number.words,
  vague: false,
});

const readPart = (
  tokens: Tokens,
  at: number,
  floor: number,
  limit: number,
  lexicon: QuantityLexicon,
): Part | null => {
  const shape = tokens.shape[at] ?? 0;
  let before: CurrencyBefore | null;
  let number: ReadNumber | null;
  if ((shape & (Shape.letter | Shape.digit)) === (Shape.letter | Shape.digit)) {
    const glued = gluedMoney(tokens, at, floor, lexicon);
    if (glued === null) return null;
    before = glued;
    number = scaled(tokens, at, glued.end, limit, glued.value, lexicon.numbers, true);
  } else {
    before = currencyBefore(tokens, at, floor, lexicon);
    number = readNumber(
      tokens,
      at,
      limit,
      lexicon.numbers,
      before !== null || countsMillions(tokens, at, limit, lexicon),
    );
  }
  if (number === null) return null;
  const first = before?.first ?? number.first;
  if (before !== null) return { number, first, end: number.end, currency: before.code, unit: null };
  return withUnit(tokens, number, limit, lexicon);
};

/** Whether the m glued to a number means million and no metre: "1.5m refugees", "2m barrels", "20m euros"; not "a 5m wall". */
const countsMillions = (tokens: Tokens, at: number, limit: number, lexicon: QuantityLexicon): boolean => {
  const { numbers, units, currencyNames, classes } = lexicon;
  const next = at + 2;
  const kind = numbers.kindOf(tokens.word[at + 1] ?? -1);
  if (next >= limit || !(kind & NumberKind.money_symbol) || (tokens.shape[at + 1] ?? 0) & Shape.space)
    return false;
  return (
    (classes.of(tokens.word[next] ?? -1) & WordClass.person) !== 0 ||
    units.startingAt(tokens, next, limit) !== null ||
    currencyNames.startingAt(tokens, next, limit) !== null
  );
};

/** The unit or currency name after a number, also hyphenated: "30-foot". */
const withUnit = (tokens: Tokens, number: ReadNumber, limit: number, lexicon: QuantityLexicon): Part => {
  const { first } = number;
  // 30-foot; thousands of dollars
  const linked =
    isGluedHyphen(tokens, number.end) || (number.vague && tokens.word[number.end] === lexicon.numbers.of);
  const from = linked ? number.end + 1 : number.end;
  const bare: Part = { number, first, end: number.end, currency: null, unit: null };
  if (from >= limit) return bare;
  const name = lexicon.currencyNames.startingAt(tokens, from, limit);
  const unit = lexicon.units.startingAt(tokens, from, limit);
  // "20 million pounds" are money, "120 pounds" and "2 million pounds of rice" a weight.
  const isMoney = (end: number): boolean =>
    unit === null || end > unit.end || (number.scale >= 1e6 && tokens.word[end] !== lexicon.numbers.of);
  if (name !== null && isMoney(name.end)) {
    if (name.value.needsScale && number.scale < 1000) return bare;
    return { ...bare, end: name.end, currency: name.value.code };
  }
  return unit === null ? bare : { ...bare, end: unit.end, unit: unit.value };
};

/** The upper end of a range after its lower end: "60 to 70", "$5-$10 million", "5% to 10%", "between 60 and 70". */
const readUpper = (tokens: Tokens, low: Part, limit: number, lexicon: QuantityLexicon): Part | null => {
  const at = low.end;
  if (at + 1 >= limit || low.number.vague) return null;
  const word = tokens.word[at] ?? -1;
  const { to, and, or, between } = lexicon.rangeWords;
  const joins =
    word === to ||
    (word === and && tokens.word[low.first - 1] === between) ||
    word === or ||
    isRangeDash(tokens, at);
  if (!joins) return null;
  const next = lexicon.currencySymbols.has(tokens.word[at + 1] ?? -1) ? at + 2 : at + 1;
  if (next >= limit) return null;
  const high = readPart(tokens, next, at + 1, limit, lexicon);
  if (high === null || high.first !== at + 1) return null;
  return joinsAsRange(low, high) ? high : null;
};

/** The lower end has the measure of the upper one or none: "rose 3.5 percent to 1,234 points" is no range. */
const joinsAsRange = (low: Part, high: Part): boolean => {
  if (low.unit !== null) return high.unit?.unit === low.unit.unit;
  if (low.currency !== null) return high.unit === null && (high.currency ?? low.currency) === low.currency;
  return true;
};

/** A dash without spaces between two numbers, or an en dash with or without them. */
const isRangeDash = (tokens: Tokens, at: number): boolean => {
  if (isGluedHyphen(tokens, at)) return true;
  const start = tokens.start[at] ?? 0;
  return (tokens.end[at] ?? 0) - start === 1 && tokens.text.charCodeAt(start) === 0x2013;
};
