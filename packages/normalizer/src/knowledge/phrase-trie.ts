/**
 * Phrases over word ids, for matching many thousand names at once. A node is an integer, {@link PhraseTrie.root} the
 * empty phrase; a step costs one probe of a hash table. Values are kept a phrase in the order they were added.
 */
export class PhraseTrie {
  static readonly root = 0;
  private nodes = 1;
  private slots: Int32Array = new Int32Array(1 << 12).fill(-1);
  /** Of every node but the root: its parent and the word that leads to it. */
  private parent: Int32Array = new Int32Array(1 << 11);
  private word: Int32Array = new Int32Array(1 << 11);
  private firstEntry: Int32Array = new Int32Array(1 << 11).fill(-1);
  private lastEntry: Int32Array = new Int32Array(1 << 11).fill(-1);
  private readonly entryValue: number[] = [];
  private readonly entryNext: number[] = [];

  /** Adds a value to the phrase of these words. */
  add(words: ArrayLike<number>, value: number): void {
    let node = PhraseTrie.root;
    for (let i = 0; i < words.length; i++) node = this.grow(node, words[i] ?? 0);
    const entry = this.entryValue.length;
    this.entryValue.push(value);
    this.entryNext.push(-1);
    const last = this.lastEntry[node] ?? -1;
    if (last < 0) this.firstEntry[node] = entry;
    else this.entryNext[last] = entry;
    this.lastEntry[node] = entry;
  }

  /** The node after one more word, or -1. */
  step(node: number, word: number): number {
    const mask = this.slots.length - 1;
    for (let slot = hash(node, word) & mask; ; slot = (slot + 1) & mask) {
      const found = this.slots[slot] ?? -1;
      if (found < 0 || (this.parent[found] === node && this.word[found] === word)) return found;
    }
  }

  /** The first entry of a node, or -1 where no phrase ends there. */
  first(node: number): number {
    return this.firstEntry[node] ?? -1;
  }

  /** The entry after another of the same phrase, or -1. */
  next(entry: number): number {
    return this.entryNext[entry] ?? -1;
  }

  value(entry: number): number {
    return this.entryValue[entry] ?? -1;
  }

  /** All values of the phrase of these words. */
  valuesOf(words: ArrayLike<number>): readonly number[] {
    let node: number = PhraseTrie.root;
    for (let i = 0; i < words.length && node >= 0; i++) node = this.step(node, words[i] ?? 0);
    const values: number[] = [];
    if (node > 0)
      for (let entry = this.first(node); entry >= 0; entry = this.next(entry)) values.push(this.value(entry));
    return values;
  }

  private grow(node: number, word: number): number {
    const mask = this.slots.length - 1;
    let slot = hash(node, word) & mask;
    for (; ; slot = (slot + 1) & mask) {
      const found = this.slots[slot] ?? -1;
      if (found < 0) break;
      if (this.parent[found] === node && this.word[found] === word) return found;
    }
    const fresh = this.nodes++;
    if (fresh === this.parent.length) this.widen();
    this.parent[fresh] = node;
    this.word[fresh] = word;
    this.slots[slot] = fresh;
    if (this.nodes * 2 > this.slots.length) this.rehash();
    return fresh;
  }

  private widen(): void {
    const wider = (column: Int32Array, fill: number): Int32Array => {
      const wide = new Int32Array(column.length * 2).fill(fill);
      wide.set(column);
      return wide;
    };
    this.parent = wider(this.parent, 0);
    this.word = wider(this.word, 0);
    this.firstEntry = wider(this.firstEntry, -1);
    this.lastEntry = wider(this.lastEntry, -1);
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let node = 1; node < this.nodes; node++) {
      let slot = hash(this.parent[node] ?? 0, this.word[node] ?? 0) & mask;
      while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
      slots[slot] = node;
    }
    this.slots = slots;
  }
}

/** Mixes two integers (the finaliser of MurmurHash3). */
const hash = (node: number, word: number): number => {
  let h = Math.imul(node, 0x9e3779b1) ^ Math.imul(word + 1, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35);
  return (h ^ (h >>> 13)) >>> 0;
};
