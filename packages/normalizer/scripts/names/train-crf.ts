import { FEATURE_BITS, GAZETTEER_SLOT, SLOTS } from "../../src/names/tagger/features.js";
import { labelCount, mayFollow, OUTSIDE } from "../../src/names/tagger/labels.js";
import type { TaggerModel } from "../../src/names/tagger/model.js";
import type { ModelWeights } from "../../src/names/tagger/packed-model.js";
import type { TrainingRuns } from "./training-runs.js";

const L = labelCount;

export type TrainingOptions = Readonly<{
  epochs: number;
  /** A training for each: what chance decides is averaged out. */
  seeds: readonly number[];
  rate: number;
  /** Strength of the pull to zero on every update of a weight. */
  decay: number;
  /** Share of runs whose gazetteer features are left out in an epoch, so that the model learns to do without. */
  dropout: number;
  /** Share of single features left out at a token, so that no word alone decides. */
  featureDropout: number;
  /** Weights are averaged over the ends of the epochs from this one on (1 = first). */
  averageFrom: number;
  /** Features seen less often than this in training are left out. */
  minimumCount: number;
  /** Features none of whose weights reaches this are left out of the packed model. */
  prune: number;
  /** What one unit of a packed weight is worth: the coarser, the smaller the file. */
  step: number;
  log: (line: string) => void;
}>;

/** A seeded generator (mulberry32): training must give the same bytes again. */
export const createRandom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

const from: number[] = [];
const to: number[] = [];
for (let a = 0; a < L; a++)
  for (let b = 0; b < L; b++)
    if (mayFollow(a, b)) {
      from.push(a);
      to.push(b);
    }
const arcs = from.length;

/**
 * Trains a linear-chain conditional random field by stochastic gradient with AdaGrad, one run of tokens at a time, once for each
 * seed; the weights are averaged. Deterministic.
 */
export const trainCrf = (runs: TrainingRuns, options: TrainingOptions): ModelWeights => {
  const { dense, ids } = indexFeatures(runs, options.minimumCount);
  options.log(`${runs.start.length - 1} runs, ${runs.labels.length} tokens, ${ids.length} features`);
  const sums = new Float32Array(ids.length * L);
  const transitionSums = new Float32Array(L * L);
  for (const seed of options.seeds) trainOnce(runs, dense, seed, options, sums, transitionSums);
  const share = 1 / (options.seeds.length * (options.epochs - options.averageFrom + 1));
  return quantise(
    ids,
    sums.map((sum) => sum * share),
    transitionSums.map((sum) => sum * share),
    options,
  );
};

/** One training from nothing; adds the weights at the end of each epoch that counts to the sums. */
const trainOnce = (
  runs: TrainingRuns,
  dense: Int32Array,
  seed: number,
  options: TrainingOptions,
  sums: Float32Array,
  transitionSums: Float32Array,
): void => {
  const weights = new Float32Array(sums.length);
  const squares = new Float32Array(sums.length).fill(1e-6);
  const transitions = new Float32Array(L * L);
  const transitionSquares = new Float32Array(L * L).fill(1e-6);
  const random = createRandom(seed);
  const count = runs.start.length - 1;
  const order = Int32Array.from({ length: count }, (_, i) => i);
  const chain = new Chain(transitions);
  const gradient = new Float32Array(L);
  let kept = new Int32Array(SLOTS << 6);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let i = count - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      const swap = order[i] ?? 0;
      order[i] = order[j] ?? 0;
      order[j] = swap;
    }
    const rate = options.rate * (1 - (0.9 * epoch) / options.epochs);
    let loss = 0;
    for (const run of order) {
      const start = runs.start[run] as number;
      const n = (runs.start[run + 1] as number) - start;
      const slots = random() < options.dropout ? GAZETTEER_SLOT : SLOTS;
      chain.begin(n);
      if (kept.length < n * SLOTS) kept = new Int32Array(n * SLOTS * 2);
      for (let t = 0; t < n; t++) {
        const row = (start + t) * SLOTS;
        const scores = chain.scores;
        for (let slot = 0; slot < slots; slot++) {
          const all = dense[row + slot] as number;
          const feature = all >= 0 && random() < options.featureDropout ? -1 : all;
          kept[t * SLOTS + slot] = feature;
          if (feature < 0) continue;
          const at = feature * L;
          for (let l = 0; l < L; l++)
            scores[t * L + l] = (scores[t * L + l] as number) + (weights[at + l] as number);
        }
      }
      const share = runs.weights[run] as number;
      loss += share * chain.run(n, runs.labels, start);
      for (let t = 0; t < n; t++) {
        const gold = runs.labels[start + t] as number;
        for (let l = 0; l < L; l++)
          gradient[l] = share * ((chain.marginals[t * L + l] as number) - (l === gold ? 1 : 0));
        for (let slot = 0; slot < slots; slot++) {
          const feature = kept[t * SLOTS + slot] as number;
          if (feature < 0) continue;
          const at = feature * L;
          for (let l = 0; l < L; l++) {
            const weight = weights[at + l] as number;
            const g = (gradient[l] as number) + options.decay * weight;
            if (g < 1e-4 && g > -1e-4) continue;
            const square = (squares[at + l] as number) + g * g;
            squares[at + l] = square;
            weights[at + l] = weight - (rate * g) / Math.sqrt(square);
          }
        }
      }
      for (let arc = 0; arc < arcs; arc++) {
        const g = share * (chain.arcGradient[arc] ?? 0);
        if (g < 1e-5 && g > -1e-5) continue;
        const at = (from[arc] as number) * L + (to[arc] as number);
        const square = (transitionSquares[at] as number) + g * g;
        transitionSquares[at] = square;
        transitions[at] = (transitions[at] as number) - (rate * g) / Math.sqrt(square);
      }
    }
    if (epoch + 1 >= options.averageFrom) {
      for (let i = 0; i < weights.length; i++) sums[i] = (sums[i] ?? 0) + (weights[i] ?? 0);
      for (let i = 0; i < transitions.length; i++)
        transitionSums[i] = (transitionSums[i] ?? 0) + (transitions[i] ?? 0);
    }
    options.log(`epoch ${epoch + 1}: loss ${(loss / count).toFixed(4)} a run`);
  }
};

/** Minus the logarithm of the probability that a model gives to the labels of each run. */
export const lossesOf = (runs: TrainingRuns, model: TaggerModel): Float32Array => {
  const chain = new Chain(model.transitions);
  return Float32Array.from({ length: runs.start.length - 1 }, (_, run) => {
    const start = runs.start[run] ?? 0;
    const n = (runs.start[run + 1] ?? 0) - start;
    chain.begin(n);
    for (let t = 0; t < n; t++) model.add(runs.features, (start + t) * SLOTS, SLOTS, chain.scores, t * L);
    return chain.run(n, runs.labels, start);
  });
};

/** Forward-backward over one run, outside names on both sides. */
class Chain {
  scores: Float32Array = new Float32Array(64 * L);
  marginals: Float32Array = new Float32Array(64 * L);
  private alpha: Float64Array = new Float64Array(64 * L);
  private beta: Float64Array = new Float64Array(64 * L);
  private potential: Float64Array = new Float64Array(64 * L);
  readonly arcGradient = new Float64Array(arcs);
  private readonly arcWeight = new Float64Array(arcs);

  constructor(private readonly transitions: Float32Array) {}

  begin(n: number): void {
    if (this.scores.length < n * L) {
      this.scores = new Float32Array(n * L * 2);
      this.marginals = new Float32Array(n * L * 2);
      this.alpha = new Float64Array(n * L * 2);
      this.beta = new Float64Array(n * L * 2);
      this.potential = new Float64Array(n * L * 2);
    }
    this.scores.fill(0, 0, n * L);
  }

  /** Fills marginals and the gradient of the transitions; gives the loss. */
  run(n: number, labels: Uint8Array, start: number): number {
    const { scores, alpha, beta, potential, arcWeight, arcGradient, marginals, transitions } = this;
    for (let arc = 0; arc < arcs; arc++) {
      arcWeight[arc] = Math.exp(transitions[(from[arc] ?? 0) * L + (to[arc] ?? 0)] as number);
      arcGradient[arc] = 0;
    }
    let logZ = 0;
    let goldScore = 0;
    for (let t = 0; t < n; t++) {
      let top = -1e30;
      for (let l = 0; l < L; l++) top = Math.max(top, scores[t * L + l] ?? 0);
      for (let l = 0; l < L; l++) potential[t * L + l] = Math.exp((scores[t * L + l] as number) - top);
      logZ += top;
      goldScore += scores[t * L + (labels[start + t] as number)] ?? 0;
    }
    alpha.fill(0, 0, n * L);
    beta.fill(0, 0, n * L);
    const scales = new Float64Array(n + 1);
    for (let t = 0; t < n; t++) {
      for (let arc = 0; arc < arcs; arc++) {
        const a = from[arc] as number;
        const b = to[arc] as number;
        const before = t === 0 ? (a === OUTSIDE ? 1 : 0) : (alpha[(t - 1) * L + a] as number);
        alpha[t * L + b] = (alpha[t * L + b] as number) + before * (arcWeight[arc] as number);
      }
      let sum = 0;
      for (let l = 0; l < L; l++) {
        const value = (alpha[t * L + l] as number) * (potential[t * L + l] as number);
        alpha[t * L + l] = value;
        sum += value;
      }
      scales[t] = sum;
      for (let l = 0; l < L; l++) alpha[t * L + l] = (alpha[t * L + l] as number) / sum;
      logZ += Math.log(sum);
    }
    let end = 0;
    for (let arc = 0; arc < arcs; arc++)
      if (to[arc] === OUTSIDE) {
        const a = from[arc] as number;
        beta[(n - 1) * L + a] = arcWeight[arc] ?? 0;
        end += (alpha[(n - 1) * L + a] as number) * (arcWeight[arc] as number);
      }
    logZ += Math.log(end);
    for (let t = n - 1; t > 0; t--) {
      const scale = scales[t] ?? 1;
      for (let arc = 0; arc < arcs; arc++) {
        const a = from[arc] as number;
        const b = to[arc] as number;
        const flow =
          ((arcWeight[arc] as number) * (potential[t * L + b] as number) * (beta[t * L + b] as number)) /
          scale;
        beta[(t - 1) * L + a] = (beta[(t - 1) * L + a] as number) + flow;
        arcGradient[arc] = (arcGradient[arc] as number) + ((alpha[(t - 1) * L + a] as number) * flow) / end;
      }
    }
    for (let arc = 0; arc < arcs; arc++) {
      const a = from[arc] as number;
      const b = to[arc] as number;
      if (a === OUTSIDE)
        arcGradient[arc] =
          (arcGradient[arc] as number) +
          ((arcWeight[arc] as number) * (potential[b] as number) * (beta[b] as number)) /
            (scales[0] as number) /
            end;
      if (b === OUTSIDE)
        arcGradient[arc] =
          (arcGradient[arc] as number) +
          ((alpha[(n - 1) * L + a] as number) * (arcWeight[arc] as number)) / end;
    }
    for (let i = 0; i < n * L; i++) marginals[i] = ((alpha[i] as number) * (beta[i] as number)) / end;
    let before: number = OUTSIDE;
    for (let t = 0; t <= n; t++) {
      const label = t < n ? (labels[start + t] ?? OUTSIDE) : OUTSIDE;
      goldScore += transitions[before * L + label] ?? 0;
      const arc = arcIndex[before * L + label] ?? -1;
      if (arc >= 0) arcGradient[arc] = (arcGradient[arc] as number) - 1;
      before = label;
    }
    return logZ - goldScore;
  }
}

const arcIndex = new Int32Array(L * L).fill(-1);
for (let arc = 0; arc < arcs; arc++) arcIndex[(from[arc] ?? 0) * L + (to[arc] ?? 0)] = arc;

/** Feature ids that occur often enough, sorted, and the feature columns rewritten to their places among them (-1: left out). */
const indexFeatures = (runs: TrainingRuns, minimum: number): { dense: Int32Array; ids: Int32Array } => {
  const counts = new Uint8Array(1 << FEATURE_BITS);
  for (const id of runs.features) if (id >= 0) counts[id] = Math.min(255, (counts[id] ?? 0) + 1);
  const place = new Int32Array(1 << FEATURE_BITS).fill(-1);
  const ids: number[] = [];
  for (let id = 0; id < counts.length; id++)
    if ((counts[id] ?? 0) >= minimum) {
      place[id] = ids.length;
      ids.push(id);
    }
  return { dense: runs.features.map((id) => (id < 0 ? -1 : (place[id] ?? -1))), ids: Int32Array.from(ids) };
};

/** Weights over that of outside, as signed bytes; features left with small ones alone are dropped. */
const quantise = (
  ids: Int32Array,
  weights: Float32Array,
  transitions: Float32Array,
  { prune, step }: Pick<TrainingOptions, "prune" | "step">,
): ModelWeights => {
  const features: number[] = [];
  const rows: number[] = [];
  for (let f = 0; f < ids.length; f++) {
    const outside = weights[f * L] ?? 0;
    const over = Array.from({ length: L }, (_, l) => (weights[f * L + l] ?? 0) - outside);
    if (over.every((weight) => Math.abs(weight) < prune)) continue;
    features.push(ids[f] ?? 0);
    for (const weight of over) rows.push(Math.max(-127, Math.min(127, Math.round(weight / step))));
  }
  return { features: Int32Array.from(features), rows: Int8Array.from(rows), scale: step, transitions };
};
