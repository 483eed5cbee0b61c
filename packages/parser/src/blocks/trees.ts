import { readList, readTable } from "@readout/model";
import type { Column } from "../features/columns.js";
import type { FeatureSheet } from "../features/feature-sheet.js";

/**
 * An oblivious tree: every level asks one question of all its nodes, so a line's leaf is the number whose bit k says
 * whether feature k is above its threshold. Features and thresholds are compared as {@link coarse} numbers.
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
const leafCount = 1 << deepest;
/** A bin never lies above this one: the questions that a missing level asks are answered no. */
const lastBin = 127;
/** The sum over four bytes at a time: one in each of them. */
const everyByte = 0x01010101;

/**
 * Trees made ready to score. Each value is binned once, by how many of the thresholds that are asked of its feature lie
 * below it, so that a line is one byte a feature. A question is then one addition that carries into the highest bit of
 * the byte, and four lines are asked at once. Leaves are added as integers, so the sum depends on no order.
 */
export class Forest {
  private readonly binners: readonly Binner[];
  /** Where the columns of the binners stood in the sheet before. */
  private readonly places: number[];
  /** Where the questions of the trees look, six a tree: the place of the feature. */
  private readonly asked: Int32Array;
  /** What is added to four bins to carry where they lie above the threshold, six a tree. */
  private readonly carries: Int32Array;
  /** Leaves in thousandths, 64 a tree. */
  private readonly leaves: Int32Array;
  /** Bins of the page at hand, feature after feature; room for the longest page so far. */
  private bins = new Uint8Array(0);

  constructor(trees: readonly Tree[]) {
    const thresholds = new Map<string, number[]>();
    for (const tree of trees) {
      if (tree.features.length > deepest) throw new Error(`a tree of ${tree.features.length} levels`);
      tree.features.forEach((name, level) => {
        const own = thresholds.get(name) ?? [];
        own.push(coarse(tree.thresholds[level] ?? 0));
        thresholds.set(name, own);
      });
    }
    this.binners = [...thresholds].map(([name, own]) => new Binner(name, own));
    this.places = this.binners.map(() => 0);
    const placeOf = new Map(this.binners.map(({ name }, place) => [name, place]));
    this.asked = new Int32Array(trees.length * deepest);
    this.carries = new Int32Array(trees.length * deepest);
    this.leaves = new Int32Array(trees.length * leafCount);
    trees.forEach((tree, t) => {
      tree.features.forEach((name, level) => {
        const place = placeOf.get(name) ?? 0;
        const below = this.binners[place]?.edges.indexOf(coarse(tree.thresholds[level] ?? 0)) ?? lastBin;
        this.asked[t * deepest + level] = place;
        this.carries[t * deepest + level] = (lastBin - below) * everyByte;
      });
      tree.leaves.forEach((leaf, at) => {
        this.leaves[t * leafCount + at] = Math.round(leaf * leafScale);
      });
    });
  }

  get length(): number {
    return this.leaves.length / leafCount;
  }

  /** The sum of the trees for every line of a sheet: the logit of what they were trained on. Throws where the sheet lacks a feature. */
  score(sheet: FeatureSheet): Column {
    const n = sheet.columns[0]?.length ?? 0;
    if (n === 0 || this.length === 0) return new Float32Array(n);
    const fours = (n + 3) >> 2;
    if (this.bins.length < fours * 4 * this.binners.length)
      this.bins = new Uint8Array(fours * 8 * this.binners.length);
    this.binners.forEach((binner, place) => {
      const at = sheet.placeOf(binner.name, this.places[place]);
      this.places[place] = at;
      binner.bin(sheet.columns[at] as Column, this.bins, place * fours * 4);
    });
    return this.sum(new Int32Array(this.bins.buffer), fours).subarray(0, n);
  }

  private sum(bins: Int32Array, fours: number): Float32Array {
    const { asked, carries, leaves, length } = this;
    const sums = new Int32Array(fours * 4);
    for (let tree = 0; tree < length; tree++) {
      const first = tree * deepest;
      const a = (asked[first] as number) * fours;
      const b = (asked[first + 1] as number) * fours;
      const c = (asked[first + 2] as number) * fours;
      const d = (asked[first + 3] as number) * fours;
      const e = (asked[first + 4] as number) * fours;
      const f = (asked[first + 5] as number) * fours;
      const ca = carries[first] as number;
      const cb = carries[first + 1] as number;
      const cc = carries[first + 2] as number;
      const cd = carries[first + 3] as number;
      const ce = carries[first + 4] as number;
      const cf = carries[first + 5] as number;
      const own = tree * leafCount;
      for (let i = 0, at = 0; i < fours; i++, at += 4) {
        // A carry stands in bit 7 of a byte; shifted to the bit of its level, six make the number of the leaf.
        const four =
          ((((bins[a + i] as number) + ca) >>> 7) & everyByte) |
          ((((bins[b + i] as number) + cb) >>> 6) & (everyByte << 1)) |
          ((((bins[c + i] as number) + cc) >>> 5) & (everyByte << 2)) |
          ((((bins[d + i] as number) + cd) >>> 4) & (everyByte << 3)) |
          ((((bins[e + i] as number) + ce) >>> 3) & (everyByte << 4)) |
          ((((bins[f + i] as number) + cf) >>> 2) & (everyByte << 5));
        sums[at] = (sums[at] as number) + (leaves[own + (four & 63)] as number);
        sums[at + 1] = (sums[at + 1] as number) + (leaves[own + ((four >>> 8) & 63)] as number);
        sums[at + 2] = (sums[at + 2] as number) + (leaves[own + ((four >>> 16) & 63)] as number);
        sums[at + 3] = (sums[at + 3] as number) + (leaves[own + (four >>> 24)] as number);
      }
    }
    const scores = new Float32Array(sums.length);
    for (let i = 0; i < sums.length; i++) scores[i] = (sums[i] as number) / leafScale;
    return scores;
  }
}

/** What is left of a float: its sign, its exponent and five bits of its fraction. Whole numbers below 64 keep their value. */
const keptBits = 14;
const lostBits = 32 - keptBits;

const word = new Int32Array(1);
const float = new Float32Array(word.buffer);

/** A number as the trees see it: cut, towards 0, to the bits that are kept. */
export const coarse = (value: number): number => {
  float[0] = value;
  word[0] = ((word[0] as number) >> lostBits) << lostBits;
  return float[0];
};

/** The bits of a float that are kept, as a number that grows with the float. */
const cellOf = (bits: number): number => (bits ^ ((bits >> 31) & 0x7fffffff)) >> lostBits;

/**
 * How many of a feature's thresholds lie below a value: read off a table by the bits of the value that are kept. The table goes from
 * the lowest threshold to the first cell above the highest, so that a page touches little memory.
 */
class Binner {
  readonly edges: readonly number[];
  private readonly first: number;
  private readonly below: Uint8Array;

  constructor(
    readonly name: string,
    thresholds: readonly number[],
  ) {
    this.edges = [...new Set(thresholds)].sort((a, b) => a - b);
    if (this.edges.length > lastBin) throw new Error(`${this.edges.length} thresholds of "${name}"`);
    const cells = this.edges.map((edge) => {
      float[0] = edge;
      return cellOf(word[0] as number);
    });
    this.first = cells[0] ?? 0;
    this.below = new Uint8Array((cells.at(-1) ?? 0) - this.first + 2);
    for (const cell of cells) this.below[cell - this.first + 1] = 1;
    for (let cell = 1; cell < this.below.length; cell++)
      this.below[cell] = (this.below[cell] as number) + (this.below[cell - 1] as number);
  }

  /** Writes the bins of a column from `at` on. */
  bin(column: Column, bins: Uint8Array, at: number): void {
    const { below, first } = this;
    const last = below.length - 1;
    const bits = new Int32Array(column.buffer, column.byteOffset, column.length);
    for (let i = 0; i < bits.length; i++) {
      const cell = cellOf(bits[i] as number) - first;
      bins[at + i] = below[cell < 0 ? 0 : Math.min(cell, last)] as number;
    }
  }
}
