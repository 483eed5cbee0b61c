import { labelCount, mayFollow, OUTSIDE } from "./labels.js";

const L = labelCount;
/** For each label, the labels that may stand before it, as (start, count) into {@link sources}. */
const sourceList: number[] = [];
const sourceStart = new Uint8Array(L + 1);
for (let to = 0; to < L; to++) {
  for (let from = 0; from < L; from++) if (mayFollow(from, to)) sourceList.push(from);
  sourceStart[to + 1] = sourceList.length;
}
const sources = Uint8Array.from(sourceList);

/**
 * Best label sequence of `n` tokens whose neighbours on both sides are outside names. `scores` has `n` rows of
 * `labelCount` from `at` on; the labels go to `labels[0 … n)`. Linear in `n`.
 */
export class Decoder {
  private best: Float32Array = new Float32Array(64 * L);
  private back: Uint8Array = new Uint8Array(64 * L);

  constructor(private readonly transitions: Float32Array) {}

  decode(scores: Float32Array, at: number, n: number, labels: Uint8Array): void {
    if (this.best.length < n * L) {
      this.best = new Float32Array(n * L * 2);
      this.back = new Uint8Array(n * L * 2);
    }
    const { best, back, transitions } = this;
    for (let to = 0; to < L; to++)
      best[to] = mayFollow(OUTSIDE, to)
        ? (scores[at + to] as number) + (transitions[to] as number)
        : Number.NEGATIVE_INFINITY;
    for (let t = 1; t < n; t++) {
      const row = t * L;
      const previous = row - L;
      for (let to = 0; to < L; to++) {
        let top = Number.NEGATIVE_INFINITY;
        let arg = 0;
        for (let s = sourceStart[to] as number; s < (sourceStart[to + 1] as number); s++) {
          const from = sources[s] as number;
          const sum = (best[previous + from] as number) + (transitions[from * L + to] as number);
          if (sum > top) {
            top = sum;
            arg = from;
          }
        }
        best[row + to] = top + (scores[at + row + to] as number);
        back[row + to] = arg;
      }
    }
    let top = Number.NEGATIVE_INFINITY;
    let label = 0;
    for (let from = 0; from < L; from++) {
      if (!mayFollow(from, OUTSIDE)) continue;
      const sum = (best[(n - 1) * L + from] ?? 0) + (transitions[from * L] ?? 0);
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
}
