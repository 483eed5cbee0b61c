import type { Run } from "../blocks/best-run.js";
import type { Page } from "../page.js";
import { type Column, newColumn } from "./columns.js";

/** Counts by word id, all 0 between pages: a vocabulary may have a million words, a page has a thousand. */
let counts: Uint8Array = new Uint8Array(0);

/**
 * Share of a line's long words that also stand in the other lines of a run: high for the article itself and for captions
 * of it, low for appeals, legal notices and teasers of other articles.
 */
export const cohesion = ({ longWords }: Page, run: Run): Column => {
  const { ids, ends, highest } = longWords;
  if (counts.length <= highest) counts = new Uint8Array(2 * (highest + 1));
  const first = ends[run.first - 1] ?? 0;
  const last = ends[run.last - 1] ?? 0;
  // Two are as good as many: a word counts where it stands in another line than its own.
  for (let k = first; k < last; k++) {
    const id = ids[k] as number;
    if ((counts[id] as number) < 2) counts[id] = (counts[id] as number) + 1;
  }
  const shares = newColumn(ends.length);
  for (let line = 0, k = 0; line < ends.length; line++) {
    const least = line >= run.first && line < run.last ? 1 : 0;
    const end = ends[line] as number;
    const long = end - k;
    let shared = 0;
    for (; k < end; k++) if ((counts[ids[k] as number] as number) > least) shared++;
    shares[line] = long > 0 ? shared / long : -1;
  }
  for (let k = first; k < last; k++) counts[ids[k] as number] = 0;
  return shares;
};
