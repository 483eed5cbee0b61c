/** The tables of a trie, as they are kept in a file. */
export type PhraseColumns = Readonly<{
  /** Of every node but the root: its parent and the word that leads to it. */
  parent: Int32Array;
  word: Int32Array;
  /** Of every node: its first entry, or -1. */
  firstEntry: Int32Array;
  entryValue: Int32Array;
  entryNext: Int32Array;
}>;

/**
 * Phrases over word ids, for matching many thousand names at once. A node is an integer, {@link PhraseTrie.root} the
 * empty phrase; a step costs one probe of a hash table. Values are kept a phrase in the order they were added.
 */
export class PhraseTrie {
  static readonly root = 0;

  /**
   * The trie of given tables. Its phrases are of numbers of its own; `own[word]` is that of a word id, -1 or missing where no
   * phrase has it. Nothing may be added to it.
   */
  static of(columns: PhraseColumns, own: Int32Array): PhraseTrie {
    const trie = new PhraseTrie();
    trie.own = own;
    trie.nodes = columns.parent.length;
    trie.parent = columns.parent;
    trie.word = columns.word;
    trie.firstEntry = columns.firstEntry;
    trie.entryValue = columns.entryValue;
    trie.entryNext = columns.entryNext;
    trie.entries = columns.entryValue.length;
    trie.rehash();
    return trie;
  }

  private own: Int32Array | null = null;
  private nodes = 1;
  private entries = 0;
  private slots: Int32Array = new Int32Array(1 << 8).fill(-1);
  private parent: Int32Array = new Int32Array(1 << 7);
  private word: Int32Array = new Int32Array(1 << 7);
  private firstEntry: Int32Array = new Int32Array(1 << 7).fill(-1);
  private lastEntry: Int32Array = new Int32Array(1 << 7).fill(-1);
  private entryValue: Int32Array = new Int32Array(1 << 7);
  private entryNext: Int32Array = new Int32Array(1 << 7);

  /** Adds a value to the phrase of these words. */
  add(words: ArrayLike<number>, value: number): void {
    let node: number = PhraseTrie.root;
    for (let i = 0; i < words.length; i++) node = this.grow(node, words[i] ?? 0);
    const entry = this.entries++;
    if (entry === this.entryValue.length) {
      this.entryValue = wider(this.entryValue, -1);
      this.entryNext = wider(this.entryNext, -1);
    }
    this.entryValue[entry] = value;
    this.entryNext[entry] = -1;
    const last = this.lastEntry[node] ?? -1;
    if (last < 0) this.firstEntry[node] = entry;
    else this.entryNext[last] = entry;
    this.lastEntry[node] = entry;
  }

  /** The tables of what was added. */
  columns(): PhraseColumns {
    return {
      parent: this.parent.slice(0, this.nodes),
      word: this.word.slice(0, this.nodes),
      firstEntry: this.firstEntry.slice(0, this.nodes),
      entryValue: this.entryValue.slice(0, this.entries),
      entryNext: this.entryNext.slice(0, this.entries),
    };
  }

  /** The node after one more word, or -1. */
  step(node: number, word: number): number {
    let next = word;
    if (this.own !== null) {
      next = word < this.own.length ? (this.own[word] as number) : -1;
      if (next < 0) return -1;
    }
    const mask = this.slots.length - 1;
    for (let slot = hash(node, next) & mask; ; slot = (slot + 1) & mask) {
      const found = this.slots[slot] ?? -1;
      if (found < 0 || (this.parent[found] === node && this.word[found] === next)) return found;
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
    if (fresh === this.parent.length) {
      this.parent = wider(this.parent, 0);
      this.word = wider(this.word, 0);
      this.firstEntry = wider(this.firstEntry, -1);
      this.lastEntry = wider(this.lastEntry, -1);
    }
    this.parent[fresh] = node;
    this.word[fresh] = word;
    this.slots[slot] = fresh;
    if (this.nodes * 2 > this.slots.length) this.rehash();
    return fresh;
  }

  /** Finds a place for every node in a table at most half full. */
  private rehash(): void {
    let size = this.slots.length;
    while (size < this.nodes * 2) size *= 2;
    const slots = new Int32Array(size).fill(-1);
    const { parent, word, nodes } = this;
    const mask = size - 1;
    for (let node = 1; node < nodes; node++) {
      let slot = hash(parent[node] as number, word[node] as number) & mask;
      while ((slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      slots[slot] = node;
    }
    this.slots = slots;
  }
}

const wider = (column: Int32Array, fill: number): Int32Array => {
  const wide = new Int32Array(column.length * 2).fill(fill);
  wide.set(column);
  return wide;
};

/** Mixes two integers (the finaliser of MurmurHash3). */
const hash = (node: number, word: number): number => {
  let h = Math.imul(node, 0x9e3779b1) ^ Math.imul(word + 1, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35);
  return (h ^ (h >>> 13)) >>> 0;
};
