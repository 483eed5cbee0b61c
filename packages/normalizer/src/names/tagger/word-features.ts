import { foldedUnits, type Tokens, type Vocabulary } from "@readout/model";
import { widenInts } from "./widen.js";
import type { WordCases } from "./word-cases.js";

const AFFIXES = 4;
/** Numbers kept of a word: the document that it was filled for (lexicon words keep the first that had them), */
const FILLED = 0;
const HASH = 1;
const CASE = 2;
/** then prefixes of 1–4 units, then suffixes of 1–4 units. */
const PREFIX = 2;
const SUFFIX = PREFIX + AFFIXES;
/** One more than is used: rows begin at multiples of 16 bytes, so that the first three numbers share a cache line. */
const WIDTH = 12;

/**
 * Hashes of words and their affixes, by word id: computed when a word is first met, kept for lexicon words for good and
 * for a document's own words until the next document. They depend on the folded letters alone, so that they mean the same
 * under every vocabulary.
 */
export class WordFeatures {
  private columns: Int32Array = new Int32Array(0);
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

  /** Fills the numbers of the word of a token. */
  fill(tokens: Tokens, token: number): void {
    const id = tokens.word[token] as number;
    const at = id * WIDTH;
    if (at >= this.columns.length) this.columns = widenInts(this.columns, Math.max(at * 2, WIDTH << 10));
    const stamp = this.columns[at + FILLED] as number;
    if (stamp === this.document || (stamp !== 0 && id < this.vocabulary.size)) return;
    this.columns[at + FILLED] = this.document;
    this.compute(at, tokens.text, tokens.start[token] ?? 0, tokens.end[token] ?? 0);
  }

  hash(id: number): number {
    return this.columns[id * WIDTH + HASH] as number;
  }

  /** Hash of the first `length` (1–4) units, 0 where the word is not longer than that. */
  prefix(id: number, length: number): number {
    return this.columns[id * WIDTH + PREFIX + length] as number;
  }

  suffix(id: number, length: number): number {
    return this.columns[id * WIDTH + SUFFIX + length] as number;
  }

  /** How the word is usually written: a number of {@link WordCases}. */
  usualCase(id: number): number {
    return this.columns[id * WIDTH + CASE] as number;
  }

  private compute(at: number, text: string, start: number, end: number): void {
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
    columns[at + HASH] = finish(hash);
    columns[at + CASE] = this.cases.of(finish(hash));
    const kept = Math.min(length, units.length);
    let prefix = 0x1b873593;
    let suffix = 0x2545f491;
    for (let n = 1; n <= AFFIXES; n++) {
      const whole = n >= kept;
      prefix = Math.imul(prefix ^ (units[n - 1] ?? 0), 0x01000193);
      suffix = Math.imul(suffix ^ (units[kept - n] ?? 0), 0x01000193);
      columns[at + PREFIX + n] = whole ? 0 : finish(prefix);
      columns[at + SUFFIX + n] = whole ? 0 : finish(suffix);
    }
  }
}

const finish = (hash: number): number => {
  const h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return h ^ (h >>> 13);
};
