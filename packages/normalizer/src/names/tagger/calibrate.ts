/**
 * What names of a model probability turn out to be worth: `[probability, share of such names that are right]`, from
 * scripts/names/calibration.ts over conll03.testa and worldwide.dev together
 * (neighbouring bins that go down are pooled); straight lines between the points.
 */
const points: readonly (readonly [number, number])[] = [
  [0, 0],
  [0.325, 0.397],
  [0.453, 0.49],
  [0.6, 0.651],
  [0.752, 0.74],
  [0.856, 0.857],
  [0.928, 0.942],
  [0.967, 0.962],
  [0.985, 0.988],
  [1, 0.993],
];

/** The share of names right among those that the model gives a probability. */
export const calibrate = (probability: number): number => {
  for (let i = 1; i < points.length; i++) {
    const [x0, y0] = points[i - 1] ?? [0, 0];
    const [x1, y1] = points[i] ?? [1, 1];
    if (probability <= x1) return y0 + ((y1 - y0) * (probability - x0)) / (x1 - x0);
  }
  return 1;
};
