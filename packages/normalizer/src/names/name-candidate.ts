import type { Span } from "@readout/model";
import type { CoarseType } from "./tagger/labels.js";

/** A stretch that names something: tokens `[first, last)` of a sentence of the passage, with its characters. */
export type NameCandidate = Span &
  Readonly<{
    first: number;
    last: number;
    sentence: number;
    type: CoarseType;
    /** Probability that span and type are right, 0 to 1. */
    score: number;
  }>;
