import { Shape } from "@readout/model";
import type { Run } from "../blocks/best-run.js";
import type { Page } from "../page.js";
import type { Column } from "./columns.js";

/** Words shorter than this say nothing about the subject. */
const leastLength = 5;

/**
 * Share of a line's long words that also stand in the other lines of a run: high for the article itself and for captions
 * of it, low for appeals, legal notices and teasers of other articles.
 */
export const cohesion = ({ measures, tokens }: Page, run: Run): Column => {
  const { length, word, shape, start, end } = tokens;
  const longWord = new Int32Array(length);
  let highest = 0;
  for (let t = 0; t < length; t++) {
    const long =
      ((shape[t] as number) & Shape.letter) !== 0 && (end[t] as number) - (start[t] as number) >= leastLength;
    const id = long ? (word[t] as number) : -1;
    longWord[t] = id;
    if (id > highest) highest = id;
  }
  const counts = new Uint16Array(highest + 1);
  const first = measures.first[run.first] ?? 0;
  const last = run.last > run.first ? (measures.last[run.last - 1] ?? 0) : first;
  // Two are as good as many: a word counts where it stands in another line than its own.
  for (let t = first; t < last; t++) {
    const id = longWord[t] as number;
    if (id >= 0 && (counts[id] as number) < 2) counts[id] = (counts[id] as number) + 1;
  }
  const shares = new Float32Array(measures.length);
  for (let line = 0; line < measures.length; line++) {
    const least = line >= run.first && line < run.last ? 1 : 0;
    const until = measures.last[line] as number;
    let long = 0;
    let shared = 0;
    for (let t = measures.first[line] as number; t < until; t++) {
      const id = longWord[t] as number;
      if (id < 0) continue;
      long++;
      if ((counts[id] as number) > least) shared++;
    }
    shares[line] = long > 0 ? shared / long : -1;
  }
  return shares;
};
