import { ChunkKind, type Phrases, VerbFlag } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import type { Tables } from "./tables.js";

/** 'is "not ready" to support', "vowed never to yield". */
export const isNegatedBetween = ({ verbs, tags }: Phrases, governor: number, verb: number): boolean => {
  const from = verbs.last[governor] ?? 0;
  for (let at = from; at < from + 3 && at < (verbs.head[verb] ?? 0); at++)
    if (tags[at] === Tag.negation) return true;
  return false;
};

/** Who "Oslo's decision to" belongs to, or -1. */
export const decidedBy = (
  { chunks, nouns, verbs, tokens }: Phrases,
  verb: number,
  { lexicon }: Tables,
): number => {
  if (((verbs.flags[verb] ?? 0) & VerbFlag.infinitive) === 0) return -1;
  const before = (verbs.chunk[verb] ?? 0) - 1;
  const phrase = chunks.kind[before] === ChunkKind.noun ? (chunks.ref[before] ?? -1) : -1;
  if (phrase < 0 || !lexicon.isDecided(tokens.word[nouns.head[phrase] ?? 0] ?? -1)) return -1;
  return nouns.possessor[phrase] ?? -1;
};

export const isShort = ({ verbs, tokens }: Phrases, governor: number, { words }: Tables): boolean => {
  return tokens.word[verbs.last[governor] ?? 0] === words.short;
};

export const behindPreposition = ({ verbs, chunks }: Phrases, verb: number): boolean => {
  return chunks.kind[(verbs.chunk[verb] ?? 0) - 1] === ChunkKind.preposition;
};

export const behindComma = (phrases: Phrases, verb: number): boolean => {
  const chunk = phrases.verbs.chunk[verb] ?? 0;
  return chunk > 0 && phrases.chunks.kind[chunk - 1] === ChunkKind.comma;
};

/** "for families to sue". */
export const isForSubject = (
  { verbs, nouns, tokens }: Phrases,
  verb: number,
  { grammar }: Tables,
): boolean => {
  const preposition = nouns.preposition[verbs.subject[verb] ?? -1] ?? -1;
  const infinitive = ((verbs.flags[verb] ?? 0) & VerbFlag.infinitive) !== 0;
  return infinitive && preposition >= 0 && tokens.word[preposition] === grammar.ids.for;
};

/** "are to meet on Friday": be with an infinitive right behind it announces. */
export const isDueTo = (phrases: Phrases, governor: number, verb: number): boolean => {
  const { verbs, chunks, tags } = phrases;
  const copula = VerbFlag.copula | VerbFlag.finite;
  if (((phrases.verbs.flags[governor] ?? 0) & copula) !== copula) return false;
  if (((phrases.verbs.flags[verb] ?? 0) & VerbFlag.infinitive) === 0) return false;
  let at = (verbs.chunk[verb] ?? 0) - 1;
  // "are now to meet"; not "was right to ask", who did so.
  while (at >= 0 && chunks.kind[at] === ChunkKind.other && tags[chunks.ref[at] ?? 0] !== Tag.adjective) at--;
  return at === verbs.chunk[governor];
};

export const isBehind = (
  { verbs, chunks, tokens }: Phrases,
  verb: number,
  prepositions: readonly number[],
): boolean => {
  const before = (verbs.chunk[verb] ?? 0) - 1;
  if (chunks.kind[before] !== ChunkKind.preposition) return false;
  return prepositions.includes(tokens.word[chunks.ref[before] ?? 0] ?? -1);
};

/** "wants Oslo to pay": the object of one verb is the subject of the other. */
export const wantsOther = ({ verbs }: Phrases, governor: number, verb: number): boolean => {
  const other = verbs.subject[verb] ?? -1;
  return other >= 0 && other === (verbs.object[governor] ?? -1);
};

/** "the chance to meet": an infinitive right behind a noun of wanting and being able. */
export const hangsOnWish = (
  { chunks, nouns, verbs, tokens }: Phrases,
  verb: number,
  { lexicon }: Tables,
): boolean => {
  const infinitive = ((verbs.flags[verb] ?? 0) & VerbFlag.infinitive) !== 0;
  // "the right of curtailing".
  const chunk = verbs.chunk[verb] ?? 0;
  const before = infinitive ? chunk - 1 : chunk - 2;
  if (!infinitive && chunks.kind[chunk - 1] !== ChunkKind.preposition) return false;
  if (before < 0 || chunks.kind[before] !== ChunkKind.noun) return false;
  const head = nouns.head[chunks.ref[before] ?? 0] ?? 0;
  // "held a phone call to": what it was for.
  return lexicon.isWish(tokens.word[head] ?? -1) && !lexicon.isPhone(tokens.word[head - 1] ?? -1);
};
