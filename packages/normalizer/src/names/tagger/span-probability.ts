import { labelCount, mayFollow, OUTSIDE } from "./labels.js";

const L = labelCount;

/**
 * Probabilities of spans in a run of tokens under the chain model (forward and backward sums, scaled row by row). Call
 * {@link SpanProbability.read} for a run, then ask for its spans.
 */
export class SpanProbability {
  private potential: Float64Array = new Float64Array(64 * L);
  private alpha: Float64Array = new Float64Array(64 * L);
  private beta: Float64Array = new Float64Array(64 * L);
  private scale: Float64Array = new Float64Array(64);
  private end = 1;
  private readonly weight: Float64Array;
  private readonly from: Uint8Array;
  private readonly to: Uint8Array;

  constructor(transitions: Float32Array) {
    const from: number[] = [];
    const to: number[] = [];
    for (let a = 0; a < L; a++)
      for (let b = 0; b < L; b++)
        if (mayFollow(a, b)) {
          from.push(a);
          to.push(b);
        }
    this.from = Uint8Array.from(from);
    this.to = Uint8Array.from(to);
    this.weight = Float64Array.from(from, (a, arc) => Math.exp(transitions[a * L + (to[arc] ?? 0)] ?? 0));
  }

  /** Sums over all label sequences of a run of `n` tokens; `scores` has a row of labels for each. */
  read(scores: Float32Array, n: number): void {
    this.grow(n);
    const { potential, alpha, beta, scale, weight, from, to } = this;
    const arcs = weight.length;
    alpha.fill(0, 0, n * L);
    beta.fill(0, 0, n * L);
    for (let t = 0; t < n; t++) {
      const row = t * L;
      let top = Number.NEGATIVE_INFINITY;
      for (let l = 0; l < L; l++) top = Math.max(top, scores[row + l] ?? 0);
      for (let l = 0; l < L; l++) potential[row + l] = Math.exp((scores[row + l] ?? 0) - top);
      for (let arc = 0; arc < arcs; arc++) {
        const a = from[arc] ?? 0;
        const flow = t > 0 ? (alpha[row - L + a] ?? 0) : a === OUTSIDE ? 1 : 0;
        alpha[row + (to[arc] ?? 0)] = (alpha[row + (to[arc] ?? 0)] ?? 0) + flow * (weight[arc] ?? 0);
      }
      let sum = 0;
      for (let l = 0; l < L; l++) {
        alpha[row + l] = (alpha[row + l] ?? 0) * (potential[row + l] ?? 0);
        sum += alpha[row + l] ?? 0;
      }
      scale[t] = sum;
      for (let l = 0; l < L; l++) alpha[row + l] = (alpha[row + l] ?? 0) / sum;
    }
    this.end = 0;
    for (let arc = 0; arc < arcs; arc++)
      if (to[arc] === OUTSIDE) {
        const at = (n - 1) * L + (from[arc] ?? 0);
        beta[at] = weight[arc] ?? 0;
        this.end += (alpha[at] ?? 0) * (weight[arc] ?? 0);
      }
    for (let t = n - 1; t > 0; t--) {
      const row = t * L;
      for (let arc = 0; arc < arcs; arc++) {
        const b = row + (to[arc] ?? 0);
        const flow = ((weight[arc] ?? 0) * (potential[b] ?? 0) * (beta[b] ?? 0)) / (scale[t] ?? 1);
        beta[row - L + (from[arc] ?? 0)] = (beta[row - L + (from[arc] ?? 0)] ?? 0) + flow;
      }
    }
  }

  /** Probability that tokens `[first, last)` of the run bear exactly these labels. */
  of(labels: Uint8Array, first: number, last: number): number {
    let p = this.alpha[first * L + (labels[first] ?? 0)] ?? 0;
    for (let t = first + 1; t < last; t++) {
      const before = labels[t - 1] ?? 0;
      const at = t * L + (labels[t] ?? 0);
      p *= (this.arc(before, labels[t] ?? 0) * (this.potential[at] ?? 0)) / (this.scale[t] ?? 1);
    }
    return Math.min(1, (p * (this.beta[(last - 1) * L + (labels[last - 1] ?? 0)] ?? 0)) / this.end);
  }

  private arc(a: number, b: number): number {
    for (let arc = 0; arc < this.weight.length; arc++)
      if (this.from[arc] === a && this.to[arc] === b) return this.weight[arc] ?? 0;
    return 0;
  }

  private grow(n: number): void {
    if (this.scale.length >= n) return;
    this.potential = new Float64Array(n * L * 2);
    this.alpha = new Float64Array(n * L * 2);
    this.beta = new Float64Array(n * L * 2);
    this.scale = new Float64Array(n * 2);
  }
}
