import type { SourceDocument } from "@readout/model";
import type { Clues } from "../blocks/clues.js";
import type { Body } from "../blocks/find-body.js";

/** The line of the title, or -1: the longest short line that stands nearest before the article, one that stands twice first. */
export const findTitle = (clues: Clues, body: Body, _source: SourceDocument): number => {
  const { measures } = clues.page;
  let best = -1;
  let highest = 0;
  const until = Math.min(measures.length, body.run.first + 1);
  for (let line = 0; line < until; line++) {
    const words = measures.columns.words[line] ?? 0;
    if (words < 3 || words > 30 || (body.isBody[line] === 1 && line > 0)) continue;
    if (clues.roleOf(line, false) !== null) continue;
    const score =
      Math.min(words, 12) / 12 +
      ((clues.repeats.count[line] ?? 1) > 1 ? 0.3 : 0) -
      (until - line) / 40 +
      (line === 0 ? 0.5 : 0);
    if (score > highest) {
      highest = score;
      best = line;
    }
  }
  return best;
};
