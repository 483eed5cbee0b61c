import { readTable, type Span, tokenAt, type Vocabulary } from "@readout/model";
import { timeDoubts as table } from "../generated/time-doubts.js";
import type { Passage } from "../passage.js";
import { createTenseCues } from "../times/resolve/tense-cue.js";

/** Whether what is said of a date happened before the text was written. */
export type Certainty = (passage: Passage, sentence: number, span: Span) => "past" | "unsure";

/**
 * A date counts as past only where the nearest verb is past and no word of the sentence before it speaks of plans, wishes or limits
 * (lexicon/en/times/time-doubts.tsv): "was killed on May 3, 2015"; not "said it would end by May 3, 2019".
 */
export const createCertainty = (vocabulary: Vocabulary): Certainty => {
  const cues = createTenseCues(vocabulary);
  const doubts = new Set(readTable(table, ["surface"]).map(({ surface }) => vocabulary.add(surface)));
  return (passage, sentence, span) => {
    const { tokens, sentences } = passage;
    const first = tokenAt(tokens, span.start);
    const last = tokenAt(tokens, span.end - 1) + 1;
    for (let at = sentences.first[sentence] ?? 0; at < first; at++)
      if (doubts.has(tokens.word[at] ?? -1)) return "unsure";
    return cues(passage, sentence, first, last) === "past" ? "past" : "unsure";
  };
};
