import { Shape, type Tokens } from "@readout/model";
import { isHyphen } from "../../knowledge/phrase-reader.js";
import { coarseTypes } from "./labels.js";
import type { WordFeatures } from "./word-features.js";

/** Longest mined name, in words. */
export const MINED_REACH = 6;
/** Flags of mined names lie below those of listed ones, four bits for each type. */
export const LISTED_SHIFT = 4 * coarseTypes.length;
export const MINED_MASK = (1 << LISTED_SHIFT) - 1;

/** Hash of a phrase from the hash of all words but the last, 0 for none, and the last word's. */
export const phraseHash = (before: number, word: number): number => {
  const h = Math.imul(before ^ (before >>> 15) ^ 0x68bc21eb, 0x2c1b3c6d) ^ word;
  return Math.imul(h ^ (h >>> 14), 0x297a2d39) | 1;
};

/**
 * Names found by machine in a large corpus, and names of lexicon/names/listed-names.tsv, as a set of phrase hashes with the
 * types each was seen as. Bytes: number of entries as 32 bits little-endian, their sorted hashes in 4 bytes each, then a byte
 * each: four bits for the types it was mined as, above them four for those it is listed as.
 */
export class MinedNames {
  private readonly slots: Int32Array;
  private readonly types: Uint8Array;
  private readonly mask: number;

  constructor(packed: Uint8Array) {
    const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
    const count = packed.length < 4 ? 0 : view.getUint32(0, true);
    let size = 64;
    while (size < count * 2) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(size);
    this.types = new Uint8Array(size);
    for (let i = 0; i < count; i++) {
      const hash = view.getInt32(4 + i * 4, true);
      let slot = hash & this.mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = hash;
      this.types[slot] = packed[4 + count * 4 + i] ?? 0;
    }
  }

  /** Type bits of a phrase, 0 where it is none. */
  typesOf(hash: number): number {
    for (let slot = hash & this.mask; ; slot = (slot + 1) & this.mask) {
      const found = this.slots[slot] ?? 0;
      if (found === 0) return 0;
      if (found === hash) return this.types[slot] ?? 0;
    }
  }

  /**
   * Sets four bits (begin, inside, end, single) for each type of the longest names in `[first, last)`: mined types below
   * {@link LISTED_SHIFT}, listed ones above.
   */
  mark(words: WordFeatures, tokens: Tokens, first: number, last: number, flags: Int32Array): void {
    for (let at = 0; at < last - first; at++) flags[at] = 0;
    for (let token = first; token < last; token++) {
      const shape = tokens.shape[token] ?? 0;
      if ((shape & (Shape.capital | Shape.upper)) === 0) continue;
      let hash = 0;
      let end = 0;
      let types = 0;
      for (let next = token, length = 0; next < last && length < MINED_REACH; next++) {
        if (next > token && isHyphen(tokens.text, tokens.start[next] ?? 0, tokens.end[next] ?? 0)) continue;
        words.fill(tokens, next);
        hash = phraseHash(hash, words.hash(tokens.word[next] ?? 0));
        length++;
        const found = this.typesOf(hash);
        if (found !== 0) {
          end = next + 1;
          types = found;
        }
      }
      if (types === 0) continue;
      for (let type = 0; type < 2 * coarseTypes.length; type++)
        if (types & (1 << type)) markPhrase(flags, token - first, end - first, type);
    }
  }
}

/** Flags one phrase unless a longer one that began earlier holds its first token. */
export const markPhrase = (flags: Int32Array, from: number, to: number, type: number): void => {
  if ((flags[from] ?? 0) & (0xf << (type * 4))) return;
  const set = (at: number, part: number): void => {
    flags[at] = (flags[at] ?? 0) | (1 << (type * 4 + part));
  };
  if (to - from === 1) set(from, 3);
  else {
    set(from, 0);
    for (let i = from + 1; i < to - 1; i++) set(i, 1);
    set(to - 1, 2);
  }
};
