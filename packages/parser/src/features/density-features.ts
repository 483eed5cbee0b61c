import { Shape } from "@readout/model";
import { Ending } from "../lines/line-measures.js";
import type { Page } from "../page.js";
import { type Column, each, linesSince, prefixSums, windowSum } from "./columns.js";
import type { FeatureSheet } from "./feature-sheet.js";

/** Distances beyond this many lines are all the same. */
const far = 200;
/** Lines before and after over which counts are summed. */
const reach = 10;
/** Lines before and after over which times of day are counted, and the longest line, in words, in which one counts. */
const clockReach = 12;
const clockWords = 14;

/**
 * What a stretch of lines has much of: comment threads have dates and replies, shops have prices, teasers have equal
 * lines, all of which a single line hides. `dated` and `cue` mark lines with a date and short lines with a label.
 */
export const addDensities = (sheet: FeatureSheet, page: Page, dated: Column, cue: Column): void => {
  const { measures } = page;
  const n = measures.length;
  const { words, action, related, first_person, second_person, quotes, prices, stops } = measures.columns;
  const counts: Readonly<Record<string, Column>> = {
    dates: dated,
    cues: cue,
    actions: action,
    related,
    "first persons": first_person,
    "second persons": second_person,
    quotes,
    prices,
    stops,
    "short lines": each(n, (i) => ((words[i] ?? 0) <= 4 ? 1 : 0)),
    "unfinished lines": each(n, (i) => ((measures.ending[i] ?? 0) === Ending.stop ? 0 : 1)),
  };
  for (const [name, column] of Object.entries(counts)) {
    const sums = prefixSums(column);
    sheet.add(`${name} round`, windowSum(sums, -reach, reach));
    if (name === "dates" || name === "actions" || name === "cues")
      sheet.add(
        `${name} so far`,
        each(n, (i) => sums[i] ?? 0),
      );
  }
  const talk = each(n, (i) => (isCommentHead(page, i) ? 1 : 0));
  sheet.add("since comments", linesSince(talk, far));
  const talkSums = prefixSums(talk);
  sheet.add(
    "comments so far",
    each(n, (i) => talkSums[i] ?? 0),
  );
  addClocks(sheet, page);
  sheet.add(
    "alike",
    each(n, (i) => alike(page, i)),
  );
};

/** How many lines with a time of day stand before and after a line, near it and in all: each comment of a thread has one. */
const addClocks = (sheet: FeatureSheet, page: Page): void => {
  const n = page.measures.length;
  const sums = prefixSums(each(n, (i) => (hasClock(page, i) ? 1 : 0)));
  const total = sums[n] ?? 0;
  sheet.add("clocks before", windowSum(sums, -clockReach, -1));
  sheet.add("clocks after", windowSum(sums, 1, clockReach));
  sheet.add(
    "clocks so far",
    each(n, (i) => sums[i] ?? 0),
  );
  sheet.add(
    "clocks left",
    each(n, (i) => total - (sums[i] ?? 0)),
  );
};

/** Whether a short line has a time of day: `March 3, 2015 at 4:29 pm`. */
const hasClock = ({ measures, tokens }: Page, line: number): boolean => {
  if ((measures.columns.times[line] ?? 0) === 0 || (measures.columns.words[line] ?? 0) > clockWords)
    return false;
  const last = (measures.last[line] ?? 0) - 1;
  for (let t = (measures.first[line] ?? 0) + 1; t < last; t++)
    if (
      tokens.text.charCodeAt(tokens.start[t] ?? 0) === 0x3a &&
      (tokens.shape[t - 1] ?? 0) & Shape.digit &&
      (tokens.shape[t + 1] ?? 0) & Shape.digit
    )
      return true;
  return false;
};

/** Whether a short line speaks of comments or replies: `12 Comments`, `Leave a reply`, `Reply`, `Ana says:`. */
const isCommentHead = ({ measures }: Page, line: number): boolean =>
  (measures.columns.discussion[line] ?? 0) > 0 && (measures.columns.words[line] ?? 0) <= 8;

/** How many of the six lines before and after have about as many words and the same kind of end. */
const alike = ({ measures }: Page, line: number): number => {
  const { words } = measures.columns;
  let count = 0;
  for (let i = Math.max(0, line - 6); i <= Math.min(measures.length - 1, line + 6); i++)
    if (
      i !== line &&
      Math.abs((words[i] ?? 0) - (words[line] ?? 0)) <= 2 &&
      measures.ending[i] === measures.ending[line]
    )
      count++;
  return count;
};
