import { ChunkKind, NounFlag, VerbFlag } from "../grammar/phrases.js";
import type { QuoteText } from "./quote-text.js";
import type { TokenRange } from "./report.js";

/** A noun phrase as the speaker: the whole phrase as written, and the noun phrase that heads it. */
export type SpeakerPhrase = TokenRange & Readonly<{ head: number; noun: number }>;

/** "who", "which" right before chunk `verb`, -1 where there is none: written for the noun phrase that grammar takes it up from. */
export const relativeBefore = (text: QuoteText, verb: number, floor: number): number => {
  let at = verb - 1;
  while (at >= floor && text.kind(at) === ChunkKind.other) at--;
  return at >= floor && text.kind(at) === ChunkKind.relative && !text.isQuoted(text.first(at))
    ? text.first(at)
    : -1;
};

/** Chunks that are looked at on either side of a cue. */
const reach = 24;

/**
 * The subject that ends right before chunk `verb` ("the official in Moscow", "Ms. Lee, who leads the party,"), or null. It
 * never reaches into a quotation.
 */
export const subjectBefore = (text: QuoteText, verb: number, floor: number): SpeakerPhrase | null => {
  let at = verb - 1;
  while (at >= floor && text.kind(at) === ChunkKind.other && !text.isQuoted(text.first(at))) at--;
  if (at < floor || text.isQuoted(text.last(at) - 1)) return null;
  if (text.kind(at) === ChunkKind.comma) {
    const before = beforeParenthesis(text, at, floor);
    if (before < 0) return null;
    return phraseEndingAt(text, before, floor, text.first(verb));
  }
  if (text.isDash(text.first(at))) {
    const before = beforeDash(text, at, floor);
    return before < 0 ? null : phraseEndingAt(text, before, floor, text.last(before));
  }
  if (text.kind(at) === ChunkKind.close) {
    const before = beforeBracket(text, at, floor);
    return before < 0 ? null : phraseEndingAt(text, before, floor, text.last(at));
  }
  return text.kind(at) === ChunkKind.noun ? phraseEndingAt(text, at, floor, text.last(at)) : null;
};

/** Tokens between a quotation and its cue that can be one subject. */
const longestSubject = 18;

/**
 * "…," all that stands here said: the words between a quotation and a finite cue close behind it are its subject, whatever
 * grammar makes of them ("Jun wrote", "a P&G employee told"). Null where another verb or a clause comes between, or where
 * the quotation has no comma or stop and so may be a title or a single word.
 */
export const subjectBehindQuotation = (
  text: QuoteText,
  verb: number,
  floor: number,
): SpeakerPhrase | null => {
  const { nouns, verbs } = text.phrases;
  if (((verbs.flags[text.ref(verb)] ?? 0) & VerbFlag.finite) === 0) return null;
  const end = text.first(verb);
  let close = end - 1;
  while (close >= 0 && end - close <= longestSubject && !text.isQuoted(close)) close--;
  const quotation = close < 0 ? -1 : text.endsAt(close);
  if (quotation < 0) return null;
  const hasComma = text.isComma(close + 1);
  if (!hasComma && !text.isPunctuated(quotation)) return null;
  const first = hasComma ? close + 2 : close + 1;
  // Behind a full stop only a bare subject speaks: "Is that all?" Lee asked; not: … he left.” At the gathering, Lee said that.
  const crosses = first === text.first(floor);
  let noun = -1;
  let last = first;
  let at = verb - 1;
  for (; at >= floor && text.first(at) >= first; at--) {
    const kind = text.kind(at);
    if (kind === ChunkKind.noun) {
      noun = text.ref(at);
      last = Math.max(last, text.last(at));
    } else if (kind === ChunkKind.verb || kind === ChunkKind.subordinator || kind === ChunkKind.relative)
      return null;
    else if (kind === ChunkKind.stop && !text.isDash(text.first(at))) return null;
    else if (crosses && kind !== ChunkKind.other) return null;
  }
  if (noun < 0 || text.first(at + 1) !== first || text.kind(at + 1) !== ChunkKind.noun) return null;
  return { first, last, head: nouns.head[noun] ?? first, noun };
};

/** The phrase whose last noun phrase is chunk `at`: "officials in Moscow", "Mr. A, Mr. B and Mr. C". */
const phraseEndingAt = (text: QuoteText, at: number, floor: number, end: number): SpeakerPhrase | null => {
  const { nouns } = text.phrases;
  let chunk = at;
  let last = end;
  // A time is no speaker: "Trump Tuesday said" has its subject before it.
  if ((nouns.flags[text.ref(chunk)] ?? 0) & NounFlag.time) {
    chunk--;
    if (chunk >= floor && text.kind(chunk) === ChunkKind.preposition) chunk--;
    if (chunk < floor || text.kind(chunk) !== ChunkKind.noun) return null;
    last = text.last(chunk);
  }
  for (let steps = 0; steps < reach; steps++) {
    const leader = nouns.leader[text.ref(chunk)] ?? text.ref(chunk);
    const first = nouns.chunk[leader] ?? chunk;
    if (first >= floor && first < chunk && !text.isQuoted(text.first(first))) {
      chunk = first;
      continue;
    }
    const before = chunk - 1;
    // "as the mayor noted" holds a clause, whatever grammar calls its "as".
    if (
      before < floor ||
      text.kind(before) !== ChunkKind.preposition ||
      text.word(text.first(before)) === text.words.as
    )
      break;
    if (
      before - 1 < floor ||
      text.kind(before - 1) !== ChunkKind.noun ||
      text.isQuoted(text.first(before - 1))
    )
      return null;
    chunk = before - 1;
  }
  const noun = text.ref(chunk);
  if (text.isComma(last - 1)) last--;
  return { first: nouns.first[noun] ?? 0, last, head: nouns.head[noun] ?? 0, noun };
};

/**
 * The chunk before the comma that opens the parenthesis closed by the comma at `comma`: an apposition or a relative clause.
 * -1 where the words between are a clause of their own ("While he agreed, said …").
 */
const beforeParenthesis = (text: QuoteText, comma: number, floor: number): number => {
  const { verbs } = text.phrases;
  let found = -1;
  for (let at = comma - 1; at > floor && at > comma - reach; at--) {
    const kind = text.kind(at);
    if (kind === ChunkKind.quote || kind === ChunkKind.subordinator || kind === ChunkKind.stop) return found;
    if (kind === ChunkKind.verb) {
      const flags = verbs.flags[text.ref(at)] ?? 0;
      if (flags & VerbFlag.finite && text.kind(at - 1) !== ChunkKind.relative && !(flags & VerbFlag.relative))
        return found;
    }
    if (kind !== ChunkKind.comma) continue;
    if (text.kind(at - 1) !== ChunkKind.noun) return found;
    const next = text.kind(at + 1);
    // The nearest comma that opens on a noun phrase, a relative or a participle; a list of appositions goes on to the left.
    if (next === ChunkKind.relative) return at - 1;
    found = at - 1;
  }
  return found;
};

/** The noun phrase before the dash that opens the insertion closed by the dash at `close`, or -1. */
const beforeDash = (text: QuoteText, close: number, floor: number): number => {
  for (let at = close - 1; at > floor && at > close - reach; at--) {
    if (text.kind(at) === ChunkKind.quote) return -1;
    if (text.isDash(text.first(at))) return text.kind(at - 1) === ChunkKind.noun ? at - 1 : -1;
  }
  return -1;
};

const beforeBracket = (text: QuoteText, close: number, floor: number): number => {
  for (let at = close - 1; at > floor && at > close - reach; at--)
    if (text.kind(at) === ChunkKind.open) return text.kind(at - 1) === ChunkKind.noun ? at - 1 : -1;
  return -1;
};

/**
 * The phrase that begins at chunk `at`, as the subject of an inverted cue: with its prepositional phrases, appositions and
 * relative clause up to the sentence's end or a quotation ("said David Lee, a scholar at the university who …").
 */
export const phraseAfter = (text: QuoteText, at: number, limit: number): SpeakerPhrase | null => {
  if (at >= limit || text.kind(at) !== ChunkKind.noun || text.isQuoted(text.first(at))) return null;
  const { nouns } = text.phrases;
  const noun = text.ref(at);
  if ((nouns.flags[noun] ?? 0) & NounFlag.time) return null;
  let last = text.last(at);
  let next = at + 1;
  for (let steps = 0; next < limit && steps < reach; steps++) {
    const kind = text.kind(next);
    if (text.isQuoted(text.first(next))) break;
    if (
      kind === ChunkKind.preposition &&
      text.kind(next + 1) === ChunkKind.noun &&
      isPartOfName(text, next)
    ) {
      last = text.last(next + 1);
      next += 2;
    } else if (kind === ChunkKind.comma && isApposition(text, next + 1, limit)) {
      last = text.last(next + 1);
      next += 2;
    } else if (
      kind === ChunkKind.conjunction &&
      text.kind(next + 1) === ChunkKind.noun &&
      !endsInVerb(text, next + 2, limit)
    ) {
      last = text.last(next + 1);
      next += 2;
    } else break;
  }
  return { first: text.first(at), last, head: nouns.head[noun] ?? 0, noun };
};

/** "of", "for", "at", "from", "with" hang on the speaker; "in", "on", "during" mostly say when and where it was said. */
const isPartOfName = (text: QuoteText, preposition: number): boolean => {
  const token = text.first(preposition);
  const surface = text.tokens.text.slice(text.tokens.start[token], text.tokens.end[token]);
  return (
    surface === "of" ||
    surface === "for" ||
    surface === "at" ||
    surface === "from" ||
    surface === "with" ||
    surface === "to"
  );
};

const isApposition = (text: QuoteText, at: number, limit: number): boolean => {
  if (at >= limit || text.kind(at) !== ChunkKind.noun || text.isQuoted(text.first(at))) return false;
  const noun = text.ref(at);
  const flags = text.phrases.nouns.flags[noun] ?? 0;
  return !(flags & (NounFlag.time | NounFlag.pronoun)) && !endsInVerb(text, at + 1, limit);
};

/** Whether a finite verb stands at a chunk: then the phrase before it begins a clause. */
const endsInVerb = (text: QuoteText, at: number, limit: number): boolean =>
  at < limit &&
  text.kind(at) === ChunkKind.verb &&
  ((text.phrases.verbs.flags[text.ref(at)] ?? 0) & VerbFlag.finite) !== 0;
