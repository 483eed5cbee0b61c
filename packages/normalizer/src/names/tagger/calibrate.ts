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
  let i = 1;
  while (i < points.length - 1 && probability > (points[i]?.[0] ?? 1)) i++;
  const before = points[i - 1] ?? [0, 0];
  const after = points[i] ?? [1, 1];
  return before[1] + ((after[1] - before[1]) * (probability - before[0])) / (after[0] - before[0]);
};
