import { expect, test } from "vitest";
import { joinRuns, pickRuns, type TrainingRuns } from "../../scripts/names/training-runs.js";
import { SLOTS } from "../../src/names/tagger/features.js";

/** Runs of the given lengths; the first feature of a row and its label tell the row, counted from `from`. */
const runsOf = (lengths: readonly number[], from: number): TrainingRuns => {
  const start = [0];
  let rows = 0;
  for (const length of lengths) {
    rows += length;
    start.push(rows);
  }
  const features = new Int32Array(rows * SLOTS).fill(-1);
  for (let row = 0; row < rows; row++) features[row * SLOTS] = from + row;
  return {
    start: Int32Array.from(start),
    features,
    labels: Uint8Array.from({ length: rows }, (_, row) => from + row),
    weights: new Float32Array(lengths.length).fill(1),
    missed: 0,
    gold: lengths.length,
  };
};
const rowsOf = ({ start, features, labels, weights }: TrainingRuns) => ({
  start: [...start],
  rows: [...labels].map((_, row) => features[row * SLOTS]),
  labels: [...labels],
  weights: [...weights],
});

test("runs of weight 0 are left out with their rows", () => {
  expect(rowsOf(pickRuns(runsOf([2, 1, 3], 0), Float32Array.of(0.5, 0, 0.25)))).toEqual({
    start: [0, 2, 5],
    rows: [0, 1, 3, 4, 5],
    labels: [0, 1, 3, 4, 5],
    weights: [0.5, 0.25],
  });
});

test("joined runs keep their rows and weights", () => {
  const silver = pickRuns(runsOf([1], 7), Float32Array.of(0.5));
  expect(rowsOf(joinRuns(runsOf([2], 0), silver))).toEqual({
    start: [0, 2, 3],
    rows: [0, 1, 7],
    labels: [0, 1, 7],
    weights: [1, 0.5],
  });
});
