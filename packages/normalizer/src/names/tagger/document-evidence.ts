import { type Sentences, Shape, type Tokens } from "@readout/model";
import { widenInts } from "./widen.js";
import { WordContexts } from "./word-contexts.js";
import type { WordFeatures } from "./word-features.js";

/** How the letters of a sentence are cased. */
export const Casing = { running: 0, title: 1, upper: 2 } as const;

/** Numbers kept of a word, after that of the document they are of. */
const ENTRY = 4;
const FLAGS = 1;
const LEFT = 2;
const RIGHT = 3;
/** Flags: seen in small letters; seen with a capital inside a sentence. */
const SMALL = 1;
const CAPITAL = 2;

/**
 * What a document says elsewhere about its words, by word id: seen in lower case; seen with a capital inside a sentence; the
 * neighbours it has where it stands in a longer capitalised run ("Hillary Clinton" tells what a later "Clinton" is); what
 * stands around its runs.
 */
export class DocumentEvidence {
  private entries: Int32Array = new Int32Array(0);
  private document = 0;
  /** Of every sentence of the document: {@link Casing}. */
  casing: Uint8Array = new Uint8Array(0);
  readonly contexts: WordContexts;

  constructor(private readonly words: WordFeatures) {
    this.contexts = new WordContexts(words);
  }

  /** Reads what a document says of its words, in place of the one before. */
  beginDocument(tokens: Tokens, sentences: Sentences): void {
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
    return (this.read(word, FLAGS) & SMALL) !== 0;
  }

  seenCapital(word: number): boolean {
    return (this.read(word, FLAGS) & CAPITAL) !== 0;
  }

  /** Hash of the word to the left in the first longer run, 0 where there is none. */
  left(word: number): number {
    return this.read(word, LEFT);
  }

  right(word: number): number {
    return this.read(word, RIGHT);
  }

  /** A number of a word, 0 where the document has none. */
  private read(word: number, column: number): number {
    const entry = word * ENTRY;
    return this.entries[entry] === this.document ? (this.entries[entry + column] as number) : 0;
  }

  private readSentence(tokens: Tokens, first: number, last: number, casing: number): void {
    let runFirst = first;
    let runLast = first;
    for (let token = first; token < last; token++) {
      const shape = tokens.shape[token] ?? 0;
      if ((shape & Shape.letter) === 0 || (shape & (Shape.clitic | Shape.address)) !== 0) continue;
      const entry = this.entryOf(tokens.word[token] as number);
      if ((shape & Shape.capital) === 0) this.set(entry, SMALL);
      else if (casing === Casing.running) {
        if (token >= runLast) {
          runFirst = token;
          runLast = token + 1;
          while (runLast < last && isCapitalised(tokens, runLast)) runLast++;
        }
        this.contexts.add(tokens, token, runFirst, runLast, first, last);
        if (token > first && isWordBefore(tokens, token - 1)) this.set(entry, CAPITAL);
        if (token > first && isCapitalised(tokens, token - 1)) this.readPair(tokens, token - 1);
      }
    }
  }

  /** Two capitalised words in a row: each is the neighbour of the other, unless the document had one before. */
  private readPair(tokens: Tokens, token: number): void {
    const left = tokens.word[token] as number;
    const right = tokens.word[token + 1] as number;
    this.words.fill(tokens, token);
    this.words.fill(tokens, token + 1);
    const { entries } = this;
    if (entries[right * ENTRY + LEFT] === 0) entries[right * ENTRY + LEFT] = this.words.hash(left);
    if (entries[left * ENTRY + RIGHT] === 0) entries[left * ENTRY + RIGHT] = this.words.hash(right);
  }

  private set(entry: number, flag: number): void {
    this.entries[entry + FLAGS] = (this.entries[entry + FLAGS] as number) | flag;
  }

  /** Where the numbers of a word begin, blank where the document has not had it yet. */
  private entryOf(word: number): number {
    const entry = word * ENTRY;
    if (entry >= this.entries.length)
      this.entries = widenInts(this.entries, Math.max(entry * 2, ENTRY << 10));
    const { entries } = this;
    if (entries[entry] !== this.document) {
      entries[entry] = this.document;
      entries[entry + FLAGS] = 0;
      entries[entry + LEFT] = 0;
      entries[entry + RIGHT] = 0;
    }
    return entry;
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
