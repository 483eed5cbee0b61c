import { ChunkKind, type Phrases, VerbFlag } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import { hasInfinitive, headWord, isJoined, isPronoun, isProper, ofPhrase } from "./clause.js";
import type { Tables } from "./tables.js";
import type { Need } from "./trigger-table.js";
import type { Arguments } from "./verb-arguments.js";

/** Tokens behind a verb among which a `near` word may stand: "found the former mayor of the town guilty". */
const NEAR = 10;

/** Whether a slot that a row of the triggers names is filled as it asks. */
export const isMet = (
  phrases: Phrases,
  verb: number,
  need: Need,
  args: Arguments,
  tables: Tables,
): boolean => {
  const { words } = tables;
  if (need.slot === "subject")
    return need.filler === "any"
      ? areJoined(phrases, args.subject, tables)
      : args.subject >= 0 && fills(phrases, need, args.subject, args, tables);
  if (need.slot === "near") return isNear(phrases, verb, need.filler, tables);
  if (need.slot === "infinitive")
    return (
      (args.object >= 0 || args.clause.behind[0]?.preposition === words.to) && hasInfinitive(phrases, verb)
    );
  if (need.slot === "indirect")
    return args.indirect >= 0 && fills(phrases, need, args.indirect, args, tables);
  if (need.slot === "object") return args.object >= 0 && fills(phrases, need, args.object, args, tables);
  // "is against the deal"; not "is looking to a fight against".
  const copula = ((phrases.verbs.flags[verb] ?? 0) & VerbFlag.copula) !== 0;
  if (copula && need.slot === words.against)
    return args.object < 0 && args.clause.behind[0]?.preposition === need.slot;
  // "are participants in the talks": what the copula says of them is no talk.
  if (copula && args.object >= 0 && need.slot === words.in) return false;
  return args.clause.behind.some(
    ({ preposition, phrase }) =>
      preposition === need.slot &&
      !belongsToNoun(phrases, phrase, args, tables) &&
      fills(phrases, need, phrase, args, tables),
  );
};

/** "talked about the nuclear talks with Iran": that "with" is the talks'. */
export const belongsToNoun = (
  { chunks, nouns, tokens }: Phrases,
  phrase: number,
  args: Arguments,
  { lexicon, words }: Tables,
): boolean => {
  const before = (nouns.chunk[phrase] ?? 0) - 2;
  const preposition = tokens.word[chunks.ref[before + 1] ?? 0] ?? -1;
  if (preposition !== words.with && preposition !== words.between && preposition !== words.of) return false;
  if (chunks.kind[before] !== ChunkKind.noun) return false;
  const above = chunks.ref[before] ?? -1;
  if (above === args.object || (nouns.preposition[above] ?? -1) < 0) return false;
  return lexicon
    .nounTriggers(tokens.word[nouns.head[above] ?? 0] ?? -1)
    .some(({ type }) => type === "CONSULT");
};

const fills = (
  phrases: Phrases,
  { filler, slot }: Need,
  phrase: number,
  args: Arguments,
  tables: Tables,
): boolean => {
  const { lexicon, words, judge } = tables;
  if (filler === "any") return true;
  // "released the sailors", "the ship"; not "released the figures".
  if (filler === "freed")
    return (
      !lexicon.isPublication(headWord(phrases, phrase, words)) &&
      (judge.canAct(phrases, phrase) ||
        lexicon.isFreed(headWord(phrases, judge.counted(phrases, phrase), words)))
    );
  if (filler === "place") return isProper(phrases, phrase);
  // "called him a liar" names; "called him on Monday" rings.
  if (filler === "person")
    return (
      (isProper(phrases, phrase) || isPronoun(phrases, phrase) || judge.canAct(phrases, phrase)) &&
      !(slot === "object" && args.clause.predicate)
    );
  if ("word" in filler) return false;
  return "not" in filler
    ? !isOfSet(phrases, phrase, filler.not, tables)
    : isOfSet(phrases, phrase, filler.set, tables);
};

/** Whether a phrase, or what it counts or goes on with ("a round of talks"), is headed by a noun of a set. */
const isOfSet = (
  phrases: Phrases,
  phrase: number,
  set: number,
  { lexicon, words, judge }: Tables,
): boolean => {
  if (lexicon.inSet(headWord(phrases, phrase, words), set)) return true;
  const core = judge.counted(phrases, phrase);
  if (core !== phrase && lexicon.inSet(headWord(phrases, core, words), set)) return true;
  const of = ofPhrase(phrases, phrase, words.of);
  return of >= 0 && lexicon.inSet(headWord(phrases, of, words), set);
};

const isNear = (
  { verbs, tokens, tags }: Phrases,
  verb: number,
  filler: Need["filler"],
  { lexicon }: Tables,
): boolean => {
  if (typeof filler !== "object" || "not" in filler) return false;
  const from = verbs.last[verb] ?? 0;
  for (let at = from; at < from + NEAR && at < tokens.length && tags[at] !== Tag.stop; at++) {
    const word = tokens.word[at] ?? -1;
    if ("word" in filler ? word === filler.word : lexicon.inSet(word, filler.set)) return true;
  }
  return false;
};

/** "Lima and Quito talked", "the two men talked": sides that can only have done it with each other. */
export const areJoined = (phrases: Phrases, phrase: number, { words, judge }: Tables): boolean => {
  if (phrase < 0) return false;
  const { nouns, tokens } = phrases;
  const named = isProper(phrases, phrase) || judge.canAct(phrases, phrase);
  if (isJoined(phrases, phrase)) return named;
  for (let at = nouns.first[phrase] ?? 0; at < (nouns.last[phrase] ?? 0); at++)
    if (tokens.word[at] === words.two) return true;
  return false;
};
