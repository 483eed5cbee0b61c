import { ChunkKind, NounFlag, VerbFlag } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import { type Cue, Takes } from "./cue-lexicon.js";
import type { QuoteText } from "./quote-text.js";
import type { TokenRange } from "./report.js";

/** Where the content to the right of a cue begins (a chunk), and whom it was said to. */
export type ContentStart = Readonly<{ chunk: number; rule: string; listener: TokenRange | null }>;

/** Chunks between a cue and its content: "told reporters in the lobby of the tower on Monday, shortly before noon, that". */
const reach = 18;

/**
 * The content that begins after a cue, chunk `from` on, by what the cue takes: quoted words, a clause with or without
 * "that", an indirect question, an infinitive, an object, words behind a preposition. Time, place and listener in between
 * are passed over. Null where none begins.
 */
export const contentAfter = (text: QuoteText, cue: Cue, from: number, limit: number): ContentStart | null => {
  const { takes } = cue;
  const { verbs, nouns } = text.phrases;
  let listener: TokenRange | null = null;
  let adjuncts = 0;
  let afterComma = false;
  const found = (chunk: number, rule: string): ContentStart | null =>
    chunk < limit ? { chunk, rule, listener } : null;
  for (let at = from; at < limit && at < from + reach; at++) {
    const first = text.first(at);
    const kind = text.kind(at);
    const quotation = text.beginsAt(first);
    if (quotation >= 0)
      return takes & Takes.quote && !isTitleAfterAdjunct(text, quotation, adjuncts)
        ? found(at, "quote")
        : null;
    switch (kind) {
      case ChunkKind.comma:
        if (text.beginsAt(text.first(at + 1)) >= 0) continue;
        afterComma = true;
        continue;
      case ChunkKind.stop:
        if (text.isColon(first)) return takes & Takes.quote && at + 1 < limit ? found(at + 1, "colon") : null;
        if (!text.isDash(first)) return null;
        continue;
      case ChunkKind.other:
        continue;
      case ChunkKind.open:
        while (at + 1 < limit && text.kind(at) !== ChunkKind.close) at++;
        continue;
      case ChunkKind.subordinator:
      case ChunkKind.relative:
        if (text.word(first) === text.words.that)
          return takes & Takes.clause || takes & Takes.bare ? found(at, "that") : null;
        if (isQuestionWord(text, first) && !afterComma)
          return takes & (Takes.question | Takes.clause) ? found(at, "question") : null;
        return null;
      case ChunkKind.preposition: {
        const rule = prepositionRule(text, first, takes);
        if (rule !== null && adjuncts === 0 && !afterComma) return found(at + 1, rule);
        if (takes & Takes.person && text.word(first) === text.words.of) return found(at + 1, "of");
        // "responded by saying": the content is the other verb's.
        if (text.word(text.first(at + 1)) === text.words.saying) return null;
        if (text.kind(at + 1) === ChunkKind.noun) at++;
        adjuncts++;
        continue;
      }
      case ChunkKind.noun: {
        const noun = text.ref(at);
        if ((nouns.flags[noun] ?? 0) & NounFlag.time && !beginsWithVerb(text, at + 1, limit)) {
          adjuncts++;
          continue;
        }
        if (text.word(first) === text.words.that && takes & Takes.clause && beginsClause(text, at, limit))
          return found(at, "that");
        if (takes & (Takes.listener | Takes.person | Takes.saying) && listener === null && !afterComma) {
          listener = { first: nouns.first[noun] ?? 0, last: nouns.last[noun] ?? 0 };
          continue;
        }
        if (takes & Takes.bare && !afterComma && (beginsClause(text, at, limit) || isSubjectForm(text, at)))
          return found(at, "clause");
        if (takes & Takes.np && adjuncts === 0 && !afterComma) return found(at, "object");
        if (takes & (Takes.for | Takes.question | Takes.to) && listener === null && !afterComma) {
          listener = { first: nouns.first[noun] ?? 0, last: nouns.last[noun] ?? 0 };
          continue;
        }
        if (afterComma) continue;
        return (takes & (Takes.bare | Takes.np)) === Takes.bare && adjuncts === 0 && isLong(text, at, limit)
          ? found(at, "clause")
          : null;
      }
      case ChunkKind.verb: {
        const flags = verbs.flags[text.ref(at)] ?? 0;
        if (flags & VerbFlag.infinitive && takes & Takes.to && !afterComma) return found(at, "infinitive");
        if (flags & VerbFlag.gerund && takes & Takes.np && adjuncts === 0 && !afterComma)
          return found(at, "object");
        return null;
      }
      default:
        return null;
    }
  }
  return null;
};

/** he, she, they: never an object, so a clause begins whatever its verb looks like. */
const isSubjectForm = (text: QuoteText, at: number): boolean => {
  const token = text.first(at);
  return (
    text.last(at) === token + 1 &&
    text.phrases.tags[token] === Tag.pronoun &&
    text.word(token) !== text.words.it
  );
};

/** "spoke on the show, “Meet the Press.”": a title behind an adjunct belongs to it. */
const isTitleAfterAdjunct = (text: QuoteText, quotation: number, adjuncts: number): boolean =>
  adjuncts > 0 && text.isTitle(quotation);

/** Enough words up to the next mark for a clause whose verb was not seen: not "said nothing", "said a spokesman". */
const isLong = (text: QuoteText, at: number, limit: number): boolean => {
  let end = at;
  while (end < limit && text.kind(end) !== ChunkKind.comma && text.kind(end) !== ChunkKind.stop) end++;
  return end > at && text.last(end - 1) - text.first(at) >= 5;
};

const beginsWithVerb = (text: QuoteText, at: number, limit: number): boolean =>
  at < limit &&
  text.kind(at) === ChunkKind.verb &&
  ((text.phrases.verbs.flags[text.ref(at)] ?? 0) & VerbFlag.finite) !== 0;

/** Whether the noun phrase at a chunk is the subject of a finite verb. */
const beginsClause = (text: QuoteText, at: number, limit: number): boolean => {
  const { verbs, nouns } = text.phrases;
  const noun = text.ref(at);
  const leader = nouns.leader[noun] ?? noun;
  for (let next = at + 1; next < limit && next < at + reach; next++) {
    if (text.kind(next) === ChunkKind.comma && isGerund(text, next + 1)) return false;
    if (text.kind(next) !== ChunkKind.verb) continue;
    const group = text.ref(next);
    const flags = verbs.flags[group] ?? 0;
    const subject = verbs.subject[group] ?? -1;
    if ((flags & VerbFlag.finite) === 0 || flags & VerbFlag.relative) continue;
    return (
      subject >= 0 &&
      (subject === noun || nouns.leader[subject] === leader || (nouns.chunk[subject] ?? -1) >= at)
    );
  }
  return false;
};

const isGerund = (text: QuoteText, at: number): boolean =>
  text.kind(at) === ChunkKind.verb && ((text.phrases.verbs.flags[text.ref(at)] ?? 0) & VerbFlag.gerund) !== 0;

const prepositionRule = (text: QuoteText, token: number, takes: number): string | null => {
  const { words } = text;
  switch (text.word(token)) {
    case words.for:
      return takes & Takes.for ? "for" : null;
    case words.on:
      return takes & Takes.on ? "on" : null;
    case words.of:
      return takes & Takes.of ? "of" : null;
    case words.about:
      return takes & Takes.about ? "about" : null;
    case words.against:
      return takes & Takes.against ? "against" : null;
    case words.to:
      return takes & Takes.to_np ? "to" : null;
    default:
      return null;
  }
};

const questionWords: ReadonlySet<string> = new Set([
  "whether",
  "if",
  "what",
  "how",
  "why",
  "who",
  "when",
  "where",
  "which",
  "whom",
]);

const isQuestionWord = (text: QuoteText, token: number): boolean =>
  questionWords.has(text.tokens.text.slice(text.tokens.start[token], text.tokens.end[token]).toLowerCase());
