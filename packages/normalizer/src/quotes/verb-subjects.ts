import { ChunkKind, VerbFlag } from "../grammar/phrases.js";
import { hasFiniteVerb } from "./clause-verbs.js";
import { type Cue, Takes } from "./cue-lexicon.js";
import { quotationBefore } from "./quotation-before.js";
import type { QuoteText } from "./quote-text.js";
import { phraseAfter, relativeBefore, type SpeakerPhrase } from "./speaker-phrase.js";

/** The subject behind its verb: "Q," said X · clause, said X. Only verbs that report speech alone turn round. */
export const invertedSubject = (
  text: QuoteText,
  cue: Cue,
  chunk: number,
  floor: number,
  limit: number,
): SpeakerPhrase | null => {
  const group = text.ref(chunk);
  const flags = text.phrases.verbs.flags[group] ?? 0;
  if (flags & (VerbFlag.gerund | VerbFlag.infinitive)) return null;
  if ((cue.takes & Takes.quote) === 0 || text.kind(chunk + 1) !== ChunkKind.noun) return null;
  const before = firstOfGroup(text, chunk, floor);
  const quoted = quotationBefore(text, before) >= 0;
  const speechOnly = (cue.takes & Takes.bare) !== 0 && (cue.takes & (Takes.np | Takes.listener)) === 0;
  if (!quoted && !(speechOnly && text.isComma(before - 1) && hasFiniteVerb(text, chunk, floor, before - 1)))
    return null;
  const phrase = phraseAfter(text, chunk + 1, limit);
  if (phrase === null) return null;
  const next = chunkAfter(text, phrase.last, chunk + 1, limit);
  // "Lee, a lawyer, said Clinton lied": what follows is a clause, not a subject.
  return !quoted && next < limit && text.kind(next) === ChunkKind.verb ? null : phrase;
};

/** First token of a verb group with the adverbs before it: "also said". */
export const firstOfGroup = (text: QuoteText, chunk: number, floor: number): number => {
  let at = chunk;
  while (at - 1 >= floor && text.kind(at - 1) === ChunkKind.other && !text.isQuoted(text.first(at - 1))) at--;
  return text.first(at);
};

/** The first chunk from `from` on that begins at a token or behind it; `limit` where none does. */
export const chunkAfter = (text: QuoteText, token: number, from: number, limit: number): number => {
  let at = from;
  while (at < limit && text.first(at) < token) at++;
  return at;
};

/** The subject that grammar gives a verb without one beside it: "spoke and said", "…, saying", "who said". */
export const sharedSubject = (text: QuoteText, verb: number): SpeakerPhrase | null => {
  const { nouns, verbs } = text.phrases;
  const noun = verbs.subject[verb] ?? -1;
  const relative = relativeBefore(text, verbs.chunk[verb] ?? 0, text.firstChunk(verbs.sentence[verb] ?? 0));
  const isQuoted = noun < 0 || text.isQuoted(nouns.head[noun] ?? 0);
  if (relative >= 0)
    return {
      first: relative,
      last: relative + 1,
      head: isQuoted ? relative : (nouns.head[noun] ?? relative),
      noun,
    };
  if (isQuoted) return null;
  return {
    first: nouns.first[noun] ?? 0,
    last: lastOfPhrase(text, noun),
    head: nouns.head[noun] ?? 0,
    noun,
  };
};

/** The end of a noun phrase with its coordination, or with what "of" adds: "Secretary of State Hillary Clinton". */
const lastOfPhrase = (text: QuoteText, noun: number): number => {
  const { nouns } = text.phrases;
  const last = lastOfCoordination(text, noun);
  const chunk = nouns.chunk[noun] ?? -1;
  if (last !== nouns.last[noun] || chunk < 0 || text.kind(chunk + 2) !== ChunkKind.noun) return last;
  const joins =
    text.kind(chunk + 1) === ChunkKind.preposition && text.word(text.first(chunk + 1)) === text.words.of;
  return joins ? text.last(chunk + 2) : last;
};

/** The last token of the last of phrases that are coordinated: "Lee, Kim and Park". */
export const lastOfCoordination = (text: QuoteText, noun: number): number => {
  const { nouns } = text.phrases;
  let at = noun;
  for (let steps = 0; steps < 16 && (nouns.next[at] ?? -1) >= 0; steps++) at = nouns.next[at] ?? at;
  return nouns.last[at] ?? 0;
};
