/** The words of one line for training: ids of its distinct words, the id of its first, its length class, label and weight. */
export type WordLine = Readonly<{
  words: readonly number[];
  opening: number;
  size: number;
  label: number;
  weight: number;
  fold: number;
}>;

export type FittedWords = Readonly<{ anywhere: Float32Array; opening: Float32Array }>;

const epochs = 6;
const rate = 0.15;
const decay = 2e-5;
/** Length classes get a weight of their own, so that words need not stand for length. */
const sizes = 24;

/** Logistic regression by AdaGrad over bags of words; lines of the folds `leftOut` are not looked at. Lines are taken in a fixed stride, so the result is the same each time. */
export const fitWords = (
  lines: readonly WordLine[],
  wordCount: number,
  leftOut: readonly number[],
): FittedWords => {
  const anywhere = new Float32Array(wordCount);
  const opening = new Float32Array(wordCount);
  const size = new Float32Array(sizes);
  const squares = [
    new Float32Array(wordCount).fill(1),
    new Float32Array(wordCount).fill(1),
    new Float32Array(sizes).fill(1),
  ] as const;
  const step = (weights: Float32Array, square: Float32Array, i: number, gradient: number): void => {
    const g = gradient + decay * (weights[i] ?? 0);
    square[i] = (square[i] ?? 1) + g * g;
    weights[i] = (weights[i] ?? 0) - (rate * g) / Math.sqrt(square[i] ?? 1);
  };
  // A stride coprime to the number of lines visits all of them, neighbours far apart.
  const n = lines.length;
  let stride = Math.floor(n * 0.618) | 1;
  while (gcd(stride, n) !== 1) stride += 2;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let k = 0, at = epoch; k < n; k++, at = (at + stride) % n) {
      const line = lines[at];
      if (line === undefined || leftOut.includes(line.fold) || line.words.length === 0) continue;
      const scale = 1 / Math.sqrt(line.words.length);
      const sizeClass = Math.min(sizes - 1, line.size);
      let logit = (size[sizeClass] ?? 0) + (line.opening >= 0 ? (opening[line.opening] ?? 0) : 0);
      for (const word of line.words) logit += (anywhere[word] ?? 0) * scale;
      const error = (1 / (1 + Math.exp(-logit)) - line.label) * line.weight;
      step(size, squares[2], sizeClass, error);
      if (line.opening >= 0) step(opening, squares[1], line.opening, error);
      for (const word of line.words) step(anywhere, squares[0], word, error * scale);
    }
  }
  return { anywhere, opening };
};

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
