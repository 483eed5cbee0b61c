/**
 * What names of a model probability turn out to be worth: `[probability, share of such names that are right]`, straight lines
 * between them. The bins of scripts/names/calibration.ts over conll03.testa and worldwide.dev together, with the identity in
 * place of these points, the last bin in four and without the names that knowledge alone has seen; measured with every new training.
 */
const points: readonly (readonly [number, number])[] = [
  [0, 0],
  [0.247, 0.359],
  [0.35, 0.401],
  [0.449, 0.488],
  [0.55, 0.579],
  [0.65, 0.695],
  [0.752, 0.725],
  [0.856, 0.829],
  [0.928, 0.925],
  [0.968, 0.967],
  [0.986, 0.975],
  [0.993, 0.99],
  [0.997, 0.993],
  [1, 0.996],
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
