import { type Mention, sentenceOfToken } from "@readout/model";
import { ChunkKind, conjuncts, NounFlag } from "../grammar/phrases.js";
import type { QuoteText } from "./quote-text.js";
import type { TokenRange } from "./report.js";

/**
 * Whether a speaker's phrase names several at once: "Russia, Iraq, Syria and Iran", "Lee and his wife", "aides and Lee". Not where
 * one goes by two roles, "majority leader and chairman Ann Lee": a list that opens with a singular role speaks for the name in it.
 * @param head the token that heads the phrase
 * @param mentions those in and around the phrase, in text order
 */
export const namedTogether = (
  text: QuoteText,
  phrase: TokenRange,
  head: number,
  mentions: readonly Mention[],
): boolean => {
  const { nouns } = text.phrases;
  const noun = nounAt(text, head);
  const next = noun < 0 ? -1 : (nouns.next[noun] ?? -1);
  if (next < 0 || (nouns.first[next] ?? 0) >= phrase.last) return false;
  if ((nouns.flags[noun] ?? 0) & NounFlag.plural) return true;
  const first = entityOfNoun(text, noun, mentions);
  if (first === null) return ((nouns.flags[noun] ?? 0) & NounFlag.proper) !== 0;
  const others = conjuncts(nouns, next);
  // "Berg, a captain and a father of two": behind a comma, singular roles alone stand in apposition.
  const role = (other: number): boolean =>
    ((nouns.flags[other] ?? 0) & (NounFlag.proper | NounFlag.plural | NounFlag.pronoun)) === 0;
  if (text.isComma((nouns.first[next] ?? 0) - 1) && others.every(role)) return false;
  return others.some((other) => entityOfNoun(text, other, mentions) !== first);
};

/** The noun phrase whose chunk holds a token, or -1. */
const nounAt = (text: QuoteText, token: number): number => {
  const sentence = sentenceOfToken(text.passage.sentences, token);
  if (token < 0 || sentence < 0) return -1;
  let low = text.firstChunk(sentence);
  let high = text.lastChunk(sentence);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (text.last(middle) > token) high = middle;
    else low = middle + 1;
  }
  return text.kind(low) === ChunkKind.noun && text.first(low) <= token ? text.ref(low) : -1;
};

const entityOfNoun = (text: QuoteText, noun: number, mentions: readonly Mention[]): number | null => {
  const { tokens, phrases } = text;
  const head = tokens.start[phrases.nouns.head[noun] ?? 0] ?? 0;
  return mentions.find(({ start, end }) => start <= head && head < end)?.entity ?? null;
};
