import { readTable, Shape, type Vocabulary } from "@readout/model";
import { timeCues as table } from "../../generated/time-cues.js";
import type { Passage } from "../../passage.js";

export type Tense = "past" | "future";

/** Which way the words around an expression point; made once, from lexicon/en/times/time-cues.tsv. */
export type TenseCues = Readonly<{
  /**
   * The nearest cue before an expression (tokens half-open) in its sentence, else the nearest one after it: "will meet {Monday}" is
   * future, "said {Monday} it will" is past. A word in -ed counts as past, after "be" as future. Null where there is none.
   */
  around: (passage: Passage, sentence: number, first: number, last: number) => Tense | null;
  /** The nearest cue before a token, at most `reach` tokens back in its sentence. */
  before: (passage: Passage, sentence: number, first: number, reach: number) => Tense | null;
}>;

/** How far from an expression a cue still speaks of it. */
const reachBefore = 14;
const reachAfter = 7;

export const createTenseCues = (vocabulary: Vocabulary): TenseCues => {
  const cues = new Map<number, Readonly<{ tense: Tense; reach: number }>>();
  for (const { surface, tense, reach } of readTable(table, ["surface", "tense", "reach"]))
    cues.set(vocabulary.add(surface), {
      tense: tense === "future" ? "future" : "past",
      reach: reach === "" ? reachBefore : Number(reach),
    });
  const be = vocabulary.add("be");
  const cueAt = ({ tokens, text }: Passage, at: number, distance: number): Tense | null => {
    const known = cues.get(tokens.word[at] ?? -1);
    if (known !== undefined)
      return distance > known.reach ? null : tokens.word[at - 1] === be ? "future" : known.tense;
    const end = tokens.end[at] ?? 0;
    // "to be completed", "will be paid"
    if (tokens.word[at - 1] === be && text.endsWith("ed", end)) return "future";
    const lower = ((tokens.shape[at] ?? 0) & (Shape.letter | Shape.capital)) === Shape.letter;
    return lower && end - (tokens.start[at] ?? 0) > 3 && text.endsWith("ed", end) ? "past" : null;
  };
  const before: TenseCues["before"] = (passage, sentence, first, reach) => {
    const from = Math.max(passage.sentences.first[sentence] ?? 0, first - reach);
    for (let at = first - 1; at >= from; at--) {
      const tense = cueAt(passage, at, first - at);
      if (tense !== null) return tense;
    }
    return null;
  };
  return {
    before,
    around: (passage, sentence, first, last) => {
      const tense = before(passage, sentence, first, reachBefore);
      if (tense !== null) return tense;
      const to = Math.min(passage.sentences.last[sentence] ?? 0, last + reachAfter);
      for (let at = last; at < to; at++) {
        const behind = cueAt(passage, at, at - last + 1);
        if (behind !== null) return behind;
      }
      return null;
    },
  };
};
