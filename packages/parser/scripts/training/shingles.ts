/** Words as the scorer of article-extraction-benchmark has them (`\w+`), and their four-grams. */
export const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? [];

const shingleLength = 4;

export const shinglesOf = (words: readonly string[]): readonly string[] => {
  const count = Math.max(1, words.length - shingleLength + 1);
  const shingles: string[] = [];
  for (let i = 0; i < count && i < words.length; i++)
    shingles.push(words.slice(i, i + shingleLength).join("\u0001"));
  return shingles;
};

const countOf = (items: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
};

export type Score = Readonly<{ precision: number | null; recall: number | null }>;

/** Precision and recall of one page's body over four-gram multisets; null where nothing was given or nothing is gold. */
export const scoreBody = (gold: string, predicted: string): Score => {
  const a = countOf(shinglesOf(wordsOf(gold)));
  const b = countOf(shinglesOf(wordsOf(predicted)));
  let both = 0;
  let ofGold = 0;
  let ofPredicted = 0;
  for (const [shingle, n] of a) {
    ofGold += n;
    both += Math.min(n, b.get(shingle) ?? 0);
  }
  for (const n of b.values()) ofPredicted += n;
  return {
    precision: ofPredicted > 0 ? both / ofPredicted : null,
    recall: ofGold > 0 ? both / ofGold : null,
  };
};

/** Macro means over pages and their harmonic mean, as eval_body.py has it; `poor` counts pages below .5. */
export const summarize = (scores: readonly Score[]): string => {
  const mean = (values: readonly (number | null)[]): number => {
    const given = values.filter((value): value is number => value !== null);
    return given.reduce((a, b) => a + b, 0) / Math.max(1, given.length);
  };
  const precision = mean(scores.map((score) => score.precision));
  const recall = mean(scores.map((score) => score.recall));
  const poor = scores.filter(
    ({ precision: p, recall: r }) => (2 * (p ?? 0) * (r ?? 0)) / Math.max(1e-9, (p ?? 0) + (r ?? 0)) < 0.5,
  ).length;
  return `F1 ${((2 * precision * recall) / Math.max(1e-9, precision + recall)).toFixed(4)} P ${precision.toFixed(4)} R ${recall.toFixed(4)} poor ${poor}/${scores.length}`;
};
