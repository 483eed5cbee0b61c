import { Shape, type Tokens, type Vocabulary } from "@readout/model";
import { ChunkKind, type Phrases } from "../grammar/phrases.js";
import type { Passage } from "../passage.js";
import { findQuotations, type Quotation } from "./quotations.js";

/** Word ids that rules of reported speech name. */
export type QuoteWords = Readonly<Record<NamedWord, number>>;

const namedWords = [
  "according",
  "to",
  "that",
  "as",
  "said",
  "saying",
  "out",
  "back",
  "it",
  "by",
  "for",
  "on",
  "of",
  "about",
  "against",
  "but",
  "while",
  "though",
  "although",
  "compared",
  "i",
  "we",
  "you",
  "q",
] as const;
type NamedWord = (typeof namedWords)[number];

/** Enters the named words into the vocabulary. */
export const loadQuoteWords = (vocabulary: Vocabulary): QuoteWords => {
  const words: Partial<Record<NamedWord, number>> = {};
  for (const word of namedWords) words[word] = vocabulary.add(word);
  return words as Record<NamedWord, number>;
};

/**
 * A passage as the rules of reported speech see it: its phrases, its quotations, and which of them a token lies in. All
 * walks stay within one sentence and within a fixed number of chunks, so that every rule is linear.
 */
export class QuoteText {
  readonly tokens: Tokens;
  readonly quotations: readonly Quotation[];
  /** Index of the quotation that holds a token, marks included, or -1. */
  readonly quotationOf: Int32Array;

  constructor(
    readonly passage: Passage,
    readonly phrases: Phrases,
    readonly words: QuoteWords,
  ) {
    this.tokens = passage.tokens;
    this.quotations = findQuotations(passage.tokens, passage.blocks);
    this.quotationOf = new Int32Array(passage.tokens.length + 1).fill(-1);
    this.quotations.forEach((quotation, index) => {
      const end = quotation.close >= 0 ? quotation.close + 1 : quotation.last;
      this.quotationOf.fill(index, quotation.open, end);
    });
  }

  /** The index of the quotation whose last token is `token`, or -1. */
  endsAt(token: number): number {
    const index = this.quotationOf[token] ?? -1;
    const quotation = this.quotations[index];
    return quotation !== undefined && quotation.close === token ? index : -1;
  }

  /** The index of the quotation whose opening mark is `token`, or -1. */
  beginsAt(token: number): number {
    const index = this.quotationOf[token] ?? -1;
    return this.quotations[index]?.open === token ? index : -1;
  }

  /** The token after a quotation and its marks. */
  endOf(index: number): number {
    const quotation = this.quotations[index];
    if (quotation === undefined) return 0;
    return quotation.close >= 0 ? quotation.close + 1 : quotation.last;
  }

  /** Whether the last word inside a quotation has a comma, stop or question mark after it: "…," and "…." */
  isPunctuated(index: number): boolean {
    const quotation = this.quotations[index];
    if (quotation === undefined) return false;
    const last = quotation.close >= 0 ? quotation.close - 1 : quotation.last - 1;
    return this.isComma(last) || this.isStop(last);
  }

  /** Whether a quotation lies in the block of a token. */
  isSameBlock(index: number, token: number): boolean {
    const end = this.passage.blocks[this.quotations[index]?.block ?? -1]?.end ?? 0;
    return (this.tokens.start[token] ?? 0) < end;
  }

  /**
   * Whether a quotation looks like the title of a work or a name: two to eight words, each of four letters or more with
   * a capital, and no stop or comma at the end: “Meet the Press”.
   */
  isTitle(index: number): boolean {
    const quotation = this.quotations[index];
    if (
      quotation === undefined ||
      quotation.last - quotation.first > 10 ||
      quotation.last - quotation.first < 2
    )
      return false;
    const { shape, start, end } = this.tokens;
    for (let token = quotation.first; token < quotation.last; token++) {
      const bits = shape[token] ?? 0;
      const long = (end[token] ?? 0) - (start[token] ?? 0) > 3;
      if (bits & Shape.letter && !(bits & Shape.capital) && (long || token === quotation.first)) return false;
    }
    return true;
  }

  isQuoted(token: number): boolean {
    return (this.quotationOf[token] ?? -1) >= 0;
  }

  kind(chunk: number): number {
    return this.phrases.chunks.kind[chunk] ?? 0;
  }

  ref(chunk: number): number {
    return this.phrases.chunks.ref[chunk] ?? -1;
  }

  /** First token of a chunk. */
  first(chunk: number): number {
    const { nouns, verbs } = this.phrases;
    const ref = this.ref(chunk);
    const kind = this.kind(chunk);
    if (kind === ChunkKind.noun) return nouns.first[ref] ?? 0;
    return kind === ChunkKind.verb ? (verbs.first[ref] ?? 0) : ref;
  }

  /** The token after a chunk. */
  last(chunk: number): number {
    const { nouns, verbs } = this.phrases;
    const ref = this.ref(chunk);
    const kind = this.kind(chunk);
    if (kind === ChunkKind.noun) return nouns.last[ref] ?? 0;
    return kind === ChunkKind.verb ? (verbs.last[ref] ?? 0) : ref + 1;
  }

  firstChunk(sentence: number): number {
    return this.phrases.firstChunk[sentence] ?? 0;
  }

  /** The chunk after the last one of a sentence. */
  lastChunk(sentence: number): number {
    return this.phrases.firstChunk[sentence + 1] ?? this.phrases.chunks.length;
  }

  firstToken(sentence: number): number {
    return this.passage.sentences.first[sentence] ?? 0;
  }

  lastToken(sentence: number): number {
    return this.passage.sentences.last[sentence] ?? 0;
  }

  blockOf(sentence: number): number {
    return this.passage.sentences.block[sentence] ?? -1;
  }

  word(token: number): number {
    return this.tokens.word[token] ?? -1;
  }

  unit(token: number): number {
    return token >= 0 && token < this.tokens.length
      ? this.tokens.text.charCodeAt(this.tokens.start[token] ?? 0)
      : 0;
  }

  isComma(token: number): boolean {
    return this.unit(token) === 0x2c;
  }

  isColon(token: number): boolean {
    return this.unit(token) === 0x3a;
  }

  /** A full stop, question or exclamation mark, ellipsis. */
  isStop(token: number): boolean {
    const unit = this.unit(token);
    return unit === 0x2e || unit === 0x3f || unit === 0x21 || unit === 0x2026;
  }

  /** A dash between clauses, not a hyphen in a word. */
  isDash(token: number): boolean {
    const unit = this.unit(token);
    return (
      unit === 0x2014 ||
      unit === 0x2013 ||
      (unit === 0x2d && ((this.tokens.shape[token] ?? 0) & Shape.space) !== 0)
    );
  }

  /** I, we, you: outside quotation marks the one who writes and the one who reads. */
  isAuthorOrReader(token: number): boolean {
    const word = this.word(token);
    return word === this.words.i || word === this.words.we || word === this.words.you;
  }

  isAccordingTo(token: number): boolean {
    return this.word(token) === this.words.according && this.word(token + 1) === this.words.to;
  }
}
