import { coarseTypes, labelCount, labelOf, mayFollow, OUTSIDE, Part, typeOfLabel } from "./labels.js";

const L = labelCount;
/** Outside, then the types: what a token can be taken for. */
export const KINDS = 1 + coarseTypes.length;

const kindOf = Uint8Array.from({ length: L }, (_, label) => (label === OUTSIDE ? 0 : 1 + typeOfLabel(label)));
/** The label of a token that is a whole run. */
const aloneLabel = (kind: number): number => (kind === 0 ? OUTSIDE : labelOf(kind - 1, Part.single));
const mayBegin = Uint8Array.from({ length: L }, (_, label) => (mayFollow(OUTSIDE, label) ? 1 : 0));
const mayEnd = Uint8Array.from({ length: L }, (_, label) => (mayFollow(label, OUTSIDE) ? 1 : 0));
/** Labels that may stand before each, and after each, end to end; label `l` has those from `start[l]` to `start[l + 1]`. */
const neighbours = (follows: (label: number, other: number) => boolean) => {
  const start: number[] = [0];
  const labels: number[] = [];
  for (let label = 0; label < L; label++) {
    for (let other = 0; other < L; other++) if (follows(label, other)) labels.push(other);
    start.push(labels.length);
  }
  return { start: Uint8Array.from(start), labels: Uint8Array.from(labels) };
};
const before = neighbours((label, other) => mayFollow(other, label));
const after = neighbours((label, other) => mayFollow(label, other));

/**
 * Probabilities of spans and kinds in a run of tokens under the chain model (forward and backward sums, scaled row by
 * row). Call {@link SpanProbability.read} for a run, then ask about it.
 */
export class SpanProbability {
  private potential: Float64Array = new Float64Array(64 * L);
  private alpha: Float64Array = new Float64Array(64 * L);
  private beta: Float64Array = new Float64Array(64 * L);
  private scale: Float64Array = new Float64Array(64);
  private readonly flow: Float64Array = new Float64Array(L);
  private end = 1;
  private readonly weight: Float64Array;

  constructor(transitions: Float32Array) {
    this.weight = Float64Array.from(transitions, (score) => Math.exp(score));
  }

  /** Sums over all label sequences of a run of `n` tokens; `scores` has a row of labels for each, from `at` on. */
  read(scores: Float32Array, at: number, n: number): void {
    this.grow(n);
    const { potential, alpha, scale, weight } = this;
    for (let t = 0; t < n; t++) {
      const row = t * L;
      this.readPotential(scores, at + row, row, t === 0, t === n - 1);
      let sum = 0;
      for (let to = 0; to < L; to++) {
        let reach = 0;
        const own = potential[row + to] as number;
        if (own !== 0) {
          if (t === 0) reach = weight[to] as number;
          else
            for (let i = before.start[to] as number; i < (before.start[to + 1] as number); i++) {
              const from = before.labels[i] as number;
              reach += (alpha[row - L + from] as number) * (weight[from * L + to] as number);
            }
          reach *= own;
          sum += reach;
        }
        alpha[row + to] = reach;
      }
      scale[t] = sum;
      for (let label = 0; label < L; label++) alpha[row + label] = (alpha[row + label] as number) / sum;
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
    out.fill(0, to, to + n * KINDS);
    for (let t = 0; t < n; t++)
      for (let label = 0; label < L; label++) {
        const p = ((this.alpha[t * L + label] as number) * (this.beta[t * L + label] as number)) / this.end;
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

  private readBack(n: number): void {
    const { potential, alpha, beta, scale, weight, flow } = this;
    this.end = 0;
    for (let from = 0; from < L; from++) {
      const at = (n - 1) * L + from;
      beta[at] = mayEnd[from] === 1 ? (weight[from * L + OUTSIDE] as number) : 0;
      this.end += (alpha[at] as number) * (beta[at] as number);
    }
    for (let t = n - 1; t > 0; t--) {
      const row = t * L;
      for (let to = 0; to < L; to++)
        flow[to] = ((potential[row + to] as number) * (beta[row + to] as number)) / (scale[t] as number);
      for (let from = 0; from < L; from++) {
        let sum = 0;
        for (let i = after.start[from] as number; i < (after.start[from + 1] as number); i++) {
          const to = after.labels[i] as number;
          sum += (weight[from * L + to] as number) * (flow[to] as number);
        }
        beta[row - L + from] = sum;
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
