import type { Clues } from "./clues.js";

/**
 * Whether a line is the caption of a picture: it opens with `FILE -`, or stands twice in a row (alternative text and
 * caption), or follows a glued credit, and reads like a sentence.
 */
export const looksLikeCaption = (clues: Clues, line: number, inside: boolean): boolean => {
  const { page, repeats } = clues;
  const { lines, measures, text } = page;
  const words = measures.columns.words[line] ?? 0;
  if (words < 5) return false;
  if (/^FILE\b/.test(text.slice(lines.start[line], (lines.start[line] ?? 0) + 6))) return true;
  const before = repeats.before[line] ?? -1;
  if (before >= 0 && line - before <= 1 && words >= 7 && inside) return true;
  const after = line + 1 < lines.length && repeats.before[line + 1] === line;
  if (after && words >= 7 && (measures.ending[line] ?? 0) === 1) return true;
  return line > 0 && lines.gap[line] === 0 && clues.isCredit(line - 1);
};
