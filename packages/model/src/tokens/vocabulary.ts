import { foldedUnits } from "./character-classes.js";
import type { Tokens } from "./tokens.js";

/**
 * Words as small integers. Lexicons enter their words first (`add`); the ids below {@link Vocabulary.size} are theirs
 * for good, so that all knowledge about a word is a typed array indexed by its id. Words that only a document
 * has get ids from `size` upward, which {@link Vocabulary.beginDocument} forgets: memory does not grow with the corpus,
 * and nothing but equality within that document may be read into such an id.
 *
 * Words are compared on their folded key (case, width, apostrophes, ignorable units); no string is made for a
 * look-up. Open addressing over an FNV-1a hash; keys live in one arena of UTF-16 units.
 */
export class Vocabulary {
  /** Number of lexicon words. */
  size = 0;
  private used = 0;
  /** Two entries a slot, side by side since a look-up wants both: the id or -1, and the hash of its key. */
  private slots = new Int32Array(1 << 13).fill(-1);
  private hashes = new Int32Array(1 << 11);
  private offsets = new Int32Array((1 << 11) + 1);
  private arena = new Uint16Array(1 << 14);
  private readonly folded = foldedUnits();
  /** The tokens of the current document. */
  private current: Tokens | null = null;

  /** Enters a lexicon word and gives its id. Throws while a document's own words are present. */
  add(word: string): number {
    if (this.used !== this.size) throw new Error(`Vocabulary.add("${word}") between two documents' words`);
    const id = this.intern(word, 0, word.length);
    this.size = this.used;
    return id;
  }

  /**
   * Enters lexicon words given one after the other, each with a line feed behind it; gives their ids in order. No string is made of
   * any, which {@link Vocabulary.add} asks for.
   */
  addLines(lines: string): Int32Array {
    if (this.used !== this.size) throw new Error("Vocabulary.addLines between two documents' words");
    const ids: number[] = [];
    while (this.arena.length < (this.offsets[this.used] ?? 0) + lines.length) this.growArena();
    // A word and its line feed are eight units or so: with that much room no table is made over and over.
    const expected = this.used + (lines.length >> 3);
    while (this.hashes.length <= expected) this.growIds();
    if (this.slots.length < expected * 4) this.rehash(expected);
    for (let start = 0; start < lines.length; ) {
      const feed = lines.indexOf("\n", start);
      const end = feed < 0 ? lines.length : feed;
      ids.push(this.intern(lines, start, end));
      start = end + 1;
    }
    this.size = this.used;
    return Int32Array.from(ids);
  }

  /** The id of a lexicon word, or -1. */
  find(word: string): number {
    const id = this.locate(word, 0, word.length, false);
    return id >= 0 && id < this.size ? id : -1;
  }

  /** The id of `text.slice(start, end)`, entered as a word of the current document where it is new. */
  intern(text: string, start: number, end: number): number {
    return this.locate(text, start, end, true);
  }

  /** Forgets the words that only the last document had. Cost: their number. */
  beginDocument(): void {
    const mask = this.slots.length - 1;
    // Words leave in the reverse order of their coming, so every probe chain is whole again.
    for (let id = this.used - 1; id >= this.size; id--) {
      let slot = ((this.hashes[id] ?? 0) << 1) & mask;
      while (this.slots[slot] !== id) slot = (slot + 2) & mask;
      this.slots[slot] = -1;
    }
    this.used = this.size;
    this.current = null;
  }

  /** Says which tokens have the words of the current document; {@link Vocabulary.beginDocument} ends that. */
  hold(tokens: Tokens): void {
    this.current = tokens;
  }

  /** Whether the word ids of these tokens are this vocabulary's and still mean what they meant. */
  holds(tokens: Tokens): boolean {
    return this.current === tokens;
  }

  /** A hash of the folded key of an id (32 bits, signed): the same word has the same one in every vocabulary. */
  hash(id: number): number {
    return this.hashes[id] ?? 0;
  }

  /** The folded key of an id. */
  word(id: number): string {
    let key = "";
    for (let i = this.offsets[id] ?? 0; i < (this.offsets[id + 1] ?? 0); i++) {
      key += String.fromCharCode(this.arena[i] ?? 0);
    }
    return key;
  }

  private locate(text: string, start: number, end: number, enter: boolean): number {
    const at = this.offsets[this.used] ?? 0;
    while (at + (end - start) > this.arena.length) this.growArena();
    const { arena, folded } = this;
    let hash = 0x811c9dc5;
    let length = 0;
    for (let i = start; i < end; i++) {
      const unit = folded[text.charCodeAt(i)] ?? 0;
      if (unit === 0) continue;
      arena[at + length++] = unit;
      hash = Math.imul(hash ^ unit, 0x01000193);
    }
    hash ^= hash >>> 15;
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = (hash << 1) & mask;
    for (;;) {
      const id = slots[slot] ?? -1;
      if (id === -1) break;
      if (slots[slot + 1] === hash && this.sameKey(id, at, length)) return id;
      slot = (slot + 2) & mask;
    }
    return enter ? this.enter(slot, hash, at + length) : -1;
  }

  private sameKey(id: number, at: number, length: number): boolean {
    const { arena, offsets } = this;
    const from = offsets[id] ?? 0;
    if ((offsets[id + 1] ?? 0) - from !== length) return false;
    for (let i = 0; i < length; i++) if (arena[from + i] !== arena[at + i]) return false;
    return true;
  }

  private enter(slot: number, hash: number, arenaEnd: number): number {
    const id = this.used++;
    if (id + 1 >= this.hashes.length) this.growIds();
    this.hashes[id] = hash;
    this.offsets[id + 1] = arenaEnd;
    this.slots[slot] = id;
    this.slots[slot + 1] = hash;
    if (this.used * 4 > this.slots.length) this.rehash(this.used);
    return id;
  }

  private growArena(): void {
    const arena = new Uint16Array(this.arena.length * 2);
    arena.set(this.arena);
    this.arena = arena;
  }

  private growIds(): void {
    const hashes = new Int32Array(this.hashes.length * 2);
    hashes.set(this.hashes);
    this.hashes = hashes;
    const offsets = new Int32Array(hashes.length + 1);
    offsets.set(this.offsets);
    this.offsets = offsets;
  }

  /** Makes the table of slots anew, for at least so many words. */
  private rehash(words: number): void {
    let size = this.slots.length * 2;
    while (size < words * 4) size *= 2;
    const slots = new Int32Array(size).fill(-1);
    const mask = slots.length - 1;
    for (let id = 0; id < this.used; id++) {
      const hash = this.hashes[id] ?? 0;
      let slot = (hash << 1) & mask;
      while (slots[slot] !== -1) slot = (slot + 2) & mask;
      slots[slot] = id;
      slots[slot + 1] = hash;
    }
    this.slots = slots;
  }
}
