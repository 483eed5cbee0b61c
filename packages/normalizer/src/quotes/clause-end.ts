import { ChunkKind, VerbFlag } from "../grammar/phrases.js";
import type { CueLexicon } from "./cue-lexicon.js";
import type { QuoteText } from "./quote-text.js";
import type { TokenRange } from "./report.js";

/**
 * Where reported content that begins at chunk `from` ends: at the sentence's end, or before words that are the narrator's
 * again: a coordinated or participial cue ("…, and added", "…, noting that"), a trailing "he said", "according to". A
 * quotation that runs past the sentence is taken whole. Gives the token after it.
 */
export const clauseEnd = (
  text: QuoteText,
  cues: CueLexicon,
  from: number,
  sentence: number,
  subject: number,
): number => {
  const limit = text.lastChunk(sentence);
  let end = text.first(from);
  for (let at = from; at < limit; at++) {
    const first = text.first(at);
    const quotation = text.quotationOf[first] ?? -1;
    if (quotation >= 0) {
      end = Math.max(end, text.endOf(quotation));
      if (end >= text.lastToken(sentence)) return end;
      while (at + 1 < limit && text.first(at + 1) < end) at++;
      continue;
    }
    if (at > from && resumesNarration(text, cues, at, limit, subject)) break;
    end = text.last(at);
  }
  return trimmed(text, text.first(from), Math.min(end, Math.max(text.lastToken(sentence), end)));
};

const resumesNarration = (
  text: QuoteText,
  cues: CueLexicon,
  at: number,
  limit: number,
  subject: number,
): boolean => {
  const { verbs } = text.phrases;
  const kind = text.kind(at);
  const next = skipAdverbs(text, kind === ChunkKind.comma ? at + 1 : at, limit);
  if (kind === ChunkKind.comma) {
    if (next >= limit) return true;
    if (text.kind(next) === ChunkKind.verb && isCue(text, cues, next)) {
      const flags = verbs.flags[text.ref(next)] ?? 0;
      return (flags & (VerbFlag.gerund | VerbFlag.finite | VerbFlag.participle)) !== 0;
    }
    if (text.isAccordingTo(text.first(next))) return true;
    if (text.kind(next) === ChunkKind.noun) return isTrailingCue(text, cues, next, limit);
    return text.kind(next) === ChunkKind.conjunction && resumesNarration(text, cues, next, limit, subject);
  }
  if (kind === ChunkKind.conjunction) {
    const verb = skipAdverbs(text, at + 1, limit);
    if (verb >= limit || text.kind(verb) !== ChunkKind.verb || !isCue(text, cues, verb)) return false;
    const group = text.ref(verb);
    const flags = verbs.flags[group] ?? 0;
    if (flags & VerbFlag.gerund) return true;
    return (flags & VerbFlag.finite) !== 0 && (verbs.subject[group] === subject || subject < 0);
  }
  return text.isAccordingTo(text.first(at));
};

/** ", he said" and ", the official told reporters" at a clause's end. */
const isTrailingCue = (text: QuoteText, cues: CueLexicon, at: number, limit: number): boolean => {
  let verb = at + 1;
  while (
    verb < limit &&
    verb < at + 6 &&
    (text.kind(verb) === ChunkKind.preposition ||
      text.kind(verb) === ChunkKind.noun ||
      text.kind(verb) === ChunkKind.other)
  )
    verb++;
  if (verb >= limit || text.kind(verb) !== ChunkKind.verb || !isCue(text, cues, verb)) return false;
  if (((text.phrases.verbs.flags[text.ref(verb)] ?? 0) & VerbFlag.finite) === 0) return false;
  const next = verb + 1;
  const kind = next < limit ? text.kind(next) : ChunkKind.stop;
  return kind === ChunkKind.stop || kind === ChunkKind.comma || kind === ChunkKind.preposition;
};

const isCue = (text: QuoteText, cues: CueLexicon, chunk: number): boolean =>
  cues.verbs.has(text.phrases.verbs.lemma[text.ref(chunk)] ?? -1);

export const skipAdverbs = (text: QuoteText, from: number, limit: number): number => {
  let at = from;
  while (at < limit && text.kind(at) === ChunkKind.other && !text.isQuoted(text.first(at))) at++;
  return at;
};

/** Takes stops, commas and dashes off the end that are not inside a quotation. */
export const trimmed = (text: QuoteText, first: number, end: number): number => {
  let last = end;
  while (
    last > first &&
    !text.isQuoted(last - 1) &&
    (text.isStop(last - 1) || text.isComma(last - 1) || text.isDash(last - 1) || text.isColon(last - 1))
  )
    last--;
  return last;
};

/**
 * The content left of a cue: from the beginning of the sentence that holds `last - 1`, or of the quotation that ends there.
 * A dateline and an opening conjunction stay out.
 */
export const contentBefore = (text: QuoteText, sentence: number, last: number): TokenRange | null => {
  let first = text.firstToken(sentence);
  const quotation = text.quotations[text.quotationOf[first] ?? -1];
  if (quotation !== undefined && quotation.open < first)
    first = startOfSentenceWith(text, quotation.open, sentence);
  const end = trimmed(text, first, last);
  return end > first ? { first, last: end } : null;
};

/** First token of the sentence that holds `token`, which lies in `sentence` or before it. */
const startOfSentenceWith = (text: QuoteText, token: number, sentence: number): number => {
  let at = sentence;
  while (at > 0 && text.firstToken(at) > token) at--;
  return text.firstToken(at);
};
