import { Shape, type Tokens } from "@readout/model";
import { isGluedHyphen } from "../numbers/read-cardinal.js";
import { type QuantityLexicon, WordClass } from "./quantity-lexicon.js";

/** The phrase that a number counts: tokens `first` to `end` (exclusive), its last token the head. */
export type CountedPhrase = Readonly<{ first: number; end: number; person: boolean }>;

/** Longest counted phrase in tokens: "two amphibious landing vessels" has three; longer ones are mostly two phrases. */
const longest = 6;

/**
 * The noun phrase right after a number, up to its first plural or known noun: "amphibious landing vessels", "people", and
 * "member" of "15-member". Null where a function word, a mark or nothing countable follows. `singular` asks for a noun of
 * the lexicon, since no plural ending tells ("one soldier").
 */
export const countedPhrase = (
  tokens: Tokens,
  from: number,
  limit: number,
  lexicon: QuantityLexicon,
  singular: boolean,
): CountedPhrase | null => {
  const { classes } = lexicon;
  const known = WordClass.person | WordClass.thing;
  if (isGluedHyphen(tokens, from)) {
    const noun = from + 1;
    const bits = noun < limit ? classes.of(tokens.word[noun] ?? -1) : 0;
    return bits & known ? { first: noun, end: noun + 1, person: (bits & WordClass.person) !== 0 } : null;
  }
  for (let at = from; at < limit && at < from + longest; at++) {
    const shape = tokens.shape[at] ?? 0;
    if (shape & Shape.mark && at > from && isGluedHyphen(tokens, at)) continue;
    const word = tokens.word[at] ?? -1;
    const bits = classes.of(word);
    if ((shape & Shape.letter) === 0 || shape & (Shape.clitic | Shape.address) || bits & WordClass.break)
      return null;
    if (at > from && (shape & Shape.newline) !== 0 && shape & Shape.capital) return null;
    if (bits & WordClass.modifier) continue;
    if (bits & WordClass.time) return null;
    const noun =
      bits & WordClass.singular ? singular : (bits & known) !== 0 || (!singular && isPlural(tokens, at));
    if (!noun) continue;
    const person = (bits & WordClass.person) !== 0;
    // "20 police officers": a known noun before another noun is its modifier.
    const next = at + 1 < limit ? classes.of(tokens.word[at + 1] ?? -1) : 0;
    if (next & known && !(next & (WordClass.state | WordClass.singular)) && at + 1 < from + longest) continue;
    if ((bits & WordClass.state) !== 0 && next === 0 && isPlural(tokens, at + 1) && at + 1 < limit) continue;
    return { first: from, end: at + 1, person };
  }
  return null;
};

/** Whether a unit of time is what follows: "six seconds", "two long years", "90-minute". */
export const countsTime = (
  tokens: Tokens,
  from: number,
  limit: number,
  { classes }: QuantityLexicon,
): boolean => {
  for (let at = from; at < limit && at < from + 3; at++) {
    const bits = classes.of(tokens.word[at] ?? -1);
    if (bits & WordClass.time) return true;
    const shape = tokens.shape[at] ?? 0;
    if (bits & WordClass.break || (shape & Shape.mark && !isGluedHyphen(tokens, at))) return false;
  }
  return false;
};

/** Ends like a plural: vessels, countries; not crisis, status, glass. */
const isPlural = (tokens: Tokens, at: number): boolean => {
  const { text } = tokens;
  const end = tokens.end[at] ?? 0;
  if (end - (tokens.start[at] ?? 0) < 4 || (text.charCodeAt(end - 1) | 0x20) !== 0x73) return false;
  const before = text.charCodeAt(end - 2) | 0x20;
  return before !== 0x73 && before !== 0x75 && before !== 0x69;
};
