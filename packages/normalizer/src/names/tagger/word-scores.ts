import type { Tokens, Vocabulary } from "@readout/model";
import { CASE, type FeatureExtractor, WORD_SLOTS } from "./features.js";
import { labelCount } from "./labels.js";
import type { TaggerModel } from "./model.js";
import { widenInts } from "./widen.js";

const L = labelCount;

/**
 * What words score by themselves, kept by word id and case: for good for lexicon words, until the next document for a
 * document's own. Most capitalised words of a text have been met before.
 */
export class WordScores {
  private pool: Float32Array = new Float32Array(L);
  private used = 0;
  /** By word id times 8 plus case: the row of the pool plus one, and the document it was filled for. */
  private row: Int32Array = new Int32Array(0);
  private filled: Int32Array = new Int32Array(0);
  private document = 1;
  private readonly features = new Int32Array(WORD_SLOTS);

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly model: TaggerModel,
    private readonly extractor: FeatureExtractor,
  ) {}

  beginDocument(): void {
    this.document++;
  }

  /** Writes the scores of the word of a token to `scores[to … to + labelCount)`. */
  read(tokens: Tokens, token: number, scores: Float32Array, to: number): void {
    const id = tokens.word[token] ?? 0;
    const key = id * (CASE + 1) + this.extractor.caseOf(token);
    if (key >= this.row.length) this.growKeys(key);
    const stamp = this.filled[key] ?? 0;
    if (stamp !== this.document && (stamp === 0 || id >= this.vocabulary.size)) this.fill(token, key);
    const from = ((this.row[key] ?? 1) - 1) * L;
    const { pool } = this;
    for (let label = 0; label < L; label++) scores[to + label] = pool[from + label] as number;
  }

  private fill(token: number, key: number): void {
    this.filled[key] = this.document;
    if (this.row[key] === 0) this.row[key] = ++this.used;
    if (this.used * L > this.pool.length) {
      const pool = new Float32Array(this.pool.length * 2);
      pool.set(this.pool);
      this.pool = pool;
    }
    const from = ((this.row[key] ?? 1) - 1) * L;
    this.pool.fill(0, from, from + L);
    this.features.fill(-1);
    this.extractor.extractWord(token, this.features, 0);
    this.model.add(this.features, 0, WORD_SLOTS, this.pool, from);
  }

  private growKeys(key: number): void {
    const size = Math.max(key + 1, this.row.length * 2);
    this.row = widenInts(this.row, size);
    this.filled = widenInts(this.filled, size);
  }
}
