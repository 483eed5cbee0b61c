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

/** The sum of the trees for every line of a sheet: the logit of body text. */
export const scoreTrees = (trees: readonly Tree[], sheet: FeatureSheet): Column => {
  const n = sheet.columns[0]?.length ?? 0;
  const scores = new Float32Array(n);
  const leaf = new Uint8Array(n);
  for (const { features, thresholds, leaves } of trees) {
    leaf.fill(0);
    for (let level = 0; level < features.length; level++) {
      const column = sheet.column(features[level] ?? "");
      const threshold = thresholds[level] ?? 0;
      const bit = 1 << level;
      for (let i = 0; i < n; i++) if ((column[i] ?? 0) > threshold) leaf[i] = (leaf[i] ?? 0) | bit;
    }
    for (let i = 0; i < n; i++) scores[i] = (scores[i] ?? 0) + (leaves[leaf[i] ?? 0] ?? 0);
  }
  return scores;
};
