import { type Column, each } from "../features/columns.js";
import { FeatureSheet } from "../features/feature-sheet.js";

/** What a page may state about itself, read off one of several candidates. */
export type Field = "title" | "author" | "published";

/** Starts the sheet of a field's candidates with all that is known of the lines they stand in. */
export const pickLines = (sheet: FeatureSheet, lines: readonly number[]): FeatureSheet => {
  const picked = new FeatureSheet();
  sheet.names.forEach((name, i) => {
    const column = sheet.columns[i];
    if (column !== undefined)
      picked.add(
        name,
        each(lines.length, (k) => column[lines[k] ?? 0] ?? 0),
      );
  });
  return picked;
};

/** A column over candidates. */
export const over = <T>(candidates: readonly T[], value: (candidate: T, place: number) => number): Column =>
  Float32Array.from(candidates, value);

/** Distances beyond this many lines are all the same. */
const far = 60;

/** Signed distance in lines, bounded; `far` where there is nothing to be distant from. */
export const distance = (line: number, to: number): number =>
  to < 0 ? far : Math.max(-far, Math.min(far, line - to));
