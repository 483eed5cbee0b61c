import { ChunkKind, VerbFlag } from "../grammar/phrases.js";
import type { CueLexicon } from "./cue-lexicon.js";
import type { QuoteText } from "./quote-text.js";
import type { TokenRange } from "./report.js";

/** What the content hangs on: a bare object ends at the next verb of the narrator's, content in a relative clause with that clause. */
export type ContentFrame = "clause" | "object" | "relative" | "gerund";

/** Tokens that content before a cue can have: some pages of one speaker's words. */
const longestSpeech = 2000;
/** Tokens of a clause before "he said" or "according to" without quotation marks. */
const longestClause = 160;

/** Chunks that content can have: more only come in lists and broken text, and the bound keeps the rule linear there. */
const longestContent = 120;

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
  frame: ContentFrame,
): number => {
  const limit = text.lastChunk(sentence);
  let end = text.first(from);
  for (let at = from; at < limit && at < from + longestContent; at++) {
    const first = text.first(at);
    const quotation = text.quotationOf[first] ?? -1;
    if (quotation >= 0) {
      end = Math.max(end, text.endOf(quotation));
      if (end >= text.lastToken(sentence)) return end;
      if (text.isPunctuated(quotation) && !isFollowedByQuotation(text, end)) return end;
      while (at + 1 < limit && text.first(at + 1) < end) at++;
      continue;
    }
    if (at > from && (resumesNarration(text, cues, at, limit, frame) || introducesQuotation(text, first)))
      break;
    end = text.last(at);
  }
  return trimmed(text, text.first(from), Math.min(end, Math.max(text.lastToken(sentence), end)));
};

/** "…," and "…": quoted words joined by a conjunction or a mark alone. */
const isFollowedByQuotation = (text: QuoteText, from: number): boolean => {
  for (let token = from; token < from + 3; token++) if (text.beginsAt(token) >= 0) return true;
  return false;
};

const resumesNarration = (
  text: QuoteText,
  cues: CueLexicon,
  at: number,
  limit: number,
  frame: ContentFrame,
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
    if (text.isAccordingTo(text.first(next)) || turnsAway(text, text.first(next))) return true;
    if (text.kind(next) === ChunkKind.noun && isTrailingCue(text, cues, next, limit)) return true;
    // "After saying that he would stay, Lee left": a new subject takes over.
    if (frame === "gerund" && beginsMainClause(text, next, limit)) return true;
    if (text.kind(next) !== ChunkKind.conjunction) return false;
    const verb = skipAdverbs(text, next + 1, limit);
    if (verb < limit && text.kind(verb) === ChunkKind.verb && !isInfinitive(text, verb)) return true;
    return startsReport(text, cues, next, limit);
  }
  if (kind === ChunkKind.conjunction) {
    const verb = skipAdverbs(text, at + 1, limit);
    return (frame === "object" && isFiniteVerb(text, verb, limit)) || startsReport(text, cues, at, limit);
  }
  if (kind === ChunkKind.verb)
    return frame === "relative" && text.kind(at - 1) !== ChunkKind.relative && isFiniteVerb(text, at, limit);
  return text.isAccordingTo(text.first(at)) || endsAtDash(text, at, limit);
};

/** "and added", "but officials said": the conjunction at a chunk begins another report. */
const startsReport = (text: QuoteText, cues: CueLexicon, at: number, limit: number): boolean => {
  const { verbs } = text.phrases;
  const verb = skipAdverbs(text, at + 1, limit);
  if (verb >= limit) return false;
  if (text.kind(verb) === ChunkKind.noun) return isSubjectOfCue(text, cues, verb, limit);
  if (text.kind(verb) !== ChunkKind.verb || !isCue(text, cues, verb)) return false;
  const group = text.ref(verb);
  const flags = verbs.flags[group] ?? 0;
  if (flags & VerbFlag.gerund) return true;
  return (flags & VerbFlag.finite) !== 0;
};

const isFiniteVerb = (text: QuoteText, at: number, limit: number): boolean =>
  at < limit &&
  text.kind(at) === ChunkKind.verb &&
  ((text.phrases.verbs.flags[text.ref(at)] ?? 0) & VerbFlag.finite) !== 0;

const isInfinitive = (text: QuoteText, at: number): boolean =>
  ((text.phrases.verbs.flags[text.ref(at)] ?? 0) & VerbFlag.infinitive) !== 0;

const beginsMainClause = (text: QuoteText, at: number, limit: number): boolean => {
  if (text.kind(at) !== ChunkKind.noun) return false;
  const verb = skipAdverbs(text, at + 1, limit);
  return isFiniteVerb(text, verb, limit);
};

/** Words that after a comma open the narrator's own clause more often than they carry on what was said. */
const turnsAway = (text: QuoteText, token: number): boolean => {
  const { words } = text;
  const word = text.word(token);
  if (text.word(token + 1) === words.that) return false;
  return (
    word === words.but ||
    word === words.while ||
    word === words.though ||
    word === words.although ||
    word === words.compared
  );
};

/** Chunks between two dashes of one pair. */
const longestInsertion = 40;

/** A dash that is not the first of a pair around an insertion. */
const endsAtDash = (text: QuoteText, at: number, limit: number): boolean => {
  if (text.kind(at) !== ChunkKind.stop || !text.isDash(text.first(at))) return false;
  for (let next = at + 1; next < limit && next < at + longestInsertion; next++)
    if (text.kind(next) === ChunkKind.stop && text.isDash(text.first(next))) return false;
  return true;
};

/** "… had lost its way: “…": the quotation after a colon is another report's. */
const introducesQuotation = (text: QuoteText, token: number): boolean =>
  text.isColon(token) && text.beginsAt(token + 1) >= 0;

/** ", he said" and ", the official told reporters" at a clause's end. */
const isTrailingCue = (text: QuoteText, cues: CueLexicon, at: number, limit: number): boolean => {
  const verb = cueAfterSubject(text, cues, at, limit);
  if (verb < 0) return false;
  const kind = verb + 1 < limit ? text.kind(verb + 1) : ChunkKind.stop;
  return kind === ChunkKind.stop || kind === ChunkKind.comma || kind === ChunkKind.preposition;
};

const isSubjectOfCue = (text: QuoteText, cues: CueLexicon, at: number, limit: number): boolean =>
  cueAfterSubject(text, cues, at, limit) >= 0;

/** The chunk of the finite cue whose subject begins at chunk `at`, or -1. */
const cueAfterSubject = (text: QuoteText, cues: CueLexicon, at: number, limit: number): number => {
  let verb = at + 1;
  while (
    verb < limit &&
    verb < at + 6 &&
    (text.kind(verb) === ChunkKind.preposition ||
      text.kind(verb) === ChunkKind.noun ||
      text.kind(verb) === ChunkKind.other)
  )
    verb++;
  return isFiniteVerb(text, verb, limit) && isCue(text, cues, verb) ? verb : -1;
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
  let first = startOfSentenceWith(text, last - 1, sentence);
  const quotation = text.quotations[text.quotationOf[first] ?? -1];
  if (quotation !== undefined && quotation.open < first)
    first = startOfSentenceWith(text, quotation.open, sentence);
  const closing = text.quotations[text.quotationOf[last - 1] ?? -1];
  if (
    closing !== undefined &&
    closing.open > first &&
    (text.isColon(closing.open - 1) || text.isDash(closing.open - 1))
  )
    first = closing.open;
  const end = trimmed(text, first, last);
  const longest = closing === undefined ? longestClause : longestSpeech;
  return end > first && end - first < longest ? { first, last: end } : null;
};

/** First token of the sentence that holds `token`, which lies in `sentence` or before it. */
const startOfSentenceWith = (text: QuoteText, token: number, sentence: number): number => {
  let at = sentence;
  while (at > 0 && text.firstToken(at) > token) at--;
  return text.firstToken(at);
};
