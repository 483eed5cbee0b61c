import type { Tokens } from "@readout/model";
import { ChunkKind, NounFlag, type Phrases, VerbFlag } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";

/** A prepositional phrase behind a verb or noun: the preposition's word id and the phrase it governs. */
export type PrepositionalPhrase = Readonly<{ preposition: number; phrase: number }>;

/** Chunks looked at behind a verb or noun. */
const REACH = 16;

/** The part of a sentence around one verb group or noun phrase, read from the {@link Phrases}. */
export type Clause = Readonly<{
  /** Phrases behind it, by preposition, in order; those that say when are left out. */
  behind: readonly PrepositionalPhrase[];
  /** Whether a noun phrase follows its object without preposition: "called him a liar". */
  predicate: boolean;
}>;

/** The prepositional phrases from chunk `from` on, up to the next verb or clause. */
export const readClause = (phrases: Phrases, from: number, sentenceEnd: number): Clause => {
  const { chunks, nouns, verbs, tokens } = phrases;
  const behind: PrepositionalPhrase[] = [];
  let predicate = false;
  let gap = false;
  for (let c = from, steps = 0; c < sentenceEnd && steps < REACH; c++, steps++) {
    const kind = chunks.kind[c] ?? 0;
    const ref = chunks.ref[c] ?? 0;
    // 'called the plan "a mistake"', "called him unfit".
    if (
      steps === 0 &&
      (kind === ChunkKind.quote || (kind === ChunkKind.other && phrases.tags[ref] === Tag.adjective))
    )
      predicate = true;
    if (kind === ChunkKind.stop || kind === ChunkKind.subordinator || kind === ChunkKind.relative) break;
    if (kind === ChunkKind.verb) {
      if ((verbs.flags[ref] ?? 0) & (VerbFlag.finite | VerbFlag.infinitive | VerbFlag.gerund)) break;
      // A participle describes the noun before it; what hangs on it is its own.
      gap = true;
    } else if (kind === ChunkKind.preposition) {
      // "still speak, with the candidate seeking advice": a clause of its own.
      const shared = sharedPhrase(phrases, c);
      if (shared >= 0) behind.push({ preposition: tokens.word[ref] ?? -1, phrase: shared });
      const next = c + 1;
      if (next < sentenceEnd && chunks.kind[next] === ChunkKind.noun) {
        const phrase = chunks.ref[next] ?? 0;
        if (!isTime(phrases, phrase) && !gap) behind.push({ preposition: tokens.word[ref] ?? -1, phrase });
        gap = false;
        c = lastConjunct(phrases, phrase, next);
      }
    } else if (kind === ChunkKind.noun && !isTime(phrases, ref)) {
      if ((nouns.leader[ref] ?? ref) === ref && chunks.kind[c - 1] === ChunkKind.noun) predicate = true;
    } else if (kind === ChunkKind.conjunction) {
      // "and" before a verb or a new clause.
      if (chunks.kind[c + 1] !== ChunkKind.preposition) break;
    }
  }
  return { behind, predicate };
};

/** "met with and prayed over the king": the phrase that a preposition shares with the verb behind it, or -1. */
const sharedPhrase = ({ chunks, verbs }: Phrases, at: number): number => {
  if (chunks.kind[at + 1] !== ChunkKind.conjunction || chunks.kind[at + 2] !== ChunkKind.verb) return -1;
  const own = verbs.object[chunks.ref[at + 2] ?? 0] ?? -1;
  const governed = chunks.kind[at + 3] === ChunkKind.preposition && chunks.kind[at + 4] === ChunkKind.noun;
  return own < 0 && governed ? (chunks.ref[at + 4] ?? -1) : own;
};

/** "at the hands of the police" behind a verb or noun: by the police, the `doer`; -1 where nothing is at anybody's hands. */
export const readHands = (
  { nouns, tokens }: Phrases,
  behind: readonly PrepositionalPhrase[],
  { at, of, by, hands }: Readonly<{ at: number; of: number; by: number; hands: number }>,
): Readonly<{ behind: readonly PrepositionalPhrase[]; doer: number }> => {
  const found = behind.findIndex(
    ({ preposition, phrase }, index) =>
      preposition === at &&
      tokens.word[nouns.head[phrase] ?? 0] === hands &&
      behind[index + 1]?.preposition === of,
  );
  const doer = (found < 0 ? undefined : behind[found + 1]?.phrase) ?? -1;
  if (doer < 0) return { behind, doer };
  return {
    behind: [...behind.slice(0, found), { preposition: by, phrase: doer }, ...behind.slice(found + 2)],
    doer,
  };
};

/** The chunk of the last phrase of a coordination. */
export const lastConjunct = ({ nouns }: Pick<Phrases, "nouns">, phrase: number, chunk: number): number => {
  let last = chunk;
  for (
    let at = nouns.next[phrase] ?? -1, steps = 0;
    at >= 0 && steps < 64;
    at = nouns.next[at] ?? -1, steps++
  )
    last = nouns.chunk[at] ?? last;
  return last;
};

/** The bits of `VerbFlag` of a verb group. */
export const verbFlags = ({ verbs }: Phrases, verb: number): number => verbs.flags[verb] ?? 0;

export const isTime = ({ nouns }: Phrases, phrase: number): boolean =>
  ((nouns.flags[phrase] ?? 0) & NounFlag.time) !== 0;

export const isProper = ({ nouns }: Phrases, phrase: number): boolean =>
  ((nouns.flags[phrase] ?? 0) & NounFlag.proper) !== 0;

export const isPronoun = ({ nouns }: Phrases, phrase: number): boolean =>
  ((nouns.flags[phrase] ?? 0) & NounFlag.pronoun) !== 0;

/** The first prepositional phrase "of …" right behind a phrase, or -1. */
export const ofPhrase = (phrases: Phrases, phrase: number, of: number): number => {
  const { chunks, nouns, tokens } = phrases;
  const chunk = nouns.chunk[phrase] ?? -1;
  if (chunk < 0 || chunk + 2 >= chunks.length) return -1;
  if (chunks.kind[chunk + 1] !== ChunkKind.preposition || chunks.kind[chunk + 2] !== ChunkKind.noun)
    return -1;
  return tokens.word[chunks.ref[chunk + 1] ?? 0] === of ? (chunks.ref[chunk + 2] ?? -1) : -1;
};

/** The word id of a phrase's head; "cease-fire" counts as its one-word spelling `ceasefire`. */
export const headWord = (
  { nouns, tokens, tags }: Phrases,
  phrase: number,
  ids: Readonly<{ cease: number; ceasefire: number }>,
): number => {
  const head = nouns.head[phrase] ?? 0;
  const word = tokens.word[head] ?? -1;
  if (head >= 2 && tags[head - 1] === Tag.glue && tokens.word[head - 2] === ids.cease) return ids.ceasefire;
  return word;
};

const isPluralPhrase = ({ nouns }: Phrases, phrase: number): boolean =>
  ((nouns.flags[phrase] ?? 0) & NounFlag.plural) !== 0;

/**
 * What a verb without object takes from the noun its relative clause hangs on, or -1: "the sanctions that it imposed", "strikes
 * which the army has carried out"; not "the day that he left".
 */
export const relativeObject = (phrases: Phrases, verb: number): number => {
  const { chunks, nouns, verbs } = phrases;
  const subject = verbs.subject[verb] ?? -1;
  if (subject < 0 || ((verbs.flags[verb] ?? 0) & VerbFlag.passive) !== 0) return -1;
  const at = (nouns.chunk[subject] ?? -1) - 1;
  // "the deal Iran signed".
  const beside = chunks.kind[at] === ChunkKind.noun ? (chunks.ref[at] ?? -1) : -1;
  const opening = phrases.tags[nouns.first[beside] ?? -1];
  const told = opening === Tag.determiner || opening === Tag.possessive || isPluralPhrase(phrases, beside);
  // "In a raid Israel attacked": what stands there says how.
  const free = told && (nouns.preposition[beside] ?? -1) < 0;
  const adjacent = free && nouns.sentence[beside] === nouns.sentence[subject];
  if (adjacent && isProper(phrases, subject) && !isTime(phrases, beside)) return beside;
  if (at < 1 || chunks.kind[at] !== ChunkKind.relative) return -1;
  const before = chunks.kind[at - 1] === ChunkKind.comma ? at - 2 : at - 1;
  const phrase = chunks.kind[before] === ChunkKind.noun ? (chunks.ref[before] ?? -1) : -1;
  return phrase >= 0 && !isTime(phrases, phrase) ? phrase : -1;
};

/** The characters of a token range. */
export const spanOf = (
  tokens: Tokens,
  first: number,
  last: number,
): Readonly<{ start: number; end: number }> => ({
  start: tokens.start[first] ?? 0,
  end: tokens.end[Math.max(first, last - 1)] ?? 0,
});

/** Whether a name before its head says whose a phrase is: "U.S. airstrikes", "Iran's army". */
export const namesOwner = ({ nouns, tags }: Phrases, phrase: number): boolean => {
  if ((nouns.possessor[phrase] ?? -1) >= 0) return true;
  const head = nouns.head[phrase] ?? 0;
  for (let at = nouns.first[phrase] ?? 0; at < head; at++) if (tags[at] === Tag.proper) return true;
  return tags[head] === Tag.proper;
};

/** Whether a phrase names several by joining them: "Kuwait and its allies". */
export const isJoined = ({ nouns }: Phrases, phrase: number | undefined): boolean =>
  phrase !== undefined && (nouns.next[phrase] ?? -1) >= 0;

/** "told the guards to leave": an infinitive hangs on the verb. */
export const hasInfinitive = ({ verbs, firstVerb }: Phrases, verb: number): boolean => {
  const last = firstVerb[(verbs.sentence[verb] ?? 0) + 1] ?? 0;
  for (let at = verb + 1; at < last && at < verb + 3; at++)
    if (verbs.governor[at] === verb && ((verbs.flags[at] ?? 0) & VerbFlag.infinitive) !== 0) return true;
  return false;
};

/** "parliaments", "utilities": several of a kind, neither counted nor told apart nor somebody's. */
export const isBarePlural = (phrases: Phrases, phrase: number): boolean => {
  if (phrase < 0 || namesOwner(phrases, phrase)) return false;
  const { nouns, tags } = phrases;
  const many = (nouns.flags[phrase] ?? 0) & (NounFlag.plural | NounFlag.definite | NounFlag.number);
  return many === NounFlag.plural && tags[nouns.first[phrase] ?? 0] !== Tag.number;
};

/** Marks of a verb that tells of one time and not of all. */
export const tensed =
  VerbFlag.past | VerbFlag.perfect | VerbFlag.progressive | VerbFlag.future | VerbFlag.conditional;

/** "expressed confidence that": a clause of its own right behind a chunk. */
export const opensClauseBehind = ({ chunks }: Phrases, chunk: number): boolean =>
  chunks.kind[chunk + 1] === ChunkKind.subordinator;

/** The noun phrase that stands right before the preposition of a phrase ("talks with Lima"), or -1. */
export const nounBefore = ({ chunks, nouns }: Phrases, phrase: number): number => {
  const before = (nouns.chunk[phrase] ?? 0) - 2;
  return chunks.kind[before] === ChunkKind.noun ? (chunks.ref[before] ?? -1) : -1;
};

/** Whether a word before the head of a phrase is of a kind: "a scathing attack". */
export const isSaidBeforeHead = (
  { nouns, tokens }: Phrases,
  phrase: number,
  isKind: (word: number) => boolean,
): boolean => {
  for (let at = nouns.first[phrase] ?? 0; at < (nouns.head[phrase] ?? 0); at++)
    if (isKind(tokens.word[at] ?? -1)) return true;
  return false;
};

/** "leaders": whether a token ends as a plural does. */
export const endsInS = ({ text, end }: Tokens, token: number): boolean => text[(end[token] ?? 1) - 1] === "s";
