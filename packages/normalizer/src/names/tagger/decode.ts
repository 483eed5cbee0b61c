import { closing, labelCount, labelOf, OUTSIDE, opening, Part } from "./labels.js";

const L = labelCount;
const OPENING = opening.length;

/**
 * Best label sequence of `n` tokens whose neighbours on both sides are outside names. `scores` has `n` rows of
 * `labelCount` from `at` on; the labels go to `labels[0 … n)`. Linear in `n`.
 */
export class Decoder {
  private best: Float32Array = new Float32Array(0);
  private back: Uint8Array = new Uint8Array(0);
  private readonly top: Float64Array = new Float64Array(OPENING);
  private readonly arg: Uint8Array = new Uint8Array(OPENING);
  /** Scores from each closing label to each opening one, row by row. */
  private readonly between: Float32Array;

  constructor(private readonly transitions: Float32Array) {
    this.between = Float32Array.from({ length: closing.length * OPENING }, (_, i) => {
      const from = closing[Math.floor(i / OPENING)] as number;
      return transitions[from * L + (opening[i % OPENING] as number)] as number;
    });
  }

  decode(scores: Float32Array, at: number, n: number, labels: Uint8Array): void {
    if (this.best.length < n * L) {
      this.best = new Float32Array(n * L * 2);
      this.back = new Uint8Array(n * L * 2);
    }
    const { best, back, transitions } = this;
    best.fill(Number.NEGATIVE_INFINITY, 0, L);
    for (const to of opening) best[to] = (scores[at + to] as number) + (transitions[to] as number);
    for (let t = 1; t < n; t++) this.step(scores, at, t * L);
    let top = Number.NEGATIVE_INFINITY;
    let label = 0;
    for (const from of closing) {
      const sum = (best[(n - 1) * L + from] as number) + (transitions[from * L] as number);
      if (sum > top) {
        top = sum;
        label = from;
      }
    }
    for (let t = n - 1; t >= 0; t--) {
      labels[t] = label;
      label = back[t * L + label] ?? 0;
    }
  }

  /** Fills a row of the best scores and of the labels before them. */
  private step(scores: Float32Array, at: number, row: number): void {
    const { best, back, transitions, between, top, arg } = this;
    const before = row - L;
    const outside = best[before + OUTSIDE] as number;
    for (let o = 0; o < OPENING; o++) {
      top[o] = outside + (between[o] as number);
      arg[o] = OUTSIDE;
    }
    for (let c = 1; c < closing.length; c++) {
      const from = closing[c] as number;
      const reached = best[before + from] as number;
      for (let o = 0, arc = c * OPENING; o < OPENING; o++, arc++) {
        const sum = reached + (between[arc] as number);
        if (sum > (top[o] as number)) {
          top[o] = sum;
          arg[o] = from;
        }
      }
    }
    for (let o = 0; o < OPENING; o++) {
      const to = row + (opening[o] as number);
      best[to] = (top[o] as number) + (scores[at + to] as number);
      back[to] = arg[o] as number;
    }
    for (let begin = labelOf(0, Part.begin); begin < L; begin += 4) {
      const inside = begin + Part.inside;
      for (let to = inside; to <= begin + Part.end; to++) {
        const ofBegin = (best[before + begin] as number) + (transitions[begin * L + to] as number);
        const ofInside = (best[before + inside] as number) + (transitions[inside * L + to] as number);
        const isInside = ofInside > ofBegin;
        best[row + to] = (isInside ? ofInside : ofBegin) + (scores[at + row + to] as number);
        back[row + to] = isInside ? inside : begin;
      }
    }
  }
}
