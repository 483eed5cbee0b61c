import type { Tree } from "../../src/blocks/trees.js";

/** Rows for training: features binned to bytes, column by column. */
export type Table = Readonly<{
  names: readonly string[];
  /** One array a feature: how many of its edges lie below the value. */
  bins: readonly Uint8Array[];
  edges: readonly Float32Array[];
  labels: Uint8Array;
  weights: Float32Array;
}>;

export type TreeOptions = Readonly<{
  trees: number;
  depth: number;
  rate: number;
  rowShare: number;
  featureShare: number;
  seed: number;
  /** Added to the sum of second derivatives of a leaf; with it small leaves stay near 0. */
  shrinkage: number;
}>;

const binCount = 48;
/** Bins a matrix (column arrays) at quantiles of every n-th value. */
export const binColumns = (
  names: readonly string[],
  columns: readonly Float32Array[],
  labels: Uint8Array,
  weights: Float32Array,
): Table => {
  const edges = columns.map((column) => {
    const every = Math.max(1, Math.floor(column.length / 40000));
    const sample = column.filter((_, i) => i % every === 0).sort();
    const cuts: number[] = [];
    for (let k = 1; k < binCount; k++) {
      const value = Math.fround(
        Number((sample[Math.floor((k * sample.length) / binCount)] ?? 0).toPrecision(5)),
      );
      if (cuts.length === 0 || value > (cuts.at(-1) ?? 0)) cuts.push(value);
    }
    return Float32Array.from(cuts);
  });
  const bins = columns.map((column, f) => binColumn(column, edges[f] ?? new Float32Array()));
  return { names, bins, edges, labels, weights };
};

export const binColumn = (column: Float32Array, edges: Float32Array): Uint8Array => {
  const bins = new Uint8Array(column.length);
  for (let i = 0; i < column.length; i++) {
    const value = column[i] ?? 0;
    let low = 0;
    let high = edges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value > (edges[middle] ?? 0)) low = middle + 1;
      else high = middle;
    }
    bins[i] = low;
  }
  return bins;
};

/** A small generator with a fixed seed (mulberry32), so that training repeats itself exactly. */
export const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

/** Gradient boosting of oblivious trees on logistic loss, over the given rows of a table. */
export const fitTrees = (table: Table, rows: Int32Array, options: TreeOptions): readonly Tree[] => {
  const random = seeded(options.seed);
  const logits = new Float32Array(table.labels.length);
  const gradient = new Float32Array(table.labels.length);
  const curvature = new Float32Array(table.labels.length);
  const leafOf = new Uint8Array(table.labels.length);
  const drawn = new Int32Array(rows.length);
  const trees: Tree[] = [];
  for (let t = 0; t < options.trees; t++) {
    let taken = 0;
    for (let k = 0; k < rows.length; k++) {
      const row = rows[k] as number;
      const p = 1 / (1 + Math.exp(-(logits[row] as number)));
      const w = table.weights[row] as number;
      gradient[row] = (p - (table.labels[row] as number)) * w;
      curvature[row] = p * (1 - p) * w;
      if (random() < options.rowShare) drawn[taken++] = row;
    }
    const sampled = drawn.subarray(0, taken);
    const features = table.names.map((_, f) => f).filter(() => random() < options.featureShare);
    const split = growTree(table, sampled, features, gradient, curvature, leafOf, options);
    leavesIn(table, split, leafOf);
    const leaves = leafValues(rows, leafOf, 1 << split.length, gradient, curvature, options);
    for (let k = 0; k < rows.length; k++) {
      const row = rows[k] as number;
      logits[row] = (logits[row] as number) + (leaves[leafOf[row] as number] as number);
    }
    trees.push({
      features: split.map(({ feature }) => table.names[feature] ?? ""),
      thresholds: split.map(({ feature, bin }) => Number((table.edges[feature]?.[bin] ?? 0).toPrecision(9))),
      leaves: [...leaves],
    });
  }
  return trees;
};

type Split = Readonly<{ feature: number; bin: number }>;

const growTree = (
  table: Table,
  rows: Int32Array,
  features: readonly number[],
  gradient: Float32Array,
  curvature: Float32Array,
  leafOf: Uint8Array,
  options: TreeOptions,
): readonly Split[] => {
  for (const row of rows) leafOf[row] = 0;
  const splits: Split[] = [];
  const g = new Float64Array(64 * 64);
  const h = new Float64Array(64 * 64);
  for (let level = 0; level < options.depth; level++) {
    const leaves = 1 << level;
    let best = 0;
    let split: Split | null = null;
    for (const feature of features) {
      const bins = table.bins[feature] ?? new Uint8Array();
      g.fill(0, 0, leaves * 64);
      h.fill(0, 0, leaves * 64);
      for (let k = 0; k < rows.length; k++) {
        const row = rows[k] as number;
        const slot = ((leafOf[row] as number) << 6) | (bins[row] as number);
        g[slot] = (g[slot] as number) + (gradient[row] as number);
        h[slot] = (h[slot] as number) + (curvature[row] as number);
      }
      const found = bestCut(options.shrinkage, g, h, leaves, table.edges[feature]?.length ?? 0);
      if (found.gain > best) {
        best = found.gain;
        split = { feature, bin: found.bin };
      }
    }
    if (split === null) break;
    splits.push(split);
    const bins = table.bins[split.feature] ?? new Uint8Array();
    for (const row of rows) if ((bins[row] ?? 0) > split.bin) leafOf[row] = (leafOf[row] ?? 0) | leaves;
  }
  return splits;
};

const bestCut = (
  shrinkage: number,
  g: Float64Array,
  h: Float64Array,
  leaves: number,
  cuts: number,
): Readonly<{ gain: number; bin: number }> => {
  const gains = new Float64Array(cuts);
  for (let leaf = 0; leaf < leaves; leaf++) {
    let totalG = 0;
    let totalH = 0;
    for (let b = 0; b <= cuts; b++) {
      totalG += g[(leaf << 6) | b] as number;
      totalH += h[(leaf << 6) | b] as number;
    }
    let lowG = 0;
    let lowH = 0;
    const whole = (totalG * totalG) / (totalH + shrinkage);
    for (let b = 0; b < cuts; b++) {
      lowG += g[(leaf << 6) | b] as number;
      lowH += h[(leaf << 6) | b] as number;
      const highG = totalG - lowG;
      const highH = totalH - lowH;
      gains[b] =
        (gains[b] as number) +
        (lowG * lowG) / (lowH + shrinkage) +
        (highG * highG) / (highH + shrinkage) -
        whole;
    }
  }
  let bin = 0;
  for (let b = 1; b < cuts; b++) if ((gains[b] as number) > (gains[bin] as number)) bin = b;
  return { gain: gains[bin] ?? 0, bin };
};

/** The leaf of every row of the table. */
const leavesIn = (table: Table, split: readonly Split[], leafOf: Uint8Array): void => {
  leafOf.fill(0);
  split.forEach(({ feature, bin }, level) => {
    const bins = table.bins[feature] ?? new Uint8Array();
    const bit = 1 << level;
    for (let row = 0; row < bins.length; row++)
      if ((bins[row] as number) > bin) leafOf[row] = (leafOf[row] as number) | bit;
  });
};

const leafValues = (
  rows: Int32Array,
  leafOf: Uint8Array,
  leafCount: number,
  gradient: Float32Array,
  curvature: Float32Array,
  { rate, shrinkage }: TreeOptions,
): Float64Array => {
  const g = new Float64Array(leafCount);
  const h = new Float64Array(leafCount);
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] as number;
    const leaf = leafOf[row] as number;
    g[leaf] = (g[leaf] as number) + (gradient[row] as number);
    h[leaf] = (h[leaf] as number) + (curvature[row] as number);
  }
  return g.map((value, leaf) => Math.round(((-rate * value) / ((h[leaf] ?? 0) + shrinkage)) * 1000) / 1000);
};
