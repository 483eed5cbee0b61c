import { foldedUnits, type Tokens, type Vocabulary } from "@readout/model";
import { widenInts } from "./widen.js";
import type { WordCases } from "./word-cases.js";

const AFFIXES = 4;
/** Columns a word: its hash, then prefixes of 1–4 units, then suffixes of 1–4 units, then its usual case. */
const WIDTH = 2 + 2 * AFFIXES;

/**
 * Hashes of words and their affixes, by word id: computed when a word is first met, kept for lexicon words for good and
 * for a document's own words until the next document. They depend on the folded letters alone, so that they mean the same
 * under every vocabulary.
 */
export class WordFeatures {
  private columns: Int32Array = new Int32Array(WIDTH << 12);
  /** The document that an id was filled for; lexicon words keep 1. */
  private filled: Int32Array = new Int32Array(1 << 12);
  private document = 1;
  private readonly folded = foldedUnits();
  private readonly units = new Uint16Array(64);

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly cases: WordCases,
  ) {}

  beginDocument(): void {
    this.document++;
  }

  /** Fills the columns of the word of a token. */
  fill(tokens: Tokens, token: number): void {
    const id = tokens.word[token] ?? 0;
    if (id >= this.filled.length) this.grow(id);
    const stamp = this.filled[id] ?? 0;
    if (stamp === this.document || (stamp !== 0 && id < this.vocabulary.size)) return;
    this.filled[id] = this.document;
    this.compute(id, tokens.text, tokens.start[token] ?? 0, tokens.end[token] ?? 0);
  }

  hash(id: number): number {
    return this.columns[id * WIDTH] ?? 0;
  }

  /** Hash of the first `length` (1–4) units, 0 where the word is not longer than that. */
  prefix(id: number, length: number): number {
    return this.columns[id * WIDTH + length] ?? 0;
  }

  suffix(id: number, length: number): number {
    return this.columns[id * WIDTH + AFFIXES + length] ?? 0;
  }

  /** How the word is usually written: a number of {@link WordCases}. */
  usualCase(id: number): number {
    return this.columns[id * WIDTH + WIDTH - 1] ?? 0;
  }

  private compute(id: number, text: string, start: number, end: number): void {
    const { units, folded, columns } = this;
    let length = 0;
    let hash = 0x811c9dc5;
    // The full stop of an abbreviation is no part of its word; U.S. keeps its inner ones.
    const last = end - start > 1 && text.charCodeAt(end - 1) === 0x2e ? end - 1 : end;
    for (let i = start; i < last; i++) {
      const unit = folded[text.charCodeAt(i)] ?? 0;
      if (unit === 0) continue;
      if (length < units.length) units[length] = unit;
      length++;
      hash = Math.imul(hash ^ unit, 0x01000193);
    }
    const at = id * WIDTH;
    columns[at] = finish(hash);
    columns[at + WIDTH - 1] = this.cases.of(finish(hash));
    const kept = Math.min(length, units.length);
    let prefix = 0x1b873593;
    let suffix = 0x2545f491;
    for (let n = 1; n <= AFFIXES; n++) {
      const whole = n >= kept;
      prefix = Math.imul(prefix ^ (units[n - 1] ?? 0), 0x01000193);
      suffix = Math.imul(suffix ^ (units[kept - n] ?? 0), 0x01000193);
      columns[at + n] = whole ? 0 : finish(prefix);
      columns[at + AFFIXES + n] = whole ? 0 : finish(suffix);
    }
  }

  private grow(id: number): void {
    const size = Math.max(id + 1, this.filled.length * 2);
    this.filled = widenInts(this.filled, size);
    this.columns = widenInts(this.columns, size * WIDTH);
  }
}

const finish = (hash: number): number => {
  const h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return h ^ (h >>> 13);
};
