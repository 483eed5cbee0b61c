import { Shape } from "@readout/model";
import type { Run } from "../blocks/best-run.js";
import { findRepeats } from "../blocks/repeats.js";
import type { FeatureSheet } from "../features/feature-sheet.js";
import type { Page } from "../page.js";
import { over, pickLines } from "./field-sheet.js";

export type TitleCandidates = Readonly<{ lines: readonly number[]; sheet: FeatureSheet }>;

/** A headline has no more words than this. */
const mostWords = 40;
/** So many lines into the article a headline may still stand (where the run took in a standfirst or a byline above it). */
const intoRun = 6;

/** The lines that could be the headline: short, with a letter, before the article or at its very start. */
export const titleCandidates = (page: Page, sheet: FeatureSheet, run: Run): TitleCandidates => {
  const { measures } = page;
  const { words, numbers } = measures.columns;
  const lines: number[] = [];
  const until = Math.min(measures.length, run.last > run.first ? run.first + intoRun : measures.length);
  for (let line = 0; line < until; line++) {
    const count = words[line] ?? 0;
    if (count > 0 && count <= mostWords && (numbers[line] ?? 0) < count) lines.push(line);
  }
  const picked = pickLines(sheet, lines);
  const first = wordSet(page, 0);
  const repeats = findRepeats(page.measures);
  const own = lines.map((line) => shared(page, line, first));
  picked.add(
    "in first line",
    over(own, ({ inside, total }) => (total > 0 ? inside / total : 0)),
  );
  picked.add(
    "of first line",
    over(own, ({ inside }) => (first.size > 0 ? inside / first.size : 0)),
  );
  picked.add(
    "best of first line",
    over(own, ({ inside }, k) => rankOf(own, inside, k)),
  );
  picked.add(
    "copy follows",
    over(lines, (line) => ((repeats.count[line] ?? 1) > 1 && (repeats.before[line] ?? -1) < 0 ? 1 : 0)),
  );
  picked.add(
    "candidates after",
    over(lines, (_, k) => lines.length - 1 - k),
  );
  picked.add(
    "to run",
    over(lines, (line) => run.first - line),
  );
  const longest = lines.reduce((most, line) => Math.max(most, words[line] ?? 0), 1);
  picked.add(
    "words of longest",
    over(lines, (line) => (words[line] ?? 0) / longest),
  );
  return { lines, sheet: picked };
};

const wordSet = ({ measures, tokens }: Page, line: number): ReadonlySet<number> => {
  const set = new Set<number>();
  for (let t = measures.first[line] ?? 0; t < (measures.last[line] ?? 0); t++)
    if ((tokens.shape[t] ?? 0) & (Shape.letter | Shape.digit)) set.add(tokens.word[t] ?? 0);
  return set;
};

const shared = (
  page: Page,
  line: number,
  with_: ReadonlySet<number>,
): Readonly<{ inside: number; total: number }> => {
  const own = wordSet(page, line);
  let inside = 0;
  for (const word of own) if (with_.has(word)) inside++;
  return { inside: line === 0 ? 0 : inside, total: own.size };
};

/** How many other candidates share more words with the first line. */
const rankOf = (own: readonly Readonly<{ inside: number }>[], inside: number, at: number): number => {
  let rank = 0;
  own.forEach((other, k) => {
    if (k !== at && other.inside > inside) rank++;
  });
  return Math.min(rank, 5);
};
