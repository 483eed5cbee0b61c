import type { Span, Tokens } from "@readout/model";
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

/** The one place where candidates are made: objects of one shape keep what reads them compiled for it. */
export const nameCandidate = (
  tokens: Tokens,
  sentence: number,
  first: number,
  last: number,
  type: CoarseType,
  score: number,
): NameCandidate => ({
  first,
  last,
  sentence,
  start: tokens.start[first] ?? 0,
  end: tokens.end[last - 1] ?? 0,
  type,
  score,
});
