import {
  readList,
  readTable,
  type Span,
  type Tokens,
  tokenAt,
  type Vocabulary,
  WordClasses,
} from "@readout/model";
import { eventSideWords } from "../generated/event-side-words.js";

/** What a word says of the side of an event that it stands in (lexicon/en/events/event-side-words.tsv). */
export const SideWord = {
  /** president, mayor: acts for a state. */
  office: 1,
  /** former, candidate: holds the office no more or not yet. */
  former: 2,
  /** we, someone: names nobody the page tells of. */
  vague: 4,
  /** he, who: stands for somebody. */
  pronoun: 8,
  /** people, crowd: several without a plural's ending. */
  crowd: 16,
  /** her, fellow: of the same camp ("her staff"). */
  own: 32,
  /** counterpart, rival: "his counterpart" is of another camp all the same. */
  across: 64,
  /** leader, group: takes its sector from the word before ("rebel leaders"). */
  generic: 128,
  /** talks, negotiate: a contact between sides, whoever they are. */
  formal: 256,
  /** interview, rally: an occasion for the public. */
  staged: 512,
  /** staff, electoral: a meeting of that kind is one camp's, or the public's. */
  inward: 1024,
  /** memorial, city: whoever visits one meets nobody. */
  site: 2048,
  /** dinner, conversation: needs another side to be a contact. */
  casual: 4096,
  /** they, the two: the two sides of the event before. */
  both: 8192,
  /** men, presidents: of whom "the two" are people. */
  persons: 16384,
} as const;

/** Looks the words of a phrase up. */
export type SideWords = Readonly<{
  /** The bits of {@link SideWord} of one word. */
  of: (word: number) => number;
  /** The bits of all words that a span touches, joined; compounds ("would-be") count where all their parts stand in it. */
  within: (tokens: Tokens, span: Span) => number;
  /** The same for a title, which has no tokens of its own. */
  ofTitle: (title: string) => number;
}>;

const isSideWord = (name: string): name is keyof typeof SideWord => name in SideWord;

/** Reads the table into the vocabulary. */
export const loadSideWords = (vocabulary: Vocabulary): SideWords => {
  const classes = new WordClasses(vocabulary);
  /** Compounds by their first part: tokens end at a hyphen. */
  const compounds = new Map<number, Compound[]>();
  const addCompound = (word: string, bits: number): void => {
    const [first = -1, ...rest] = partsOf(word).map((part) => vocabulary.add(part));
    compounds.set(first, [...(compounds.get(first) ?? []), { rest, bits }]);
  };
  for (const { word, classes: names } of readTable(eventSideWords, ["word", "classes"]))
    for (const name of readList(names)) {
      if (!isSideWord(name)) throw new Error(`"${word}" has an unknown class "${name}"`);
      if (word.includes("-")) addCompound(word, SideWord[name]);
      else classes.add(word, SideWord[name]);
    }
  const bitsOf = (words: readonly number[]): number => {
    let found = 0;
    for (const [at, word] of words.entries()) {
      found |= classes.of(word);
      for (const { rest, bits } of compounds.get(word) ?? [])
        if (rest.every((part, n) => words[at + 1 + n] === part)) found |= bits;
    }
    return found;
  };
  return {
    of: (word) => classes.of(word),
    within: (tokens, span) => {
      const found: number[] = [];
      for (let at = tokenAt(tokens, span.start); at < tokens.length; at++) {
        if ((tokens.start[at] ?? 0) >= span.end) break;
        found.push(tokens.word[at] ?? -1);
      }
      return bitsOf(found);
    },
    ofTitle: (title) => bitsOf(partsOf(title).map((word) => vocabulary.find(word))),
  };
};

/** A compound behind its first part. */
type Compound = Readonly<{ rest: readonly number[]; bits: number }>;

/** The tokens of a few words: hyphens stand alone. */
const partsOf = (text: string): readonly string[] => text.split(/\s+|(-)/).filter((part) => part);
