import {
  type Quantity,
  Shape,
  type Span,
  sentenceOfToken,
  type Tokens,
  type Vocabulary,
} from "@readout/model";
import { NumberKind } from "../numbers/number-words.js";
import type { Passage } from "../passage.js";
import { boundsOf } from "./bounds.js";
import { type CountedPhrase, countedPhrase, countsTime } from "./counted-phrase.js";
import { namesSomething } from "./number-name.js";
import { QuantityLexicon, type Unit, WordClass } from "./quantity-lexicon.js";
import { type Amount, readAmount } from "./read-amount.js";
import { stateAfter, stateBefore } from "./state.js";

export type QuantityRecognizer = Readonly<{
  /**
   * The figures of a passage in text order, disjoint. What lies in one of `times` is a time and no quantity. The span
   * runs from the currency or number to the unit or counted noun, without "at least", "about".
   */
  recognize: (passage: Passage, found: Readonly<{ times: readonly Span[] }>) => Quantity[];
}>;

const { unit, tens, hundred, scale, vague } = NumberKind;

/** A recogniser of numbers with their unit, currency or counted noun. Adds its words to the vocabulary. */
export const createQuantityRecognizer = (vocabulary: Vocabulary): QuantityRecognizer => {
  const lexicon = new QuantityLexicon(vocabulary);
  return { recognize: (passage, { times }) => recognize(passage, times, lexicon) };
};

const recognize = (
  { tokens, sentences }: Passage,
  times: readonly Span[],
  lexicon: QuantityLexicon,
): Quantity[] => {
  const found: Quantity[] = [];
  let time = 0;
  let at = 0;
  while (at < tokens.length) {
    if (!mayBegin(tokens, at, lexicon)) {
      at++;
      continue;
    }
    while (time < times.length && (times[time]?.end ?? 0) <= (tokens.start[at] ?? 0)) time++;
    const sentence = sentenceOfToken(sentences, at);
    const floor = sentences.first[sentence] ?? at;
    const limit = sentences.last[sentence] ?? at + 1;
    const read = readQuantity(tokens, at, floor, limit, lexicon);
    if (read === null) {
      at++;
      continue;
    }
    const quantity = { sentence, ...read.quantity };
    if (!overlapsTime(quantity, times, time)) {
      const last = found.at(-1);
      found.push(
        last !== undefined && isRestatement(tokens, last, quantity, read)
          ? { ...quantity, rule: "restated" }
          : quantity,
      );
    }
    at = Math.max(at + 1, read.end);
  }
  return found;
};

/** Whether a number can begin at a token: the trigger of everything else. */
const mayBegin = (tokens: Tokens, at: number, { numbers }: QuantityLexicon): boolean => {
  const shape = tokens.shape[at] ?? 0;
  if (shape & Shape.number) return true;
  const word = tokens.word[at] ?? -1;
  if (numbers.kindOf(word) & (unit | tens | hundred | scale | vague)) return true;
  if (word === numbers.half || word === numbers.a || word === numbers.an)
    return (
      (numbers.kindOf(tokens.word[at + 1] ?? -1) & (hundred | scale)) !== 0 ||
      (word === numbers.half && tokens.word[at + 1] === numbers.a)
    );
  // "EUR5", "Rs500" and the "US20" of "$US20" are one token each.
  const glued = Shape.letter | Shape.digit | Shape.capital;
  return (shape & glued) === glued;
};

/**
 * Whether a span overlaps one of the times; `near` is about where, the span may begin before it: a currency before its number. A time that is the
 * end of a unit is no bar: "2 million barrels a day".
 */
const overlapsTime = (
  span: Pick<Quantity, "start" | "end" | "rule">,
  times: readonly Span[],
  near: number,
): boolean => {
  let first = near;
  while (first > 0 && (times[first - 1]?.end ?? 0) > span.start) first--;
  for (let i = first; i < times.length; i++) {
    const time = times[i];
    if (time === undefined || time.start >= span.end) return false;
    const endsUnit = span.rule === "measure" && time.start > span.start && time.end === span.end;
    if (time.end > span.start && !endsUnit) return true;
  }
  return false;
};

type Read = Readonly<{ quantity: Omit<Quantity, "sentence">; first: number; end: number }>;

const readQuantity = (
  tokens: Tokens,
  at: number,
  floor: number,
  limit: number,
  lexicon: QuantityLexicon,
): Read | null => {
  const amount = readAmount(tokens, at, floor, limit, lexicon);
  if (amount === null || namesSomething(tokens, at, amount, floor, limit, lexicon)) return null;
  const bounds = boundsOf(tokens, amount, floor, limit, lexicon);
  const measured = amount.currency !== null || amount.unit !== null;
  const isOne = amount.low === 1 && amount.high === null;
  const phrase = !measured
    ? countedAfter(tokens, amount, bounds.end, limit, lexicon, isOne && amount.words)
    : null;
  if (!measured && phrase === null && countsTime(tokens, bounds.end, limit, lexicon)) return null;
  const before = !measured ? stateBefore(tokens, bounds.first, floor, lexicon) : null;
  const end = phrase?.end ?? amount.end;
  const after = !measured ? stateAfter(tokens, end, limit, lexicon) : null;
  const state = after ?? before;
  // A figure alone is a quantity only where its words say so: "at least 34", "killed 14", "the toll of 20".
  if (!measured && phrase === null && (isOne || (state === null && bounds.mod === null && !amount.vague)))
    return null;
  if (!measured && phrase === null && state === null && amount.vague) return null;
  return {
    first: amount.first,
    end,
    quantity: {
      start: tokens.start[amount.first] ?? 0,
      end: tokens.end[end - 1] ?? 0,
      value: amount.high === null && !amount.vague ? amount.low : null,
      low: bounds.low,
      high: bounds.high,
      unit: unitName(amount.currency, amount.unit, isPeople(tokens, phrase, state, lexicon)),
      currency: amount.currency,
      counted: countedName(tokens, amount, phrase, state, limit, lexicon),
      mod: bounds.mod,
      event: null,
      rule: ruleOf(amount, phrase, state),
    },
  };
};

/** The counted phrase after a number, also past "of the": "14 of the soldiers". */
const countedAfter = (
  tokens: Tokens,
  amount: Amount,
  from: number,
  limit: number,
  lexicon: QuantityLexicon,
  singular: boolean,
): CountedPhrase | null => {
  const direct = countedPhrase(tokens, from, limit, lexicon, singular);
  if (direct !== null || tokens.word[amount.end] !== lexicon.numbers.of || !amount.vague) return direct;
  let noun = amount.end + 1;
  while (noun < limit && lexicon.classes.of(tokens.word[noun] ?? -1) & WordClass.determiner) noun++;
  return countedPhrase(tokens, noun, limit, lexicon, false);
};

const unitName = (currency: string | null, measure: Unit | null, people: boolean): string | null => {
  if (currency !== null) return currency;
  if (measure !== null) return measure.unit;
  return people ? "people" : null;
};

/** Whether people are counted: by their noun, or by what became of them. */
const isPeople = (
  tokens: Tokens,
  phrase: CountedPhrase | null,
  state: string | null,
  lexicon: QuantityLexicon,
): boolean =>
  phrase === null ? state !== null : phrase.person || stateAlone(tokens, phrase, lexicon) !== null;

/** What is counted, as written, and what became of it: "people killed", "amphibious landing vessels", "voters". */
const countedName = (
  tokens: Tokens,
  amount: Amount,
  phrase: CountedPhrase | null,
  state: string | null,
  limit: number,
  lexicon: QuantityLexicon,
): string | null => {
  const counted =
    phrase ??
    (amount.unit !== null && amount.unit.kind !== "length"
      ? measured(tokens, amount.end, limit, lexicon)
      : null);
  const became = counted === null ? state : stateAlone(tokens, counted, lexicon);
  if (counted === null || became !== null) return became === null ? null : `people ${became}`;
  let { first } = counted;
  while (first + 1 < counted.end && lexicon.classes.of(tokens.word[first] ?? -1) & WordClass.comparison)
    first++;
  const name = surface(tokens, first, counted.end);
  return state === null || name.includes(state) ? name : `${name} ${state}`;
};

/** "53 wounded": a state that stands for the people themselves. */
const stateAlone = (
  tokens: Tokens,
  { first, end }: CountedPhrase,
  lexicon: QuantityLexicon,
): string | null => {
  const word = tokens.word[first] ?? -1;
  const isNoun = tokens.text.charCodeAt((tokens.end[first] ?? 1) - 1) === 0x73; // deaths, injuries
  return end === first + 1 && !isNoun ? (lexicon.states.get(word) ?? null) : null;
};

/** "42 percent of voters", "2,000 tons of wheat": the noun after "of". */
const measured = (
  tokens: Tokens,
  from: number,
  limit: number,
  lexicon: QuantityLexicon,
): CountedPhrase | null => {
  if (tokens.word[from] !== lexicon.numbers.of) return null;
  let at = from + 1;
  while (at < limit && lexicon.classes.of(tokens.word[at] ?? -1) & WordClass.determiner) at++;
  return countedPhrase(tokens, at, limit, lexicon, false);
};

const surface = (tokens: Tokens, first: number, end: number): string =>
  tokens.text
    .slice(tokens.start[first], tokens.end[end - 1])
    .split(/\s+/)
    .join(" ")
    .toLowerCase();

const ruleOf = (amount: Amount, phrase: CountedPhrase | null, state: string | null): string => {
  const range = amount.high === null ? "" : "-range";
  if (amount.currency !== null) return `money${range}`;
  if (amount.unit !== null) return `${amount.unit.kind === "share" ? "percent" : "measure"}${range}`;
  if (amount.vague) return "vague-count";
  if (state !== null) return `casualties${range}`;
  return phrase === null ? `figure${range}` : `count${range}`;
};

/** "30 feet (10 meters)": the same kind of measure alone in brackets right after. */
const isRestatement = (tokens: Tokens, last: Quantity, next: Span, read: Read): boolean => {
  const open = read.first - 1;
  if (open < 1 || tokens.text.charCodeAt(tokens.start[open] ?? 0) !== 0x28) return false;
  if ((tokens.end[open - 1] ?? 0) !== last.end) return false;
  if (
    tokens.text.charCodeAt(tokens.start[read.end] ?? 0) !== 0x29 ||
    (tokens.start[read.end] ?? 0) < next.end
  )
    return false;
  const kind = measureOf(last);
  return kind !== null && kind === measureOf(read.quantity);
};

/** What can be said again in another unit; null for counts and shares. */
const measureOf = ({ currency, rule }: Pick<Quantity, "currency" | "rule">): "money" | "measure" | null => {
  if (currency !== null) return "money";
  return rule.startsWith("measure") ? "measure" : null;
};
