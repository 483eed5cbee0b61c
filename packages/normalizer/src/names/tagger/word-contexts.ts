import type { Tokens } from "@readout/model";
import { widenInts } from "./widen.js";
import type { WordFeatures } from "./word-features.js";

/** Other places of a word that are looked at. */
export const OTHERS = 4;
/**
 * Numbers kept of a place: the next place of its word or -1, its token, the hashes of two words before and two after its capitalised
 * run, and where it stands in it.
 */
const PLACE = 7;
/** Numbers kept of a word, after that of its document. */
const ENTRY = 4;
const COUNT = 1;
const HEAD = 2;
const TAIL = 3;
/** Stands for what lies outside the sentence. */
export const EDGE = 0x51ed270b;

/** What stands around another place of a word; hashes of 0 are words that lie outside the sentence. */
export type WordContext = {
  before: number;
  after: number;
  beforeThat: number;
  afterThat: number;
  /** Words of the run before the word and after it, 2 at most. */
  left: number;
  right: number;
};

/**
 * What stands around the capitalised words of a document in the first places that they have: where "Nakai" stands after
 * "according to" in one sentence, it is no town in another. By word id, for one document at a time.
 */
export class WordContexts {
  /** Four numbers a word: its document, how many places, the first of them and the last one yet. */
  private entries: Int32Array = new Int32Array(0);
  private places: Int32Array = new Int32Array(0);
  private used = 0;
  private document = 0;
  readonly context: WordContext = { before: 0, after: 0, beforeThat: 0, afterThat: 0, left: 0, right: 0 };

  constructor(private readonly words: WordFeatures) {}

  beginDocument(): void {
    this.document++;
    this.used = 0;
  }

  /** Adds the place of a token in the capitalised run `[runFirst, runLast)` of the sentence `[first, last)`. */
  add(tokens: Tokens, token: number, runFirst: number, runLast: number, first: number, last: number): void {
    const entry = (tokens.word[token] as number) * ENTRY;
    if (entry >= this.entries.length)
      this.entries = widenInts(this.entries, Math.max(entry * 2, ENTRY << 10));
    const { entries } = this;
    const isNew = entries[entry] !== this.document;
    if (!isNew && (entries[entry + COUNT] as number) > OTHERS) return;
    const at = this.used;
    this.used += PLACE;
    if (this.used > this.places.length) this.places = widenInts(this.places, this.used * 2);
    const { places } = this;
    if (isNew) {
      entries[entry] = this.document;
      entries[entry + COUNT] = 1;
      entries[entry + HEAD] = at;
    } else {
      entries[entry + COUNT] = (entries[entry + COUNT] as number) + 1;
      places[entries[entry + TAIL] as number] = at;
    }
    entries[entry + TAIL] = at;
    places[at] = -1;
    places[at + 1] = token;
    places[at + 2] = runFirst > first ? this.hash(tokens, runFirst - 1) : EDGE;
    places[at + 3] = runLast < last ? this.hash(tokens, runLast) : EDGE;
    places[at + 4] = runFirst - 1 > first ? this.hash(tokens, runFirst - 2) : 0;
    places[at + 5] = runLast + 1 < last ? this.hash(tokens, runLast + 1) : 0;
    places[at + 6] = Math.min(2, token - runFirst) | (Math.min(2, runLast - 1 - token) << 2);
  }

  /** The first place kept of a word, -1 where it has none. */
  first(word: number): number {
    const entry = word * ENTRY;
    return this.entries[entry] === this.document ? (this.entries[entry + HEAD] as number) : -1;
  }

  /** The place of the same word after a place, -1 after the last. */
  next(place: number): number {
    return this.places[place] as number;
  }

  /** Reads a place into {@link WordContexts.context}; false where it is the token's own. */
  read(place: number, token: number): boolean {
    const { places, context } = this;
    if (places[place + 1] === token) return false;
    context.before = places[place + 2] as number;
    context.after = places[place + 3] as number;
    context.beforeThat = places[place + 4] as number;
    context.afterThat = places[place + 5] as number;
    const position = places[place + 6] as number;
    context.left = position & 3;
    context.right = position >> 2;
    return true;
  }

  private hash(tokens: Tokens, token: number): number {
    this.words.fill(tokens, token);
    return this.words.hash(tokens.word[token] as number);
  }
}
