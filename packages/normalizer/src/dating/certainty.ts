import { readTable, Shape, type Time, tokenAt, type Vocabulary } from "@readout/model";
import { timeDoubts as table } from "../generated/time-doubts.js";
import type { Passage } from "../passage.js";
import { createTenseCues } from "../times/resolve/tense-cue.js";

/** Whether the text surely puts a time expression in its own past. */
export type Certainty = (passage: Passage, time: Time) => boolean;

/** Tokens before a month or year in which its verb must stand: pages on "trends in 2026" are written before it. */
const verbReach = 8;

/**
 * A day counts as past where the nearest verb is past and no word of the sentence before it speaks of plans, wishes, limits or updates
 * (lexicon/en/times/time-doubts.tsv): "was killed on May 3, 2015"; not "said it would end by May 3, 2019". Of a month or year the past
 * verb must stand right before it, without an infinitive between: "was elected in 2012"; not "told to report back in 2025".
 */
export const createCertainty = (vocabulary: Vocabulary): Certainty => {
  const cues = createTenseCues(vocabulary);
  const doubts = new Set(readTable(table, ["surface"]).map(({ surface }) => vocabulary.add(surface)));
  const to = vocabulary.add("to");
  return (passage, { start, end, sentence, granularity }) => {
    const { tokens, sentences } = passage;
    const first = tokenAt(tokens, start);
    const last = tokenAt(tokens, end - 1) + 1;
    const from = sentences.first[sentence] ?? 0;
    for (let at = from; at < first; at++) {
      // May of "May 3" is no "may".
      const name = at > from && ((tokens.shape[at] ?? 0) & Shape.capital) !== 0;
      if (!name && doubts.has(tokens.word[at] ?? -1)) return false;
    }
    if (
      granularity === "day" ||
      granularity === "hour" ||
      granularity === "minute" ||
      granularity === "part_of_day"
    )
      return cues.around(passage, sentence, first, last) === "past";
    for (let at = Math.max(first - verbReach, from); at < first; at++)
      if (tokens.word[at] === to) return false;
    return cues.before(passage, sentence, first, verbReach) === "past";
  };
};
