/** How a word is written inside sentences of English prose. */
export const WordCase = { unknown: 0, small: 1, mostlySmall: 2, mixed: 3, capital: 4 } as const;
/** Added where a word is frequent: a small and frequent one is a word of every day. */
export const FREQUENT = 4;

/** Bits of a word's hash that are kept. */
export const CASE_HASH_BITS = 24;
/** Bits of an entry that hold the case; the hash lies above them. */
const KIND_BITS = 4;

/**
 * What large texts tell about the case of words, by the hash of the word. Bytes: number of words as 32 bits little-endian; a
 * byte for each, a {@link WordCase} with or without {@link FREQUENT}; then the distances of their sorted hashes as varints.
 */
export class WordCases {
  private readonly slots: Int32Array;
  private readonly mask: number;

  constructor(packed: Uint8Array) {
    const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
    const count = packed.length < 4 ? 0 : view.getUint32(0, true);
    let size = 64;
    while (size < count * 2) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(size);
    let at = 4 + count;
    let hash = 0;
    for (let i = 0; i < count; i++) {
      for (let shift = 0; ; shift += 7) {
        const part = packed[at++] as number;
        hash += (part & 0x7f) << shift;
        if (part < 0x80) break;
      }
      let slot = hash & this.mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = (hash << KIND_BITS) | (packed[4 + i] as number);
    }
  }

  /** The case of the word with this hash, 0 where nothing is known. */
  of(wordHash: number): number {
    const hash = wordHash >>> (32 - CASE_HASH_BITS);
    for (let slot = hash & this.mask; ; slot = (slot + 1) & this.mask) {
      const found = this.slots[slot] as number;
      if (found === 0) return WordCase.unknown;
      if (found >>> KIND_BITS === hash) return found & ((1 << KIND_BITS) - 1);
    }
  }
}
