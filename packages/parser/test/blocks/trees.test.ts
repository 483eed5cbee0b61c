import { describe, expect, it } from "vitest";
import { Forest, readTrees, type Tree, writeTree } from "../../src/blocks/trees.js";
import { FeatureSheet } from "../../src/features/feature-sheet.js";

const sheet = new FeatureSheet();
sheet.add("x", Float32Array.from([-3, -0.5, 0, 0.25, 1e6]));
sheet.add("y", Float32Array.from([1, 1, 2, 2, -1e6]));
const tree: Tree = { features: ["x", "y"], thresholds: [-0.5, 1.5], leaves: [0.1, 0.2, 0.4, 0.8] };

describe("trees", () => {
  it("ask of each line whether its features lie above the thresholds, negative numbers too", () => {
    const scores = new Forest([tree, tree]).score(sheet);
    expect([...scores].map((score) => Number(score.toFixed(3)))).toEqual([0.2, 0.2, 1.6, 1.6, 0.4]);
  });

  it("read back what was written", () => {
    const table = [
      "stage\tfeatures\tthresholds\tleaves",
      writeTree("line", tree),
      writeTree("title", tree),
    ].join("\n");
    expect(readTrees(table, "line")).toEqual([tree]);
  });

  it("name the feature that a sheet lacks", () => {
    expect(() => new Forest([{ ...tree, features: ["z", "y"] }]).score(sheet)).toThrow('no feature "z"');
  });
});
