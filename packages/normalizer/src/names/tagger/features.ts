import { type Sentences, Shape, type Tokens, type Vocabulary } from "@readout/model";
import { DocumentEvidence } from "./document-evidence.js";
import { createGazetteer, type Gazetteer } from "./gazetteer.js";
import { LISTED_SHIFT, MINED_MASK, type MinedNames } from "./mined-names.js";
import { WordCase, type WordCases } from "./word-cases.js";
import { EDGE, OTHERS } from "./word-contexts.js";
import { WordFeatures } from "./word-features.js";

/** Features of one token; -1 where a slot is empty. */
export const SLOTS = 78;
/** The first slots speak of the word and its case alone: their scores can be kept by word. */
export const WORD_SLOTS = 10;
/** Slots from here on speak of gazetteers; training leaves them out now and then. */
export const GAZETTEER_SLOT = 63;
/** The bits of a shape that tell how its letters are cased. */
export const CASE = 7;
/** Feature ids lie below 2^FEATURE_BITS. */
export const FEATURE_BITS = 22;

/** Prefixes and suffixes of 1 to 4 units. */
const AFFIXES = 4;
const SHIFT = 32 - FEATURE_BITS;
/** Tokens that are looked at beyond either end of a run. */
const PAD = 4;

/**
 * Turns tokens into hashed features. Equal text gives equal features in training and in use, under any vocabulary. Call
 * {@link FeatureExtractor.beginDocument} first, then {@link FeatureExtractor.beginRun} for each run of tokens to be tagged.
 */
export class FeatureExtractor {
  private readonly words: WordFeatures;
  private readonly evidence: DocumentEvidence;
  private readonly gazetteer: Gazetteer;
  private flags: Int32Array = new Int32Array(0);
  private minedFlags: Int32Array = new Int32Array(0);
  /** Word hashes, shapes and usual cases of the run, from {@link PAD} on; what lies outside its sentence is {@link EDGE}. */
  private hashes: Int32Array = new Int32Array(0);
  private shapes: Int32Array = new Int32Array(0);
  private cases: Uint8Array = new Uint8Array(0);
  private tokens: Tokens | null = null;
  /** The sentence of the run. */
  private sentenceFirst = 0;
  private sentenceLast = 0;
  private casing = 0;
  /** The run. */
  private first = 0;
  private last = 0;

  constructor(
    vocabulary: Vocabulary,
    private readonly mined: MinedNames,
    cases: WordCases,
  ) {
    this.gazetteer = createGazetteer(vocabulary);
    this.words = new WordFeatures(vocabulary, cases);
    this.evidence = new DocumentEvidence(this.words);
  }

  beginDocument(tokens: Tokens, sentences: Sentences): void {
    this.tokens = tokens;
    this.words.beginDocument();
    this.evidence.beginDocument(tokens, sentences);
  }

  /** Looks at the run `[first, last)` of the sentence `[sentenceFirst, sentenceLast)`. */
  beginRun(sentence: number, sentenceFirst: number, sentenceLast: number, first: number, last: number): void {
    this.sentenceFirst = sentenceFirst;
    this.sentenceLast = sentenceLast;
    this.first = first;
    this.last = last;
    this.casing = this.evidence.casing[sentence] ?? 0;
    if (this.flags.length < last - first) {
      this.flags = new Int32Array((last - first) * 2);
      this.minedFlags = new Int32Array((last - first) * 2);
      this.hashes = new Int32Array((last - first) * 2 + 2 * PAD);
      this.shapes = new Int32Array((last - first) * 2 + 2 * PAD);
      this.cases = new Uint8Array((last - first) * 2 + 2 * PAD);
    }
    if (this.tokens === null) return;
    this.readWords(this.tokens);
    this.gazetteer(this.tokens, first, last, this.flags);
    this.mined.mark(this.words, this.tokens, first, last, this.minedFlags);
  }

  /** Writes the features of one token of the run to `out[at … at + SLOTS)`. */
  extract(token: number, out: Int32Array, at: number): void {
    out.fill(-1, at, at + SLOTS);
    this.extractWord(token, out, at);
    this.extractContext(token, out, at);
  }

  /** Case of a token, below 8: with its word it decides the features of {@link FeatureExtractor.extractWord}. */
  caseOf(token: number): number {
    return this.shapeAt(token) & CASE;
  }

  /** Writes what the word itself says to `out[at … at + WORD_SLOTS)`, which must hold -1. */
  extractWord(token: number, out: Int32Array, at: number): void {
    const { words, tokens } = this;
    if (tokens === null) return;
    const word = tokens.word[token] ?? 0;
    const w0 = this.hashAt(token);
    const letters = this.caseOf(token);
    out[at] = feature(1, w0, 0);
    out[at + 1] = feature(2, w0, letters);
    for (let n = 1; n <= AFFIXES; n++) {
      const prefix = words.prefix(word, n);
      if (prefix !== 0) out[at + 1 + n] = feature(20 + n, prefix, letters);
      const suffix = words.suffix(word, n);
      if (suffix !== 0) out[at + 5 + n] = feature(24 + n, suffix, letters);
    }
  }

  /** Writes what stands around the word to `out[at + WORD_SLOTS … at + SLOTS)`, which must hold -1. */
  extractContext(token: number, out: Int32Array, at: number): void {
    const { words, evidence, tokens } = this;
    if (tokens === null) return;
    const word = tokens.word[token] ?? 0;
    const w0 = this.hashAt(token);
    const wl = this.hashAt(token - 1);
    const wr = this.hashAt(token + 1);
    const wll = this.hashAt(token - 2);
    const wrr = this.hashAt(token + 2);
    const s0 = this.shapeAt(token);
    const sl = this.shapeAt(token - 1);
    const sr = this.shapeAt(token + 1);
    const sll = this.shapeAt(token - 2);
    const srr = this.shapeAt(token + 2);
    const start = this.isStart(token) ? 1 : 0;
    const place = start | (this.casing << 1);
    const letters = s0 & CASE;

    let slot = at + WORD_SLOTS;
    out[slot++] = feature(3, wl, 0);
    out[slot++] = feature(4, wr, 0);
    out[slot++] = feature(5, wll, 0);
    out[slot++] = feature(6, wrr, 0);
    out[slot++] = feature(7, wl, w0);
    out[slot++] = feature(8, w0, wr);
    out[slot++] = feature(9, wl, s0);
    out[slot++] = feature(10, wr, s0);
    out[slot++] = feature(11, s0, place);
    out[slot++] = feature(12, mix(sl, s0), sr);
    out[slot++] = feature(13, mix(sll, sl), s0);
    out[slot++] = feature(14, mix(s0, sr), srr);
    out[slot++] = feature(18, w0, place);
    out[slot++] = feature(15, wll, wl);
    out[slot++] = feature(16, wr, wrr);
    if (token > this.sentenceFirst) {
      const suffix = words.suffix(tokens.word[token - 1] ?? 0, 3);
      if (suffix !== 0) out[slot++] = feature(30, suffix, letters);
    }
    if (token + 1 < this.sentenceLast) {
      const suffix = words.suffix(tokens.word[token + 1] ?? 0, 3);
      if (suffix !== 0) out[slot++] = feature(31, suffix, letters);
    }
    this.outerContext(token, s0, out, at + 27);

    const lower = evidence.seenLower(word) ? 1 : 0;
    const capital = evidence.seenCapital(word) ? 2 : 0;
    const seen = lower | capital;
    slot = at + 34;
    out[slot++] = feature(40, mix(seen, place), s0);
    out[slot++] = feature(41, w0, seen);
    const left = evidence.left(word);
    const right = evidence.right(word);
    const newLeft = left !== 0 && left !== wl ? 1 : 0;
    const newRight = right !== 0 && right !== wr ? 1 : 0;
    if (newLeft === 1) out[slot++] = feature(42, left, 0);
    if (newRight === 1) out[slot++] = feature(44, right, 0);
    out[slot++] = feature(46, mix(seen, newLeft), mix(newRight, mix(start, letters)));
    const c0 = this.caseAt(token);
    const cl = this.caseAt(token - 1);
    const cr = this.caseAt(token + 1);
    out[at + 39] = feature(70, mix(c0, place), s0);
    out[at + 40] = feature(71, mix(c0, letters), mix(cl, sl & CASE));
    out[at + 41] = feature(72, mix(c0, letters), mix(cr, sr & CASE));
    out[at + 42] = feature(73, mix(c0, letters), seen);
    this.nearbyWords(token, out, at + 43);
    if (letters !== 0) this.otherPlaces(token, word, out, at + 47);
    this.gazetteerFeatures(token, w0, s0, out, at + GAZETTEER_SLOT);
  }

  /** Words three and four away, in whatever order. */
  private nearbyWords(token: number, out: Int32Array, at: number): void {
    for (let distance = 3; distance <= PAD; distance++) {
      if (token - distance >= this.sentenceFirst)
        out[at + distance - 3] = feature(87, this.hashAt(token - distance), 0);
      if (token + distance < this.sentenceLast)
        out[at + distance - 1] = feature(87, this.hashAt(token + distance), 1);
    }
  }

  /** The words around the runs that hold the word in other places of the document. */
  private otherPlaces(token: number, word: number, out: Int32Array, at: number): void {
    const { contexts } = this.evidence;
    const { context } = contexts;
    let slot = at;
    const end = at + 4 * OTHERS;
    for (let place = contexts.first(word); place >= 0 && slot < end; place = contexts.next(place)) {
      if (!contexts.read(place, token)) continue;
      out[slot++] = feature(80, context.before, context.left);
      out[slot++] = feature(81, context.after, context.right);
      if (context.beforeThat !== 0) out[slot] = feature(82, context.beforeThat, 0);
      if (context.afterThat !== 0) out[slot + 1] = feature(83, context.afterThat, 0);
      slot += 2;
    }
  }

  /** The words that stand around the capitalised run of the token: "President | Barack Obama | said". */
  private outerContext(token: number, s0: number, out: Int32Array, at: number): void {
    const { tokens } = this;
    if (tokens === null) return;
    let before = token;
    while (before >= this.first && token - before < 6 && isCapital(tokens, before)) before--;
    let after = token;
    while (after < this.last && after - token < 6 && isCapital(tokens, after)) after++;
    const length = after - before;
    const position = token - before;
    const hb = this.hashAt(before);
    const ha = this.hashAt(after);
    out[at] = feature(32, hb, Math.min(position, 3));
    out[at + 1] = feature(33, ha, Math.min(after - token, 3));
    out[at + 2] = feature(34, mix(Math.min(position, 4), Math.min(length, 5)), s0);
    out[at + 3] = feature(35, hb, ha);
    if (after < this.sentenceLast)
      out[at + 4] = feature(36, this.words.suffix(tokens.word[after] ?? 0, 3), Math.min(after - token, 3));
    if (before + 1 < token)
      out[at + 6] = feature(38, this.hashAt(before + 1), Math.min(token - before - 1, 3));
    if (after > token + 1) out[at + 5] = feature(37, this.hashAt(after - 1), Math.min(after - 1 - token, 3));
  }

  private gazetteerFeatures(token: number, w0: number, s0: number, out: Int32Array, at: number): void {
    const mask = this.flags[token - this.first] ?? 0;
    const left = token > this.first ? (this.flags[token - 1 - this.first] ?? 0) : 0;
    const right = token + 1 < this.last ? (this.flags[token + 1 - this.first] ?? 0) : 0;
    let slot = at;
    for (let bit = 0, rest = mask; rest !== 0 && slot < at + 4; bit++, rest >>>= 1) {
      if ((rest & 1) !== 0) out[slot++] = feature(50, bit, s0 & CASE);
    }
    slot = at + 4;
    out[slot++] = feature(51, mask, left);
    out[slot++] = feature(52, mask, right);
    out[slot++] = feature(53, mask, s0);
    const both = this.minedFlags[token - this.first] ?? 0;
    const bothLeft = token > this.first ? (this.minedFlags[token - 1 - this.first] ?? 0) : 0;
    const bothRight = token + 1 < this.last ? (this.minedFlags[token + 1 - this.first] ?? 0) : 0;
    const mined = both & MINED_MASK;
    const minedLeft = bothLeft & MINED_MASK;
    const minedRight = bothRight & MINED_MASK;
    out[slot++] = feature(61, mined, minedLeft);
    out[slot++] = feature(62, mined, minedRight);
    out[slot++] = feature(63, mined, s0);
    out[slot++] = feature(64, mined, mask);
    const listed = both >>> LISTED_SHIFT;
    const listedLeft = bothLeft >>> LISTED_SHIFT;
    if ((listed | listedLeft) !== 0) out[slot++] = feature(66, listed, listedLeft);
    if (listed !== 0) {
      out[slot++] = feature(67, listed, s0);
      out[slot++] = feature(68, listed, bothRight >>> LISTED_SHIFT);
    }
    const wl = this.hashAt(token - 1);
    if (mined !== 0) out[slot++] = feature(65, mined, wl);
    else if (mask !== 0) out[slot++] = feature(54, mask, wl);
    else if (left !== 0) out[slot++] = feature(56, left, w0);
  }

  private readWords(tokens: Tokens): void {
    const { words, hashes, shapes, cases } = this;
    for (let token = this.first - PAD, at = 0; token < this.last + PAD; token++, at++) {
      const inside = token >= this.sentenceFirst && token < this.sentenceLast;
      if (inside) words.fill(tokens, token);
      hashes[at] = inside ? words.hash(tokens.word[token] ?? 0) : EDGE;
      shapes[at] = inside ? shapeOf(tokens, token) : CASE;
      cases[at] = inside ? words.usualCase(tokens.word[token] ?? 0) : WordCase.unknown;
    }
  }

  private hashAt(token: number): number {
    return this.hashes[token - this.first + PAD] ?? EDGE;
  }

  private shapeAt(token: number): number {
    return this.shapes[token - this.first + PAD] ?? CASE;
  }

  private caseAt(token: number): number {
    return this.cases[token - this.first + PAD] ?? WordCase.unknown;
  }

  /** A sentence start, also after an opening mark. */
  private isStart(token: number): boolean {
    if (token === this.sentenceFirst) return true;
    if (this.tokens === null) return false;
    return token - this.sentenceFirst <= 2 && ((this.tokens.shape[token - 1] ?? 0) & Shape.mark) !== 0;
  }
}

/** Case, digits, glue and length of a token in one number; the three low bits are its case, 7 stands for no token. */
const shapeOf = (tokens: Tokens, token: number): number => {
  const shape = tokens.shape[token] ?? 0;
  const length = (tokens.end[token] ?? 0) - (tokens.start[token] ?? 0);
  const glued = (shape & Shape.space) === 0 ? 8 : 0;
  if (shape & Shape.mark) return 6 | glued | ((tokens.text.charCodeAt(tokens.start[token] ?? 0) & 0x7f) << 4);
  if (shape & Shape.clitic) return 5 | glued;
  if (shape & Shape.number) return 4 | glued | (Math.min(length, 5) << 4);
  const dot = shape & Shape.dot ? 128 : 0;
  const digit = shape & Shape.digit ? 256 : 0;
  if (shape & Shape.upper) return 2 | glued | dot | digit | (Math.min(length, 6) << 4);
  if (shape & Shape.mixed) return 3 | glued | digit;
  if (shape & Shape.capital) return 1 | glued | dot | digit | (length === 1 ? 16 : 0);
  return 0 | glued | dot | digit | (Math.min(length, 4) << 4);
};

const isCapital = (tokens: Tokens, token: number): boolean =>
  ((tokens.shape[token] ?? 0) & (Shape.capital | Shape.upper)) !== 0;

const mix = (a: number, b: number): number => {
  const h = Math.imul(a ^ 0x2c1b3c6d, 0x297a2d39) ^ Math.imul(b, 0x9e3779b1);
  return h ^ (h >>> 15);
};

const feature = (template: number, a: number, b: number): number => {
  let h = Math.imul(template, 0x3c6ef372) ^ a;
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 13), 0x27d4eb2f);
  return (h ^ (h >>> 16)) >>> SHIFT;
};
