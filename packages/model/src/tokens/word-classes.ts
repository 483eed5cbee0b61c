import type { Vocabulary } from "./vocabulary.js";

/**
 * What is known about single words, as a set of sixteen bits a word id: the look-up that decides where rules run. Made once
 * from a vocabulary that will get no further lexicon words that matter to it; words of a document answer 0.
 */
export class WordClasses {
  private bits: Uint16Array;

  constructor(private readonly vocabulary: Vocabulary) {
    this.bits = new Uint16Array(Math.max(64, vocabulary.size));
  }

  /** Adds bits to a lexicon word, which enters the vocabulary where it is new; gives its id. Throws on a seventeenth class. */
  add(word: string, bits: number): number {
    if (bits > 0xffff) throw new RangeError(`${word}: a word has sixteen classes at most`);
    const id = this.vocabulary.add(word);
    if (id >= this.bits.length) {
      const grown = new Uint16Array(Math.max(id + 1, this.bits.length * 2));
      grown.set(this.bits);
      this.bits = grown;
    }
    this.bits[id] = (this.bits[id] ?? 0) | bits;
    return id;
  }

  /** The bits of a word id; 0 for words that only a document has. */
  of(id: number): number {
    return id < this.bits.length ? (this.bits[id] ?? 0) : 0;
  }
}
