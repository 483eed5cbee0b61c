import { type Sentences, Shape, type Tokens } from "@readout/model";
import { widenInts } from "./widen.js";
import { WordContexts } from "./word-contexts.js";
import type { WordFeatures } from "./word-features.js";

/** How the letters of a sentence are cased. */
export const Casing = { running: 0, title: 1, upper: 2 } as const;

/**
 * What a document says elsewhere about its words, by word id: seen in lower case; seen with a capital inside a sentence; the
 * neighbours it has where it stands in a longer capitalised run ("Hillary Clinton" tells what a later "Clinton" is); what
 * stands around its runs.
 */
export class DocumentEvidence {
  private stamp: Int32Array = new Int32Array(1 << 12);
  private flags: Uint8Array = new Uint8Array(1 << 12);
  private leftHash: Int32Array = new Int32Array(1 << 12);
  private rightHash: Int32Array = new Int32Array(1 << 12);
  private document = 0;
  /** Of every sentence of the document: {@link Casing}. */
  casing: Uint8Array = new Uint8Array(64);
  readonly contexts: WordContexts;

  constructor(private readonly words: WordFeatures) {
    this.contexts = new WordContexts(words);
  }

  read(tokens: Tokens, sentences: Sentences): void {
    this.document++;
    this.contexts.beginDocument();
    if (this.casing.length < sentences.length) this.casing = new Uint8Array(sentences.length * 2);
    for (let s = 0; s < sentences.length; s++) {
      const first = sentences.first[s] ?? 0;
      const last = sentences.last[s] ?? 0;
      const casing = casingOf(tokens, first, last);
      this.casing[s] = casing;
      if (casing !== Casing.upper) this.readSentence(tokens, first, last, casing);
    }
  }

  seenLower(word: number): boolean {
    return (this.flagsOf(word) & 1) !== 0;
  }

  seenCapital(word: number): boolean {
    return (this.flagsOf(word) & 2) !== 0;
  }

  /** Hash of the word to the left in the first longer run, 0 where there is none. */
  left(word: number): number {
    return this.stamp[word] === this.document ? (this.leftHash[word] ?? 0) : 0;
  }

  right(word: number): number {
    return this.stamp[word] === this.document ? (this.rightHash[word] ?? 0) : 0;
  }

  private flagsOf(word: number): number {
    return this.stamp[word] === this.document ? (this.flags[word] ?? 0) : 0;
  }

  private readSentence(tokens: Tokens, first: number, last: number, casing: number): void {
    let runFirst = first;
    let runLast = first;
    for (let token = first; token < last; token++) {
      const shape = tokens.shape[token] ?? 0;
      if ((shape & Shape.letter) === 0 || (shape & (Shape.clitic | Shape.address)) !== 0) continue;
      const word = tokens.word[token] ?? 0;
      this.touch(word);
      if ((shape & Shape.capital) === 0) this.flags[word] = (this.flags[word] ?? 0) | 1;
      else if (casing === Casing.running) {
        if (token >= runLast) {
          runFirst = token;
          runLast = token + 1;
          while (runLast < last && isCapitalised(tokens, runLast)) runLast++;
        }
        this.contexts.add(tokens, token, runFirst, runLast, first, last);
        if (token > first && isWordBefore(tokens, token - 1)) this.flags[word] = (this.flags[word] ?? 0) | 2;
        const before = token > first && isCapitalised(tokens, token - 1) ? token - 1 : -1;
        if (before >= 0) {
          const left = tokens.word[before] ?? 0;
          this.words.fill(tokens, before);
          this.words.fill(tokens, token);
          if (this.leftHash[word] === 0) this.leftHash[word] = this.words.hash(left);
          if (this.rightHash[left] === 0) this.rightHash[left] = this.words.hash(word);
        }
      }
    }
  }

  private touch(word: number): void {
    if (word >= this.stamp.length) this.grow(word);
    if (this.stamp[word] === this.document) return;
    this.stamp[word] = this.document;
    this.flags[word] = 0;
    this.leftHash[word] = 0;
    this.rightHash[word] = 0;
  }

  private grow(word: number): void {
    const size = Math.max(word + 1, this.stamp.length * 2);
    this.stamp = widenInts(this.stamp, size);
    this.leftHash = widenInts(this.leftHash, size);
    this.rightHash = widenInts(this.rightHash, size);
    const flags = new Uint8Array(size);
    flags.set(this.flags);
    this.flags = flags;
  }
}

const isCapitalised = (tokens: Tokens, token: number): boolean => {
  const shape = tokens.shape[token] ?? 0;
  return (shape & Shape.capital) !== 0 && (shape & Shape.address) === 0;
};

/** Whether a token is a word, so that a capital after it is no sentence start (quotes and dashes can hide one). */
const isWordBefore = (tokens: Tokens, token: number): boolean =>
  ((tokens.shape[token] ?? 0) & Shape.letter) !== 0;

/** Upper: no lower-case word. Title: at most a third of the words of three letters and more are in lower case. */
export const casingOf = (tokens: Tokens, first: number, last: number): number => {
  let words = 0;
  let uppers = 0;
  let capitals = 0;
  for (let token = first; token < last; token++) {
    const shape = tokens.shape[token] ?? 0;
    if ((shape & Shape.letter) === 0 || (shape & (Shape.clitic | Shape.address)) !== 0) continue;
    const length = (tokens.end[token] ?? 0) - (tokens.start[token] ?? 0);
    if (shape & Shape.upper) uppers++;
    else if (length === 1) continue;
    if (length < 3 && (shape & Shape.capital) === 0) continue;
    words++;
    if (shape & Shape.capital) capitals++;
  }
  if (words >= 2 && uppers >= words) return Casing.upper;
  return words >= 4 && capitals * 3 >= words * 2 ? Casing.title : Casing.running;
};
