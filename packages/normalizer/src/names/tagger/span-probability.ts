import {
  closing,
  coarseTypes,
  labelCount,
  labelOf,
  mayFollow,
  OUTSIDE,
  opening,
  Part,
  typeOfLabel,
} from "./labels.js";

const L = labelCount;
/** Outside, then the types: what a token can be taken for. */
export const KINDS = 1 + coarseTypes.length;

const kindOf = Uint8Array.from({ length: L }, (_, label) => (label === OUTSIDE ? 0 : 1 + typeOfLabel(label)));
/** The label of a token that is a whole run. */
const aloneLabel = (kind: number): number => (kind === 0 ? OUTSIDE : labelOf(kind - 1, Part.single));
const mayBegin = Uint8Array.from({ length: L }, (_, label) => (mayFollow(OUTSIDE, label) ? 1 : 0));
const mayEnd = Uint8Array.from({ length: L }, (_, label) => (mayFollow(label, OUTSIDE) ? 1 : 0));
const OPENING = opening.length;

/**
 * Probabilities of spans and kinds in a run of tokens under the chain model (forward and backward sums, scaled row by
 * row). Call {@link SpanProbability.read} for a run, then ask about it.
 */
export class SpanProbability {
  private potential: Float64Array = new Float64Array(0);
  private alpha: Float64Array = new Float64Array(0);
  private beta: Float64Array = new Float64Array(0);
  private scale: Float64Array = new Float64Array(0);
  private readonly sums: Float64Array = new Float64Array(OPENING);
  private readonly flow: Float64Array = new Float64Array(L);
  private end = 1;
  private readonly weight: Float64Array;
  /** Weights from each closing label to each opening one, row by row: most of all arcs, without a look at the rest. */
  private readonly between: Float64Array;

  constructor(transitions: Float32Array) {
    const weight = Float64Array.from(transitions, (score) => Math.exp(score));
    this.weight = weight;
    this.between = Float64Array.from({ length: closing.length * OPENING }, (_, i) => {
      const from = closing[Math.floor(i / OPENING)] as number;
      return weight[from * L + (opening[i % OPENING] as number)] as number;
    });
  }

  /** Sums over all label sequences of a run of `n` tokens; `scores` has a row of labels for each, from `at` on. */
  read(scores: Float32Array, at: number, n: number): void {
    this.grow(n);
    const { potential, alpha, scale, weight } = this;
    for (let t = 0; t < n; t++) {
      const row = t * L;
      this.readPotential(scores, at + row, row, t === 0, t === n - 1);
      if (t === 0)
        for (let i = 0; i < OPENING; i++)
          alpha[opening[i] as number] = weight[opening[i] as number] as number;
      else this.reach(row);
      let sum = 0;
      for (let label = row; label < row + L; label++) {
        const own = potential[label] as number;
        const reach = own === 0 ? 0 : (alpha[label] as number) * own;
        sum += reach;
        alpha[label] = reach;
      }
      scale[t] = sum;
      for (let label = row; label < row + L; label++) alpha[label] = (alpha[label] as number) / sum;
    }
    this.readBack(n);
  }

  /**
   * The same for a run of one token, as most are, at once: writes the probability of each of the {@link KINDS} from `to` on and
   * gives the likeliest.
   */
  readOne(scores: Float32Array, at: number, out: Float32Array, to: number): number {
    const { weight } = this;
    let top = Number.NEGATIVE_INFINITY;
    for (let kind = 0; kind < KINDS; kind++) top = Math.max(top, scores[at + aloneLabel(kind)] as number);
    let sum = 0;
    let best = 0;
    for (let kind = 0; kind < KINDS; kind++) {
      const label = aloneLabel(kind);
      const arcs = (weight[label] as number) * (weight[label * L + OUTSIDE] as number);
      const potential = Math.exp((scores[at + label] as number) - top) * arcs;
      out[to + kind] = potential;
      sum += potential;
      if (potential > (out[to + best] as number)) best = kind;
    }
    for (let kind = 0; kind < KINDS; kind++) out[to + kind] = (out[to + kind] as number) / sum;
    return best;
  }

  /** Probability that tokens `[first, last)` of the run bear exactly these labels. */
  of(labels: Uint8Array, first: number, last: number): number {
    let p = this.alpha[first * L + (labels[first] ?? 0)] ?? 0;
    for (let t = first + 1; t < last; t++) {
      const label = labels[t] ?? 0;
      const arc = this.weight[(labels[t - 1] ?? 0) * L + label] ?? 0;
      p *= (arc * (this.potential[t * L + label] ?? 0)) / (this.scale[t] ?? 1);
    }
    return Math.min(1, (p * (this.beta[(last - 1) * L + (labels[last - 1] ?? 0)] ?? 0)) / this.end);
  }

  /** Writes the probability of each of the {@link KINDS} at each of the `n` tokens of the run, from `to` on. */
  kinds(n: number, out: Float32Array, to: number): void {
    const { alpha, beta, end } = this;
    for (let at = to; at < to + n * KINDS; at++) out[at] = 0;
    for (let t = 0; t < n; t++)
      for (let label = 0; label < L; label++) {
        const p = ((alpha[t * L + label] as number) * (beta[t * L + label] as number)) / end;
        const at = to + t * KINDS + (kindOf[label] as number);
        out[at] = (out[at] as number) + p;
      }
  }

  /** A row of potentials; labels that the edge of the run rules out have 0. */
  private readPotential(scores: Float32Array, from: number, to: number, first: boolean, last: boolean): void {
    const { potential } = this;
    let top = Number.NEGATIVE_INFINITY;
    for (let l = 0; l < L; l++) {
      const score = scores[from + l] as number;
      if (score > top) top = score;
    }
    for (let l = 0; l < L; l++)
      potential[to + l] =
        (first && mayBegin[l] === 0) || (last && mayEnd[l] === 0)
          ? 0
          : Math.exp((scores[from + l] as number) - top);
  }

  /** Writes to a row of {@link SpanProbability.alpha} what reaches each label from the row before. */
  private reach(row: number): void {
    const { alpha, weight, between, sums } = this;
    const before = row - L;
    const outside = alpha[before + OUTSIDE] as number;
    for (let o = 0; o < OPENING; o++) sums[o] = outside * (between[o] as number);
    for (let c = 1; c < closing.length; c++) {
      const from = alpha[before + (closing[c] as number)] as number;
      for (let o = 0, arc = c * OPENING; o < OPENING; o++, arc++)
        sums[o] = (sums[o] as number) + from * (between[arc] as number);
    }
    for (let o = 0; o < OPENING; o++) alpha[row + (opening[o] as number)] = sums[o] as number;
    for (let begin = labelOf(0, Part.begin); begin < L; begin += 4) {
      const inside = begin + Part.inside;
      const ofBegin = alpha[before + begin] as number;
      const ofInside = alpha[before + inside] as number;
      for (let to = inside; to <= begin + Part.end; to++)
        alpha[row + to] =
          ofBegin * (weight[begin * L + to] as number) + ofInside * (weight[inside * L + to] as number);
    }
  }

  private readBack(n: number): void {
    const { potential, alpha, beta, scale, weight, between, flow } = this;
    this.end = 0;
    for (let from = 0; from < L; from++) {
      const at = (n - 1) * L + from;
      beta[at] = mayEnd[from] === 1 ? (weight[from * L + OUTSIDE] as number) : 0;
      this.end += (alpha[at] as number) * (beta[at] as number);
    }
    for (let t = n - 1; t > 0; t--) {
      const row = t * L;
      const before = row - L;
      for (let to = 0; to < L; to++)
        flow[to] = ((potential[row + to] as number) * (beta[row + to] as number)) / (scale[t] as number);
      for (let c = 0; c < closing.length; c++) {
        let sum = 0;
        for (let o = 0, arc = c * OPENING; o < OPENING; o++, arc++)
          sum += (between[arc] as number) * (flow[opening[o] as number] as number);
        beta[before + (closing[c] as number)] = sum;
      }
      for (let begin = labelOf(0, Part.begin); begin < L; begin += 4) {
        const inside = begin + Part.inside;
        const end = begin + Part.end;
        for (let from = begin; from <= inside; from++)
          beta[before + from] =
            (weight[from * L + inside] as number) * (flow[inside] as number) +
            (weight[from * L + end] as number) * (flow[end] as number);
      }
    }
  }

  private grow(n: number): void {
    if (this.scale.length >= n) return;
    this.potential = new Float64Array(n * L * 2);
    this.alpha = new Float64Array(n * L * 2);
    this.beta = new Float64Array(n * L * 2);
    this.scale = new Float64Array(n * 2);
  }
}
