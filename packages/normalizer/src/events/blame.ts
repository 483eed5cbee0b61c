import type { Tokens } from "@readout/model";
import { type Phrases, VerbFlag } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import type { Tables } from "./tables.js";

/** Tokens of a phrase behind "responsible for" among which its noun stands: "for the series of deadly bombings". */
const PHRASE = 6;

/** "said the rebels were responsible": a copula with a word of blame behind it; not "were responsible for road safety". */
export const isBlamed = ({ verbs, tokens, tags }: Phrases, verb: number, tables: Tables): boolean => {
  const { lexicon } = tables;
  const flags = verbs.flags[verb] ?? 0;
  if ((flags & VerbFlag.copula) === 0 || (flags & VerbFlag.negated) !== 0) return false;
  const last = verbs.last[verb] ?? 0;
  for (let at = last; at < last + 3 && !isBreak(tags[at]); at++) {
    const word = tokens.word[at] ?? -1;
    if (lexicon.isBlame(word)) return !lexicon.isAnswering(word) || isForDeed(tokens, tags, at + 1, tables);
  }
  return false;
};

/** What may stand behind "responsible" where it blames: nothing, or "for" and a deed. */
const isForDeed = (
  { word }: Tokens,
  tags: Uint8Array,
  from: number,
  { lexicon, grammar }: Tables,
): boolean => {
  if (from >= word.length || isBreak(tags[from])) return true;
  if (word[from] !== grammar.ids.for) return false;
  // The phrase behind "for", up to what hangs on it: "for the raid on the port".
  for (let at = from + 1; at <= from + PHRASE && !isBreak(tags[at]); at++) {
    if (tags[at] === Tag.preposition && word[at] !== grammar.ids.of) return false;
    if (lexicon.isDeed(word[at] ?? -1)) return true;
  }
  return false;
};

/** Where a clause ends or halts. */
const isBreak = (tag: number | undefined): boolean =>
  tag === undefined || tag === Tag.stop || tag === Tag.comma || tag === Tag.quote;
