import { labelCount, mayFollow } from "./labels.js";

/** Scores of a linear-chain model: what each feature says for each label, and how labels follow each other. */
export type TaggerModel = Readonly<{
  /** Adds the scores of one token's features, `features[at … at + slots)`, to `scores[row … row + labelCount)`. */
  add: (features: Int32Array, at: number, slots: number, scores: Float32Array, row: number) => void;
  /** `transitions[from * labelCount + to]`, -Infinity where `to` must not follow. */
  transitions: Float32Array;
}>;

/** Transition scores with the impossible ones ruled out. */
export const withConstraints = (transitions: Float32Array): Float32Array =>
  transitions.map((score, i) =>
    mayFollow(Math.floor(i / labelCount), i % labelCount) ? score : Number.NEGATIVE_INFINITY,
  );
