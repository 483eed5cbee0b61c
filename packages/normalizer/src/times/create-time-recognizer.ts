import type { DayInterval, Vocabulary } from "@readout/model";
import type { Passage } from "../passage.js";
import type { TimeCandidate } from "./candidate.js";
import { recognizeTimes } from "./recognize-times.js";
import { type Resolution, resolveTimes } from "./resolve/resolve-times.js";
import { createTenseCues } from "./resolve/tense-cue.js";
import { functionWordIds } from "./time-reader.js";
import { TimeWords } from "./time-words.js";

export type TimeRecognizer = Readonly<{
  /** The time expressions of a passage, in order and disjoint, with what they say. */
  recognize: (passage: Passage) => readonly TimeCandidate[];
  /** Their values, counted from the days on which the text may have been published (both null: not known). */
  resolve: (candidates: readonly TimeCandidate[], passage: Passage, published: DayInterval) => Resolution;
}>;

/** Makes a recogniser that enters its words into a vocabulary; call it before the vocabulary's first document. */
export const createTimeRecognizer = (vocabulary: Vocabulary): TimeRecognizer => {
  const words = new TimeWords(vocabulary);
  const ids = functionWordIds(words);
  const cues = createTenseCues(vocabulary);
  return {
    recognize: (passage) => recognizeTimes(passage, words, ids),
    resolve: (candidates, passage, published) => resolveTimes(candidates, passage, published, cues),
  };
};
