/**
 * What names of a model probability turn out to be worth: `[probability, share of such names that are right]`, from
 * scripts/names/calibration.ts over conll03.testa and worldwide.dev together; straight lines between the points.
 */
const points: readonly (readonly [number, number])[] = [
  [0, 0],
  [0.257, 0.271],
  [0.354, 0.436],
  [0.451, 0.513],
  [0.55, 0.69],
  [0.651, 0.71],
  [0.752, 0.811],
  [0.855, 0.891],
  [0.928, 0.948],
  [0.967, 0.97],
  [1, 0.997],
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
