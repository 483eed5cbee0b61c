import { readTable, Shape, type Vocabulary, WordClasses } from "@readout/model";
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
/** Cues with a reach in the table ("until") count only this near: "until days after his May election" is past. */
const nearReach = 2;
const Cue = { past: 1, future: 2, nearFuture: 4 } as const;
const D = 0x64;
const E = 0x65;

export const createTenseCues = (vocabulary: Vocabulary): TenseCues => {
  const cues = new WordClasses(vocabulary);
  for (const { surface, tense, reach } of readTable(table, ["surface", "tense", "reach"]))
    cues.add(surface, tense === "future" ? (reach === "" ? Cue.future : Cue.nearFuture) : Cue.past);
  const be = vocabulary.add("be");
  const to = vocabulary.add("to");
  const announcing = new Set(["is", "are"].map((word) => vocabulary.add(word)));
  const cueAt = ({ tokens, text }: Passage, at: number, distance: number): Tense | null => {
    const word = tokens.word[at] ?? -1;
    // "are to meet": announces.
    if (word === to && announcing.has(tokens.word[at - 1] ?? -1)) return "future";
    const known = cues.of(word);
    const end = tokens.end[at] ?? 0;
    // "planned", "killed": lower case, at least four letters, in -ed.
    const participle =
      text.charCodeAt(end - 1) === D &&
      text.charCodeAt(end - 2) === E &&
      end - (tokens.start[at] ?? 0) > 3 &&
      ((tokens.shape[at] ?? 0) & (Shape.letter | Shape.capital)) === Shape.letter;
    if (known === 0 && !participle) return null;
    if (known === Cue.nearFuture) return distance > nearReach ? null : "future";
    // "to be completed", "will be paid"
    if (known === Cue.future || tokens.word[at - 1] === be) return "future";
    return "past";
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
      const end = Math.min(passage.sentences.last[sentence] ?? 0, last + reachAfter);
      for (let at = last; at < end; at++) {
        const behind = cueAt(passage, at, at - last + 1);
        if (behind !== null) return behind;
      }
      return null;
    },
  };
};
