import { readTable, Shape, type Vocabulary } from "@readout/model";
import { eventImpersonalNouns } from "../generated/event-impersonal-nouns.js";
import { conjuncts, NounFlag, type Phrases } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import type { GrammarWords } from "../grammar/words.js";
import { headWord, isPronoun, isProper, isTime, ofPhrase } from "./clause.js";
import type { EventLexicon } from "./event-lexicon.js";

const named = [
  "of",
  "than",
  "with",
  "between",
  "among",
  "on",
  "in",
  "at",
  "near",
  "to",
  "by",
  "from",
  "for",
  "against",
  "cease",
  "ceasefire",
  "until",
  "during",
  "about",
  "over",
  "it",
  "its",
  "after",
  "two",
  "phone",
  "goal",
  "toward",
  "towards",
  "outside",
  "inside",
  "i",
  "me",
  "%",
  "hands",
  "another",
  "next",
  "tomorrow",
  "into",
  "onto",
  "one",
  "non",
  "short",
  "without",
  "instead",
  "rather",
] as const; // prettier-ignore

/** Word ids that the rules of this folder name. */
export type EventWords = Readonly<Record<(typeof named)[number], number>>;

export const eventWords = (vocabulary: Vocabulary): EventWords =>
  Object.fromEntries(named.map((word) => [word, vocabulary.add(word)])) as Record<
    (typeof named)[number],
    number
  >;

/** Tells who can act. */
export type ActorJudge = Readonly<{
  /** Whether a noun phrase can name somebody who acts: a name, a pronoun, a noun for people or institutions. */
  canAct: (phrases: Phrases, phrase: number) => boolean;
  /** The same for one phrase of a coordination, whatever the others name. */
  actsAlone: (phrases: Phrases, phrase: number) => boolean;
  /** "a Su-24", "Turkish F-16s": a machine by its number. */
  isMachine: (phrases: Phrases, phrase: number) => boolean;
  /** The phrase that "dozens of protesters", "more than 40 soldiers" counts; itself else. */
  counted: (phrases: Phrases, phrase: number) => number;
}>;

/** Letters and digits in one token. */
const MACHINE = Shape.letter | Shape.digit;

/** Endings of nouns for people; checked only where no list knows the noun. */
const personal = /(?:ers|ists|ors|ians|ants|ees|men|women|people|ist|ian|man|woman|ants)$/;
/** Things that end like people: number, warrant; also at the end of a longer word ("newspaper"). */
const impersonal = new RegExp(
  `(?:${readTable(eventImpersonalNouns, ["noun"])
    .map(({ noun }) => noun)
    .join("|")})s?$`,
);

export const createActorJudge = (
  lexicon: EventLexicon,
  words: EventWords,
  grammar: GrammarWords,
): ActorJudge => {
  const counted = (phrases: Phrases, phrase: number): number => {
    const word = headWord(phrases, phrase, words);
    if (!lexicon.isCounting(word) && ((phrases.nouns.flags[phrase] ?? 0) & NounFlag.number) === 0)
      return phrase;
    const of = ofPhrase(phrases, phrase, words.of);
    if (of >= 0) return of;
    const than = ofPhrase(phrases, phrase, words.than);
    if (than >= 0) return than;
    // "20 to 30 people".
    const to = ofPhrase(phrases, phrase, words.to);
    return to >= 0 && (phrases.nouns.flags[phrase] ?? 0) & NounFlag.number ? to : phrase;
  };
  const isActor = (phrases: Phrases, phrase: number): boolean => {
    if (isTime(phrases, phrase)) return false;
    if (isProper(phrases, phrase) || isPronoun(phrases, phrase)) return true;
    const { nouns, tokens, tags } = phrases;
    const head = nouns.head[phrase] ?? 0;
    const word = tokens.word[head] ?? -1;
    if (lexicon.sectorOf(word) !== null) return true;
    // "the two", "all three"; a bare figure counts something else.
    if (tags[head] === Tag.number) return ((nouns.flags[phrase] ?? 0) & NounFlag.definite) !== 0;
    if (grammar.contents.of(word) !== 0) return false;
    const end = tokens.end[head] ?? 0;
    const tail = tokens.text.slice(Math.max(tokens.start[head] ?? 0, end - 12), end).toLowerCase();
    return personal.test(tail) && !impersonal.test(tail);
  };
  const actsAlone = (phrases: Phrases, phrase: number): boolean => {
    const core = counted(phrases, phrase);
    return isActor(phrases, phrase) || (core !== phrase && isActor(phrases, core));
  };
  const isMachine = ({ tokens, tags, nouns }: Phrases, phrase: number): boolean => {
    if (((tokens.shape[nouns.head[phrase] ?? 0] ?? 0) & MACHINE) === MACHINE) return true;
    for (let at = (nouns.first[phrase] ?? 0) + 1; at + 1 < (nouns.last[phrase] ?? 0); at++)
      if (tags[at] === Tag.glue && tags[at - 1] === Tag.proper && tags[at + 1] === Tag.number) return true;
    return false;
  };
  return {
    counted,
    isMachine,
    canAct: (phrases, phrase) => {
      for (const one of conjuncts(phrases.nouns, phrase)) if (actsAlone(phrases, one)) return true;
      return false;
    },
    actsAlone,
  };
};
