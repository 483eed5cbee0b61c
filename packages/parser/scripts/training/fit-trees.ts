import { coarse, type Tree } from "../../src/blocks/trees.js";

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
      const value = coarse(sample[Math.floor((k * sample.length) / binCount)] ?? 0);
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
    const value = coarse(column[i] ?? 0);
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
  const sample = new RowSample(table, rows.length, options);
  const trees: Tree[] = [];
  for (let t = 0; t < options.trees; t++) {
    sample.length = 0;
    for (let k = 0; k < rows.length; k++) {
      const row = rows[k] as number;
      const p = 1 / (1 + Math.exp(-(logits[row] as number)));
      const w = table.weights[row] as number;
      gradient[row] = (p - (table.labels[row] as number)) * w;
      curvature[row] = p * (1 - p) * w;
      if (random() < options.rowShare) sample.draw(row, gradient[row] as number, curvature[row] as number);
    }
    const features = table.names.map((_, f) => f).filter(() => random() < options.featureShare);
    const split = sample.grow(features);
    leavesIn(table, rows, split, leafOf);
    const leaves = leafValues(rows, leafOf, 1 << split.length, gradient, curvature, options);
    for (let k = 0; k < rows.length; k++) {
      const row = rows[k] as number;
      logits[row] = (logits[row] as number) + (leaves[leafOf[row] as number] as number);
    }
    trees.push({
      features: split.map(({ feature }) => table.names[feature] ?? ""),
      thresholds: split.map(({ feature, bin }) => table.edges[feature]?.[bin] ?? 0),
      leaves: [...leaves],
    });
  }
  return trees;
};

type Split = Readonly<{ feature: number; bin: number }>;

/** Bins and leaves of a histogram: a sum of gradients and one of curvatures for each bin of each leaf. */
const slots = 64;
const leafStride = slots * 2;

/** The rows drawn for one tree, side by side, and the histograms of the features looked at. */
class RowSample {
  length = 0;
  private readonly row: Int32Array;
  private readonly g: Float32Array;
  private readonly h: Float32Array;
  private readonly leaf: Uint8Array;
  private readonly chosen: Int32Array;
  private histograms = new Float64Array(0);

  constructor(
    private readonly table: Table,
    most: number,
    private readonly options: TreeOptions,
  ) {
    this.row = new Int32Array(most);
    this.g = new Float32Array(most);
    this.h = new Float32Array(most);
    this.leaf = new Uint8Array(most);
    this.chosen = new Int32Array(most);
  }

  draw(row: number, gradient: number, curvature: number): void {
    this.row[this.length] = row;
    this.g[this.length] = gradient;
    this.h[this.length] = curvature;
    this.leaf[this.length++] = 0;
  }

  /** The questions of one tree. */
  grow(features: readonly number[]): readonly Split[] {
    const { depth, shrinkage } = this.options;
    const size = leafStride << depth;
    if (this.histograms.length < features.length * size)
      this.histograms = new Float64Array(features.length * size);
    const splits: Split[] = [];
    for (let level = 0; level < depth; level++) {
      // Of the halves of a leaf only that with fewer rows is counted; the other is what is left of the whole.
      const counted = this.smallerHalf(level);
      let best = 0;
      let split: Split | null = null;
      features.forEach((feature, place) => {
        const own = this.histograms.subarray(place * size, (place + 1) * size);
        this.count(feature, own, level, counted);
        const found = bestCut(shrinkage, own, 1 << level, this.table.edges[feature]?.length ?? 0);
        if (found.gain > best) {
          best = found.gain;
          split = { feature, bin: found.bin };
        }
      });
      if (split === null) break;
      splits.push(split);
      this.divide(split, level);
    }
    return splits;
  }

  /** Chooses the rows to be counted at a level and gives the bit of the leaves that they lie in; all rows at the first. */
  private smallerHalf(level: number): Readonly<{ bit: number; count: number }> {
    const { chosen, leaf, length } = this;
    if (level === 0) {
      for (let k = 0; k < length; k++) chosen[k] = k;
      return { bit: 0, count: length };
    }
    const mask = 1 << (level - 1);
    let high = 0;
    for (let k = 0; k < length; k++) if ((leaf[k] as number) & mask) high++;
    const bit = high * 2 <= length ? mask : 0;
    let count = 0;
    for (let k = 0; k < length; k++) if (((leaf[k] as number) & mask) === bit) chosen[count++] = k;
    return { bit, count };
  }

  /** Brings the histogram of a feature from the leaves of the level before to those of this level. */
  private count(
    feature: number,
    own: Float64Array,
    level: number,
    { bit, count }: Readonly<{ bit: number; count: number }>,
  ): void {
    const { row, g, h, leaf, chosen } = this;
    const bins = this.table.bins[feature] as Uint8Array;
    if (level === 0) own.fill(0, 0, leafStride);
    const parents = level === 0 ? 0 : 1 << (level - 1);
    // The whole moves to where the uncounted half will lie.
    if (level > 0 && bit === 0) own.copyWithin(parents * leafStride, 0, parents * leafStride);
    if (level > 0) own.fill(0, bit * leafStride, (bit + parents) * leafStride);
    for (let i = 0; i < count; i++) {
      const k = chosen[i] as number;
      const slot = ((leaf[k] as number) * slots + (bins[row[k] as number] as number)) * 2;
      own[slot] = (own[slot] as number) + (g[k] as number);
      own[slot + 1] = (own[slot + 1] as number) + (h[k] as number);
    }
    const [from, rest] = bit === 0 ? [0, parents] : [parents, 0];
    for (let at = 0; at < parents * leafStride; at++) {
      const other = rest * leafStride + at;
      own[other] = (own[other] as number) - (own[from * leafStride + at] as number);
    }
  }

  private divide({ feature, bin }: Split, level: number): void {
    const bins = this.table.bins[feature] as Uint8Array;
    for (let k = 0; k < this.length; k++)
      if ((bins[this.row[k] as number] as number) > bin)
        this.leaf[k] = (this.leaf[k] as number) | (1 << level);
  }
}

const bestCut = (
  shrinkage: number,
  histogram: Float64Array,
  leaves: number,
  cuts: number,
): Readonly<{ gain: number; bin: number }> => {
  const gains = new Float64Array(cuts);
  for (let leaf = 0; leaf < leaves; leaf++) {
    const first = leaf * leafStride;
    let totalG = 0;
    let totalH = 0;
    for (let b = 0; b <= cuts; b++) {
      totalG += histogram[first + 2 * b] as number;
      totalH += histogram[first + 2 * b + 1] as number;
    }
    let lowG = 0;
    let lowH = 0;
    const whole = (totalG * totalG) / (totalH + shrinkage);
    for (let b = 0; b < cuts; b++) {
      lowG += histogram[first + 2 * b] as number;
      lowH += histogram[first + 2 * b + 1] as number;
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

/** The leaves that rows of the table fall into. */
const leavesIn = (table: Table, rows: Int32Array, split: readonly Split[], leafOf: Uint8Array): void => {
  leafOf.fill(0);
  split.forEach(({ feature, bin }, level) => {
    const bins = table.bins[feature] as Uint8Array;
    const bit = 1 << level;
    for (let k = 0; k < rows.length; k++) {
      const row = rows[k] as number;
      if ((bins[row] as number) > bin) leafOf[row] = (leafOf[row] as number) | bit;
    }
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
