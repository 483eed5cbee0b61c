import type { BlockRole } from "@readout/model";
import type { Run } from "../blocks/best-run.js";
import type { Page } from "../page.js";
import type { LinePhrases } from "../words/phrases.js";
import { type Column, each, linesSince, linesUntil, newColumn, prefixSums } from "./columns.js";
import type { FeatureSheet } from "./feature-sheet.js";

/** Distances beyond this many lines are all the same. */
const far = 60;
/** A line with a phrase of furniture and no more words than this is a label of what follows it. */
const labelWords = 6;
/** The roles of phrases, in the order of their numbers in the column "phrase"; 0 is none. */
const phraseRoles: readonly BlockRole[] = [
  "promotion",
  "related",
  "notice",
  "navigation",
  "author_note",
  "published",
  "byline",
  "credit",
];

/** Adds the role that a phrase gives each line ("phrase"); the column returned marks the labels, short lines with a phrase of furniture. */
export const addPhrases = (sheet: FeatureSheet, { measures }: Page, phrases: LinePhrases): Column => {
  const n = measures.length;
  const roles = newColumn(n);
  const cue = newColumn(n);
  for (let line = 0; line < n; line++) {
    const hit = phrases[line];
    if (hit == null) continue;
    roles[line] = 1 + phraseRoles.indexOf(hit.role);
    if ((measures.columns.words[line] ?? 0) <= labelWords) cue[line] = 1;
  }
  sheet.add("phrase", roles);
  return cue;
};

/** How far each line is from labels of furniture and how many of them the page has had, counted as such and since the run of text began. */
export const addCues = (sheet: FeatureSheet, cue: Column, run: Run): void => {
  const n = cue.length;
  const phrase = sheet.column("phrase");
  sheet.add("since cue", linesSince(cue, far));
  sheet.add("until cue", linesUntil(cue, far));
  const isLabel = (role: BlockRole): Column => {
    const number = 1 + phraseRoles.indexOf(role);
    return each(n, (i) => (phrase[i] === number ? (cue[i] ?? 0) : 0));
  };
  sheet.add("since related", linesSince(isLabel("related"), far));
  sheet.add("until promotion", linesUntil(isLabel("promotion"), far));
  const sums = prefixSums(cue);
  const atStart = sums[run.first] ?? 0;
  sheet.add(
    "cues in run",
    each(n, (i) => (sums[i] ?? 0) - atStart),
  );
  sheet.add(
    "cue share so far",
    each(n, (i) => (sums[i] ?? 0) / (i + 1)),
  );
  sheet.add("cue share", newColumn(n).fill((sums[n] ?? 0) / Math.max(1, n)));
};
