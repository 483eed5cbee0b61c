import type { QuoteText } from "./quote-text.js";
import type { Report } from "./report.js";

/**
 * Leaves out reports whose cue stands inside what another one reports: "She said that Lee had promised to leave" is her
 * speech, not his. Two cues never hold one another, so the order of the reports does not matter.
 */
export const outermost = (text: QuoteText, reports: readonly Report[]): Report[] => {
  // Which report covers a token, as a running maximum over pieces sorted by their beginning.
  const covered = new Int32Array(text.tokens.length + 1).fill(-1);
  reports.forEach((report, index) => {
    for (const { first, last } of report.pieces) covered.fill(index, first, last);
  });
  return reports.filter((report, index) => {
    const cue = report.cue?.first ?? -1;
    const cover = cue < 0 ? -1 : (covered[cue] ?? -1);
    return cover < 0 || cover === index;
  });
};
