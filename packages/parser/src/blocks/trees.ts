import { readList, readTable } from "@readout/model";
import type { Column } from "../features/columns.js";
import type { FeatureSheet } from "../features/feature-sheet.js";

/**
 * An oblivious tree: every level asks one question of all its nodes, so a line's leaf is the number whose bit k says
 * whether feature k is above its threshold. No branches, six comparisons a line.
 */
export type Tree = Readonly<{
  features: readonly string[];
  thresholds: readonly number[];
  leaves: readonly number[];
}>;

/** Leaves are stored in thousandths of a logit. */
const leafScale = 1000;

/** Reads trees from a table with the columns stage, features, thresholds, leaves (lists `a|b|c`); gives those of one stage. */
export const readTrees = (table: string, stage: string): readonly Tree[] =>
  readTable(table, ["stage", "features", "thresholds", "leaves"])
    .filter((row) => row.stage === stage)
    .map((row) => ({
      features: readList(row.features),
      thresholds: readList(row.thresholds).map(Number),
      leaves: readList(row.leaves).map((leaf) => Number(leaf) / leafScale),
    }));

/** One line of the table that {@link readTrees} reads. */
export const writeTree = (stage: string, tree: Tree): string =>
  [
    stage,
    tree.features.join("|"),
    tree.thresholds.join("|"),
    tree.leaves.map((leaf) => Math.round(leaf * leafScale)).join("|"),
  ].join("\t");

/** Levels that are unrolled below; a deeper tree is a programmer's error. */
const deepest = 6;

/** Trees made ready to score: thresholds as ordered integers, leaves as one array. */
export class Forest {
  /** Features that any tree asks for, and for each tree the places of its six among them (−1: no question). */
  private readonly names: readonly string[];
  private readonly asked: readonly Int32Array[];
  private readonly thresholds: readonly Int32Array[];
  private readonly leaves: readonly Float64Array[];

  constructor(trees: readonly Tree[]) {
    for (const { features } of trees)
      if (features.length > deepest) throw new Error(`a tree of ${features.length} levels`);
    this.names = [...new Set(trees.flatMap(({ features }) => features))];
    const placeOf = new Map(this.names.map((name, place) => [name, place]));
    const levels = Array.from({ length: deepest }, (_, level) => level);
    this.asked = trees.map(({ features }) =>
      Int32Array.from(levels, (level) => placeOf.get(features[level] ?? "") ?? -1),
    );
    this.thresholds = trees.map(({ thresholds }) =>
      orderedIntegers(Float32Array.from(levels, (level) => thresholds[level] ?? 0)),
    );
    this.leaves = trees.map(({ leaves }) =>
      Float64Array.from({ length: 1 << deepest }, (_, leaf) => leaves[leaf] ?? 0),
    );
  }

  get length(): number {
    return this.leaves.length;
  }

  /** The sum of the trees for every line of a sheet: the logit of what they were trained on. Throws where the sheet lacks a feature. */
  score(sheet: FeatureSheet): Column {
    const n = sheet.columns[0]?.length ?? 0;
    const scores = new Float32Array(n);
    if (n === 0) return scores;
    const columns = this.names.map((name) => orderedIntegers(sheet.column(name)));
    const never = new Int32Array(n);
    for (let tree = 0; tree < this.leaves.length; tree++) {
      const asked = this.asked[tree] as Int32Array;
      const thresholds = this.thresholds[tree] as Int32Array;
      const column = (level: number): Int32Array => columns[asked[level] as number] ?? never;
      addTree(
        scores,
        column(0),
        column(1),
        column(2),
        column(3),
        column(4),
        column(5),
        thresholds,
        this.leaves[tree] as Float64Array,
      );
    }
    return scores;
  }
}

/** Adds one tree. The sign of a difference is the answer to a question, which costs no branch; most would be guessed wrong. */
const addTree = (
  scores: Column,
  a: Int32Array,
  b: Int32Array,
  c: Int32Array,
  d: Int32Array,
  e: Int32Array,
  f: Int32Array,
  thresholds: Int32Array,
  leaves: Float64Array,
): void => {
  const ta = thresholds[0] as number;
  const tb = thresholds[1] as number;
  const tc = thresholds[2] as number;
  const td = thresholds[3] as number;
  const te = thresholds[4] as number;
  const tf = thresholds[5] as number;
  for (let i = 0; i < scores.length; i++) {
    const leaf =
      ((ta - (a[i] as number)) >>> 31) |
      (((tb - (b[i] as number)) >>> 31) << 1) |
      (((tc - (c[i] as number)) >>> 31) << 2) |
      (((td - (d[i] as number)) >>> 31) << 3) |
      (((te - (e[i] as number)) >>> 31) << 4) |
      (((tf - (f[i] as number)) >>> 31) << 5);
    scores[i] = (scores[i] as number) + (leaves[leaf] as number);
  }
};

/**
 * Integers in the order of the floats they are made from: the bits of a float32, those of negative numbers turned round, less the
 * last bit, so that no difference of two runs over.
 */
const orderedIntegers = (column: Column): Int32Array => {
  const bits = new Int32Array(column.buffer, column.byteOffset, column.length);
  const out = new Int32Array(column.length);
  for (let i = 0; i < out.length; i++) {
    const value = bits[i] as number;
    out[i] = (value ^ ((value >> 31) & 0x7fffffff)) >> 1;
  }
  return out;
};
