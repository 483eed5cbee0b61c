import { slice, type Time, tokenAt, tokenText } from "@readout/model";
import type { Passage } from "../passage.js";
import type { Certainty } from "./certainty.js";
import { type Evidence, notBefore } from "./evidence.js";

/**
 * Dates with a year that the text puts in its past: it was written on them or later. Any date of a caption (the picture was taken) and
 * dates in the past tense; of months and years only those with "in" or "since" before them ("since 2009"; not "the 2020 Games").
 */
export const fromDates = (
  passage: Passage,
  times: readonly Time[],
  certainty: Certainty,
): readonly Evidence[] => {
  const { text, blocks, sentences } = passage;
  return times.flatMap((time): readonly Evidence[] => {
    if (time.basis !== "stated" || time.anchor !== "none" || time.earliest === null) return [];
    if (time.type !== "DATE" && time.type !== "TIME") return [];
    const role = blocks[sentences.block[time.sentence] ?? -1]?.role;
    if (role === "title" || role === "heading" || role === "subtitle") return [];
    const surface = slice(text, time);
    if (
      role === "caption" &&
      (time.granularity === "day" || time.granularity === "part_of_day" || time.type === "TIME")
    )
      return [notBefore(time.earliest, `a caption says ${surface}`, time)];
    if (time.granularity !== "day" && time.type !== "TIME" && !isTied(passage, time)) return [];
    if (!certainty(passage, time)) return [];
    return [notBefore(time.earliest, `${surface} is past`, time)];
  });
};

const ties = new Set(["in", "since"]);

const isTied = ({ tokens }: Passage, { start }: Time): boolean => {
  const before = tokenAt(tokens, start) - 1;
  return before >= 0 && ties.has(tokenText(tokens, before).toLowerCase());
};
