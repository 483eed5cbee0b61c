import { ChunkKind, type Phrases, VerbFlag } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import type { ActorJudge, EventWords } from "./actors.js";
import { hasInfinitive, headWord, isJoined, isPronoun, isProper, ofPhrase } from "./clause.js";
import type { EventLexicon } from "./event-lexicon.js";
import type { Need } from "./trigger-table.js";
import type { Arguments } from "./verb-arguments.js";

/** Tells whether there stands around a verb what a row of the triggers asks for. */
export type NeedReader = Readonly<{
  isMet: (phrases: Phrases, verb: number, need: Need, args: Arguments) => boolean;
  /** Whether a prepositional phrase is that of an event noun before it. */
  belongsToNoun: (phrases: Phrases, phrase: number, args: Arguments) => boolean;
  /** Whether a phrase is several sides, who can only have done it with each other. */
  areJoined: (phrases: Phrases, phrase: number) => boolean;
}>;

/** Tokens behind a verb among which a `near` word may stand: "found the former mayor of the town guilty". */
const NEAR = 10;

export const createNeedReader = (lexicon: EventLexicon, words: EventWords, judge: ActorJudge): NeedReader => {
  return { isMet, belongsToNoun, areJoined };

  function isMet(phrases: Phrases, verb: number, need: Need, args: Arguments): boolean {
    if (need.slot === "subject")
      return need.filler === "any"
        ? areJoined(phrases, args.subject)
        : args.subject >= 0 && fills(phrases, need, args.subject, args);
    if (need.slot === "near") return isNear(phrases, verb, need.filler);
    if (need.slot === "infinitive")
      return (
        (args.object >= 0 || args.clause.behind[0]?.preposition === words.to) && hasInfinitive(phrases, verb)
      );
    if (need.slot === "indirect") return args.indirect >= 0 && fills(phrases, need, args.indirect, args);
    if (need.slot === "object") return args.object >= 0 && fills(phrases, need, args.object, args);
    // "is against the deal"; not "is looking to a fight against".
    const copula = ((phrases.verbs.flags[verb] ?? 0) & VerbFlag.copula) !== 0;
    if (copula && need.slot === words.against)
      return args.object < 0 && args.clause.behind[0]?.preposition === need.slot;
    // "are participants in the talks": what the copula says of them is no talk.
    if (copula && args.object >= 0 && need.slot === words.in) return false;
    return args.clause.behind.some(
      ({ preposition, phrase }) =>
        preposition === need.slot &&
        !belongsToNoun(phrases, phrase, args) &&
        fills(phrases, need, phrase, args),
    );
  }

  /** "talked about the nuclear talks with Iran": that "with" is the talks'. */
  function belongsToNoun({ chunks, nouns, tokens }: Phrases, phrase: number, args: Arguments): boolean {
    const before = (nouns.chunk[phrase] ?? 0) - 2;
    const preposition = tokens.word[chunks.ref[before + 1] ?? 0] ?? -1;
    if (preposition !== words.with && preposition !== words.between && preposition !== words.of) return false;
    if (chunks.kind[before] !== ChunkKind.noun) return false;
    const above = chunks.ref[before] ?? -1;
    if (above === args.object || (nouns.preposition[above] ?? -1) < 0) return false;
    return lexicon
      .nounTriggers(tokens.word[nouns.head[above] ?? 0] ?? -1)
      .some(({ type }) => type === "CONSULT");
  }

  function fills(phrases: Phrases, { filler, slot }: Need, phrase: number, args: Arguments): boolean {
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
    return "not" in filler ? !isOfSet(phrases, phrase, filler.not) : isOfSet(phrases, phrase, filler.set);
  }

  /** Whether a phrase, or what it counts or goes on with ("a round of talks"), is headed by a noun of a set. */
  function isOfSet(phrases: Phrases, phrase: number, set: number): boolean {
    if (lexicon.inSet(headWord(phrases, phrase, words), set)) return true;
    const core = judge.counted(phrases, phrase);
    if (core !== phrase && lexicon.inSet(headWord(phrases, core, words), set)) return true;
    const of = ofPhrase(phrases, phrase, words.of);
    return of >= 0 && lexicon.inSet(headWord(phrases, of, words), set);
  }

  function isNear({ verbs, tokens, tags }: Phrases, verb: number, filler: Need["filler"]): boolean {
    if (typeof filler !== "object" || "not" in filler) return false;
    const from = verbs.last[verb] ?? 0;
    for (let at = from; at < from + NEAR && at < tokens.length && tags[at] !== Tag.stop; at++) {
      const word = tokens.word[at] ?? -1;
      if ("word" in filler ? word === filler.word : lexicon.inSet(word, filler.set)) return true;
    }
    return false;
  }

  /** "Lima and Quito talked", "the two men talked": sides that can only have done it with each other. */
  function areJoined(phrases: Phrases, phrase: number): boolean {
    if (phrase < 0) return false;
    const { nouns, tokens } = phrases;
    const named = isProper(phrases, phrase) || judge.canAct(phrases, phrase);
    if (isJoined(phrases, phrase)) return named;
    for (let at = nouns.first[phrase] ?? 0; at < (nouns.last[phrase] ?? 0); at++)
      if (tokens.word[at] === words.two) return true;
    return false;
  }
};
