import { Shape, type Tokens } from "@readout/model";
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
  const counts = new Int32Array(highestId(tokens) + 1);
  const isLong = (token: number): boolean =>
    ((tokens.shape[token] ?? 0) & Shape.letter) !== 0 &&
    (tokens.end[token] ?? 0) - (tokens.start[token] ?? 0) >= leastLength;
  const first = measures.first[run.first] ?? 0;
  const last = run.last > run.first ? (measures.last[run.last - 1] ?? 0) : first;
  for (let token = first; token < last; token++) {
    const id = tokens.word[token] ?? 0;
    if (isLong(token)) counts[id] = (counts[id] ?? 0) + 1;
  }
  const shares = new Float32Array(measures.length);
  for (let line = 0; line < measures.length; line++) {
    const inside = line >= run.first && line < run.last;
    let long = 0;
    let shared = 0;
    for (let token = measures.first[line] ?? 0; token < (measures.last[line] ?? 0); token++) {
      if (!isLong(token)) continue;
      long++;
      if ((counts[tokens.word[token] ?? 0] ?? 0) > (inside ? 1 : 0)) shared++;
    }
    shares[line] = long > 0 ? shared / long : -1;
  }
  return shares;
};

const highestId = ({ length, word }: Tokens): number => {
  let highest = 0;
  for (let t = 0; t < length; t++) if ((word[t] ?? 0) > highest) highest = word[t] ?? 0;
  return highest;
};
