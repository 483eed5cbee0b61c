import { readTable, Shape, type Vocabulary } from "@readout/model";
import { timeCues as table } from "../../generated/time-cues.js";
import type { Passage } from "../../passage.js";

export type Tense = "past" | "future";

/** Which way the words around an expression point; made once, from lexicon/en/times/time-cues.tsv. */
export type TenseCues = (passage: Passage, sentence: number, first: number, last: number) => Tense | null;

/** How far from an expression a cue still speaks of it. */
const before = 14;
const after = 7;

/**
 * The nearest cue before the expression in its sentence, else the nearest one after it: "will meet {Monday}" is future,
 * "said {Monday} it will" is past. A word in -ed counts as past. Null where there is none.
 */
export const createTenseCues = (vocabulary: Vocabulary): TenseCues => {
  const cues = new Map<number, Tense>();
  for (const { surface, tense } of readTable(table, ["surface", "tense"]))
    cues.set(vocabulary.add(surface), tense === "future" ? "future" : "past");
  const be = vocabulary.add("be");
  const cueAt = ({ tokens, text }: Passage, at: number): Tense | null => {
    const known = cues.get(tokens.word[at] ?? -1);
    if (known !== undefined) return tokens.word[at - 1] === be ? "future" : known;
    const end = tokens.end[at] ?? 0;
    // "to be completed", "will be paid"
    if (tokens.word[at - 1] === be && text.endsWith("ed", end)) return "future";
    const lower = ((tokens.shape[at] ?? 0) & (Shape.letter | Shape.capital)) === Shape.letter;
    return lower && end - (tokens.start[at] ?? 0) > 3 && text.endsWith("ed", end) ? "past" : null;
  };
  return (passage, sentence, first, last) => {
    const from = Math.max(passage.sentences.first[sentence] ?? 0, first - before);
    for (let at = first - 1; at >= from; at--) {
      const tense = cueAt(passage, at);
      if (tense !== null) return tense;
    }
    const to = Math.min(passage.sentences.last[sentence] ?? 0, last + after);
    for (let at = last; at < to; at++) {
      const tense = cueAt(passage, at);
      if (tense !== null) return tense;
    }
    return null;
  };
};
