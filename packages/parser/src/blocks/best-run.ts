/** A run of lines, half-open. */
export type Run = Readonly<{ first: number; last: number }>;

/** The run of lines whose scores sum highest; the empty run where none is above 0. Ties go to the earlier and longer. */
export const bestRun = (scores: Float32Array): Run => {
  let best = 0;
  let run: Run = { first: 0, last: 0 };
  let sum = 0;
  let first = 0;
  for (let i = 0; i < scores.length; i++) {
    if (sum <= 0) {
      sum = 0;
      first = i;
    }
    sum += scores[i] ?? 0;
    if (sum > best) {
      best = sum;
      run = { first, last: i + 1 };
    }
  }
  return run;
};
