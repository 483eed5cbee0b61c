import { ChunkKind, type Phrases } from "../grammar/phrases.js";
import { isPronoun, isProper, isTime } from "./clause.js";
import { SideWord } from "./side-words.js";
import type { Tables } from "./tables.js";

/** Prepositional phrases that go on a description: "charges of fraud against the mayor of Brest in a court". */
const MOST = 3;

/**
 * Whether a participant's phrase goes on with its "of": "members of the board", "the Ministry of Defence"; not "accused Denmark of
 * piracy", "accused him of". `leads`: it stands before its verb.
 */
export const takesOf = (phrases: Phrases, phrase: number, leads: boolean, tables: Tables): boolean => {
  if (isPronoun(phrases, phrase)) return false;
  const { nouns, chunks, verbs } = phrases;
  if (isProper(phrases, phrase)) return namesGroup(phrases, phrase, tables);
  const before = (nouns.chunk[phrase] ?? 0) - 1;
  if (leads || before < 0 || chunks.kind[before] !== ChunkKind.verb) return true;
  return !tables.lexicon.complementsOf(verbs.lemma[chunks.ref[before] ?? 0] ?? -1).includes("of");
};

/**
 * The token behind the description of a common noun: "police in the port city of Brest", "fighters loyal to the general", "a
 * spokesman for the union". Times and clauses are no part of it; a name needs no description. `leads`: it stands before its verb.
 * `placed`: it goes on with "in" and "at", which behind a verb may as well say where the act took place.
 */
export const descriptionEnd = (
  phrases: Phrases,
  from: number,
  leads: boolean,
  placed: boolean,
  tables: Tables,
): number => {
  const { chunks, nouns, tokens } = phrases;
  let last = nouns.last[from] ?? 0;
  const named = isProper(phrases, from) && !namesGroup(phrases, from, tables);
  if (named || isPronoun(phrases, from) || (nouns.next[from] ?? -1) >= 0) return last;
  let c = (nouns.chunk[from] ?? -2) + 1;
  if (c <= 0) return last;
  for (let steps = 0; steps < MOST && c + 1 < chunks.length; steps++) {
    if (chunks.kind[c] === ChunkKind.other && chunks.kind[c + 1] === ChunkKind.preposition && leads) c++;
    const word = tokens.word[chunks.ref[c] ?? 0] ?? -1;
    if (
      chunks.kind[c] !== ChunkKind.preposition ||
      !describes(word, leads || (placed && !tables.judge.canAct(phrases, from)), tables) ||
      chunks.kind[c + 1] !== ChunkKind.noun
    )
      break;
    const next = chunks.ref[c + 1] ?? 0;
    if (
      isTime(phrases, next) ||
      (!leads && isCircumstance(phrases, from, c, tables)) ||
      nouns.sentence[next] !== nouns.sentence[from] ||
      (nouns.next[next] ?? -1) >= 0 ||
      tables.lexicon.isFrame(tokens.word[nouns.head[next] ?? 0] ?? -1)
    )
      break;
    last = nouns.last[next] ?? last;
    c += 2;
  }
  return last;
};

/**
 * "thanked the union for its help": the reason of praise or blame, not "condemned the call for a ban"; "rejected the plan at a news conference", "in
 * a statement": an occasion. Neither describes what stands before it.
 */
const isCircumstance = (
  phrases: Phrases,
  from: number,
  preposition: number,
  { lexicon, words, grammar, judge, sideWords }: Tables,
): boolean => {
  const { chunks, nouns, verbs, tokens } = phrases;
  const word = tokens.word[chunks.ref[preposition] ?? 0] ?? -1;
  if (word === words.for) {
    const before = (nouns.chunk[from] ?? 0) - 1;
    return (
      preposition === before + 2 &&
      chunks.kind[before] === ChunkKind.verb &&
      judge.canAct(phrases, from) &&
      grammar.charges(verbs.lemma[chunks.ref[before] ?? 0] ?? -1)
    );
  }
  if (word !== words.at && word !== words.in) return false;
  const head = tokens.word[nouns.head[chunks.ref[preposition + 1] ?? 0] ?? 0] ?? -1;
  return (
    (sideWords.of(head) & SideWord.staged) !== 0 ||
    lexicon.isPublication(head) ||
    lexicon.isAudience(head) ||
    lexicon.nounTriggers(head).some(({ type }) => type === "CONSULT")
  );
};

/** "Police" at the head of a sentence, "Ministry": a capital, and yet a noun for people. */
const namesGroup = ({ nouns, tokens }: Phrases, phrase: number, { lexicon }: Tables): boolean =>
  lexicon.sectorOf(tokens.word[nouns.head[phrase] ?? 0] ?? -1) !== null;

/** Behind somebody an act is done to, "in" and "at" say where; "the attack in", "police at" are described by it. */
const describes = (word: number, placed: boolean, { words }: Tables): boolean => {
  if (word === words.of || word === words.from || word === words.for) return true;
  const { in: inside, at, to, by, on, against } = words;
  return placed && [inside, at, to, by, on, against].includes(word);
};
