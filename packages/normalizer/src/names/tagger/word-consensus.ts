import { KINDS } from "./span-probability.js";
import { widenInts } from "./widen.js";

/** Weight of what the rest of the document says (swept on conll03.testa and worldwide.dev). */
const STRENGTH = 0.7;
/** The doubt that is left to it, in occurrences of every kind (swept on the same). */
const DOUBT = 0.2;
/** Other occurrences count fully as they grow many: two of three for the first, nine of ten for the fifth. */
const HALF = 0.5;
/** Where an occurrence and the others agree to this degree there is nothing to settle. */
const AGREED = 0.9;

/**
 * What a document takes each of its words for, over all places where it stands with a capital: a name that the context leaves
 * open in one sentence is often plain in another. By word id, for one document at a time.
 */
export class WordConsensus {
  private stamp: Int32Array = new Int32Array(0);
  private count: Int32Array = new Int32Array(0);
  private sums: Float64Array = new Float64Array(0);
  private document = 0;

  constructor(private readonly doubt: number = DOUBT) {}

  beginDocument(): void {
    this.document++;
  }

  /** Counts an occurrence; `kinds[at … at + KINDS)` are its probabilities. */
  add(word: number, kinds: Float32Array, at: number): void {
    if (word >= this.stamp.length) this.grow(word);
    const to = word * KINDS;
    if (this.stamp[word] !== this.document) {
      this.stamp[word] = this.document;
      this.count[word] = 0;
      this.sums.fill(0, to, to + KINDS);
    }
    this.count[word] = (this.count[word] as number) + 1;
    for (let kind = 0; kind < KINDS; kind++)
      this.sums[to + kind] = (this.sums[to + kind] as number) + (kinds[at + kind] as number);
  }

  /**
   * Writes to `out`, for an occurrence counted before, what the others add to the score of each kind; false where there are no
   * others or they agree with it.
   */
  advise(word: number, kinds: Float32Array, at: number, out: Float32Array): boolean {
    const others = (this.count[word] as number) - 1;
    if (others < 1) return false;
    const { sums, doubt } = this;
    const from = word * KINDS;
    let top = 0;
    for (let kind = 1; kind < KINDS; kind++)
      if ((kinds[at + kind] as number) > (kinds[at + top] as number)) top = kind;
    const own = kinds[at + top] as number;
    if (own > AGREED && (sums[from + top] as number) - own > AGREED * others) return false;
    const weight = (STRENGTH * others) / (others + HALF);
    for (let kind = 0; kind < KINDS; kind++) {
      const rest = Math.max(0, (sums[from + kind] as number) - (kinds[at + kind] as number));
      out[kind] = weight * Math.log((rest + doubt) / (others + doubt * KINDS));
    }
    return true;
  }

  private grow(word: number): void {
    const size = Math.max(word + 1, this.stamp.length * 2);
    this.stamp = widenInts(this.stamp, size);
    this.count = widenInts(this.count, size);
    const sums = new Float64Array(size * KINDS);
    sums.set(this.sums);
    this.sums = sums;
  }
}
