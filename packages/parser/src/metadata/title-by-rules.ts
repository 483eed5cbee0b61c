import type { Clues } from "../blocks/clues.js";
import type { Body } from "../blocks/find-body.js";

/** Words of a headline that rules look for. */
const fewestWords = 3;
const mostWords = 30;

/** The line of the headline by rules alone, or −1: long for a headline, near before the article, twice on the page or first on it. */
export const titleByRules = (clues: Clues, body: Body): number => {
  const { measures } = clues.page;
  let best = -1;
  let highest = 0;
  const until = Math.min(measures.length, body.run.first + 1);
  for (let line = 0; line < until; line++) {
    const words = measures.columns.words[line] ?? 0;
    if (words < fewestWords || words > mostWords || (body.isBody[line] === 1 && line > 0)) continue;
    if (clues.roleOf(line, false) !== null) continue;
    const score =
      Math.min(words, 12) / 12 +
      ((clues.page.repeats.count[line] ?? 1) > 1 ? 0.3 : 0) -
      (until - line) / 40 +
      (line === 0 ? 0.5 : 0);
    if (score > highest) {
      highest = score;
      best = line;
    }
  }
  return best;
};
