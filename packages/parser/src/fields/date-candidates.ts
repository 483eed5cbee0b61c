import { type AbsoluteDate, dateOf, dayOf, Shape, type WordClasses } from "@readout/model";
import type { Run } from "../blocks/best-run.js";
import type { FeatureSheet } from "../features/feature-sheet.js";
import type { Page } from "../page.js";
import { PageWord } from "../words/page-words.js";
import { firstNames } from "./author-candidates.js";
import { distance, type FieldReaders, over, pickLines } from "./field-sheet.js";

export type DateCandidate = Readonly<{ line: number; date: AbsoluteDate }>;
export type DateCandidates = Readonly<{ candidates: readonly DateCandidate[]; sheet: FeatureSheet }>;

/** No more dates than this are weighed against each other. */
const mostCandidates = 300;
/** Longer lines are running text: their dates are what the article tells of. */
const mostWords = 40;

/** The full dates of short lines, wherever they stand, with the label before each. `author` is the byline's line or -1. */
export const dateCandidates = (
  page: Page,
  { words, nameWords, readDates }: FieldReaders,
  sheet: FeatureSheet,
  run: Run,
  title: number,
  author: number,
): DateCandidates => {
  const { measures, tokens } = page;
  const candidates: DateCandidate[] = [];
  for (let line = 0; line < page.lines.length && candidates.length < mostCandidates; line++) {
    if ((measures.columns.words[line] ?? 0) > mostWords || (measures.columns.numbers[line] ?? 0) === 0)
      continue;
    for (const date of readDates(tokens, measures.first[line] ?? 0, measures.last[line] ?? 0))
      candidates.push({ line, date });
  }
  const picked = pickLines(
    sheet,
    candidates.map(({ line }) => line),
  );
  const days = new Map<number, number>();
  for (const { date } of candidates) days.set(date.day, (days.get(date.day) ?? 0) + 1);
  const sorted = [...days.keys()].sort((a, b) => a - b);
  picked.add(
    "label",
    over(candidates, (candidate) => labelOf(page, words, candidate)),
  );
  picked.add(
    "weekday",
    over(candidates, ({ line }) => measures.columns.weekday[line] ?? 0),
  );
  picked.add(
    "names near",
    over(candidates, ({ line }) => firstNames(page, line, nameWords) + firstNames(page, line - 1, nameWords)),
  );
  picked.add(
    "words before",
    over(candidates, ({ line, date }) => date.first - (measures.first[line] ?? 0)),
  );
  picked.add(
    "words after",
    over(candidates, ({ line, date }) => (measures.last[line] ?? 0) - date.last),
  );
  picked.add(
    "in line",
    over(candidates, ({ line }, k) => candidates.slice(0, k).filter((other) => other.line === line).length),
  );
  picked.add(
    "dates in line",
    over(candidates, ({ line }) => candidates.filter((other) => other.line === line).length),
  );
  picked.add(
    "ambiguous",
    over(candidates, ({ date }) => (date.ambiguous ? 1 : 0)),
  );
  picked.add(
    "times stated",
    over(candidates, ({ date }) => days.get(date.day) ?? 0),
  );
  picked.add(
    "rank of day",
    over(candidates, ({ date }) => sorted.indexOf(date.day)),
  );
  picked.add(
    "rank from last day",
    over(candidates, ({ date }) => sorted.length - 1 - sorted.indexOf(date.day)),
  );
  picked.add(
    "place among",
    over(candidates, (_, k) => k),
  );
  picked.add(
    "dates",
    over(candidates, () => candidates.length),
  );
  picked.add(
    "title distance",
    over(candidates, ({ line }) => distance(line, title)),
  );
  picked.add(
    "author distance",
    over(candidates, ({ line }) => distance(line, author)),
  );
  picked.add(
    "run distance",
    over(candidates, ({ line }) => distance(line, run.first)),
  );
  picked.add(
    "run end distance",
    over(candidates, ({ line }) => distance(line, run.last)),
  );
  return { candidates, sheet: picked };
};

/**
 * A date that can be read in two orders (`03/10/2023`), read as another date of the page has it: where that says `3 October 2023` and
 * none says 10 March, in October.
 */
export const inStatedOrder = (
  { line, date }: DateCandidate,
  candidates: readonly DateCandidate[],
): DateCandidate => {
  const { year, month, day } = dateOf(date.day);
  const states = (wanted: number): boolean =>
    candidates.some((other) => !other.date.ambiguous && other.date.day === wanted);
  if (!date.ambiguous || states(date.day)) return { line, date };
  const turned = dayOf(year, day, month);
  return states(turned) ? { line, date: { ...date, day: turned } } : { line, date };
};

/** What is said of a date: 2 published, 1 a name or another capitalised word, 0 nothing, −1 another word, −2 updated; half as much where the short line before says it. */
const labelOf = (page: Page, words: WordClasses, { line, date }: DateCandidate): number => {
  const { measures } = page;
  const own = labelIn(page, words, Math.max(measures.first[line] ?? 0, date.first - 6), date.first);
  if (own !== 0 || line === 0 || (measures.columns.words[line - 1] ?? 0) > 4) return own;
  const before = labelIn(page, words, measures.first[line - 1] ?? 0, measures.last[line - 1] ?? 0);
  return Math.abs(before) === 2 ? before * 0.75 : 0;
};

const labelIn = ({ tokens, text }: Page, words: WordClasses, first: number, last: number): number => {
  for (let t = last - 1; t >= first; t--) {
    const shape = tokens.shape[t] ?? 0;
    if ((shape & Shape.letter) === 0) continue;
    const kind = words.of(tokens.word[t] ?? 0);
    const surface = text.slice(tokens.start[t], tokens.end[t]).toLowerCase();
    if (kind & PageWord.publication) return updates.has(surface) ? -2 : 2;
    if (kind & (PageWord.function | PageWord.weekday) || dateWords.has(surface)) continue;
    return shape & Shape.capital ? 1 : -1;
  }
  return 0;
};

/** What stands between the word that tells and the day: `Publish date: March 3, 2015`. */
const dateWords = new Set(["date", "datum"]);
const updates = new Set(["updated", "modified", "reviewed", "aktualisiert"]);
