import { ChunkKind, type Phrases, VerbFlag } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import { hangsOnWish } from "./complement-signs.js";
import type { Status } from "./draft.js";
import type { Tables } from "./tables.js";

/** Tokens between "too" and the infinitive it rules out: "too early for Oslo to". */
const DEGREE = 5;

/**
 * What a frame that leaves a verb without fact of its own makes of it: "instead of complying", "without meeting" negates;
 * "wants him deported", "talks about barring" leaves it open.
 */
export const statusOfFrame = (phrases: Phrases, verb: number, tables: Tables): Status => {
  const { lexicon, words, grammar } = tables;
  const { verbs, nouns, chunks, tokens } = phrases;
  // "Rome's attempts to appease".
  if (hangsOnWish(phrases, verb, tables)) return "hypothetical";
  const flags = verbs.flags[verb] ?? 0;
  const governor = verbs.governor[verb] ?? -1;
  if ((flags & VerbFlag.finite) !== 0 && isWished(phrases, verb, tables)) return "hypothetical";
  if ((flags & VerbFlag.infinitive) !== 0 && isDeclined(phrases, verb, governor, tables)) return "negated";
  const kinds = governor < 0 ? [] : lexicon.complementsOf(verbs.lemma[governor] ?? -1);
  const before = (verbs.chunk[verb] ?? 0) - 1;
  const participle = (flags & VerbFlag.participle) !== 0 && (flags & VerbFlag.finite) === 0;
  const object = chunks.kind[before] === ChunkKind.noun ? (chunks.ref[before] ?? -1) : -1;
  if (participle && kinds.includes("plan") && object >= 0 && verbs.object[governor] === object)
    return "hypothetical";
  if ((flags & VerbFlag.gerund) === 0) return "actual";
  if (chunks.kind[before] !== ChunkKind.preposition) return "actual";
  const token = chunks.ref[before] ?? 0;
  const word = tokens.word[token] ?? -1;
  // "rather than arresting them".
  if (word === words.than && tokens.word[token - 1] === words.rather) return "negated";
  if (word === words.without || (word === grammar.ids.of && tokens.word[token - 1] === words.instead))
    return "negated";
  if (word === grammar.ids.about && kinds.includes("talk") && chunks.kind[before - 1] === ChunkKind.verb)
    return "hypothetical";
  if (word !== grammar.ids.for) return "actual";
  // "asked for her to …", "their push for closing": what is called for.
  const above = chunks.kind[before - 1] === ChunkKind.noun ? (chunks.ref[before - 1] ?? -1) : -1;
  const called = above >= 0 && lexicon.isCalling(tokens.word[nouns.head[above] ?? 0] ?? -1);
  const calling = governor >= 0 && lexicon.isCalling(verbs.lemma[governor] ?? -1);
  return called || calling || kinds.includes("demand") ? "hypothetical" : "actual";
};

/** "the request that Oslo extradite him". */
const isWished = (
  { verbs, nouns, chunks, tokens }: Phrases,
  verb: number,
  { lexicon, grammar }: Tables,
): boolean => {
  const that = (nouns.chunk[verbs.subject[verb] ?? -1] ?? -1) - 1;
  if (that < 1 || chunks.kind[that - 1] !== ChunkKind.noun) return false;
  if (tokens.word[chunks.ref[that] ?? 0] !== grammar.ids.that) return false;
  return lexicon.isSupposed(tokens.word[nouns.head[chunks.ref[that - 1] ?? 0] ?? 0] ?? -1);
};

/** "it was too early to congratulate them", "not to support her". */
const isDeclined = (
  { verbs, tokens, tags }: Phrases,
  verb: number,
  governor: number,
  { grammar }: Tables,
): boolean => {
  const first = verbs.first[verb] ?? 0;
  if (
    tags[first - 1] === Tag.negation ||
    (tags[first - 1] === Tag.adverb && tags[first - 2] === Tag.negation)
  )
    return true;
  const from = governor < 0 ? first : (verbs.last[governor] ?? first);
  for (let at = Math.max(from, first - DEGREE); at < first; at++)
    if (tokens.word[at] === grammar.ids.too) return true;
  return false;
};
