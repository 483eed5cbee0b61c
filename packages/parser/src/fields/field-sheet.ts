import type { DateReader, WordClasses } from "@readout/model";
import { type Column, newColumn } from "../features/columns.js";
import { FeatureSheet } from "../features/feature-sheet.js";

/** What candidates are read with: the words of pages, those of names, and dates. */
export type FieldReaders = Readonly<{ words: WordClasses; nameWords: WordClasses; readDates: DateReader }>;

/** What a page may state about itself, read off one of several candidates. */
export type Field = "title" | "author" | "published";

/** What a field looks at of the line that a candidate stands in, out of all that the article's model saw. */
const lineColumns = [
  "characters",
  "words",
  "stops",
  "commas",
  "separators",
  "quotes",
  "addresses",
  "month",
  "credit",
  "publication",
  "byline",
  "action",
  "legal",
  "related",
  "first_person",
  "second_person",
  "author_note",
  "platform",
  "media",
  "years",
  "times",
  "discussion",
  "ending",
  "beginning",
  "gap",
  "phrase",
  "repeats",
  "place",
  "lines",
  "rule",
  "alike",
  "logit",
  "function share",
  "capitals share",
  "uppers share",
  "lowers share",
  "numbers share",
  "marks share",
  "word length",
  "gap after",
  "repeated since",
  "mean weight",
  "opening weight",
  "least weight",
  "place share",
  "cohesion",
  "body cohesion",
  "body so far",
  "words -2",
  "words -1",
  "words 1",
  "words 2",
  "logit -2",
  "logit -1",
  "logit 1",
  "logit 2",
  "since date",
  "until date",
  "since cue",
  "until cue",
  "since comments",
  "body before 8",
  "body after 3",
  "body after 8",
  "chance before 8",
  "chance after 8",
  "body run from start",
  "body run to end",
  "body run share",
  "since likely",
  "until likely",
  "short lines round",
  "dates round",
] as const;

/** Starts the sheet of a field's candidates with what is known of the lines they stand in. */
export const pickLines = (sheet: FeatureSheet, lines: readonly number[]): FeatureSheet => {
  const picked = new FeatureSheet();
  for (const name of lineColumns) {
    const column = sheet.column(name);
    const own = newColumn(lines.length);
    for (let k = 0; k < own.length; k++) own[k] = column[lines[k] as number] as number;
    picked.add(name, own);
  }
  return picked;
};

/** A column over candidates. */
export const over = <T>(candidates: readonly T[], value: (candidate: T, place: number) => number): Column => {
  const column = newColumn(candidates.length);
  for (let k = 0; k < column.length; k++) column[k] = value(candidates[k] as T, k);
  return column;
};

/** Distances beyond this many lines are all the same. */
const far = 60;

/** Signed distance in lines, bounded; `far` where there is nothing to be distant from. */
export const distance = (line: number, to: number): number =>
  to < 0 ? far : Math.max(-far, Math.min(far, line - to));
