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
  readers: FieldReaders,
  sheet: FeatureSheet,
  run: Run,
  title: number,
  author: number,
): DateCandidates => {
  const { measures } = page;
  const candidates = shortDates(page, readers);
  const picked = pickLines(
    sheet,
    candidates.map(({ line }) => line),
  );
  const add: Add = (name, value) => {
    picked.add(name, over(candidates, value));
  };
  const names = (line: number): number => firstNames(page, line, readers.nameWords);
  add("label", (candidate) => labelOf(page, readers.words, candidate));
  add("weekday", ({ line }) => measures.columns.weekday[line] ?? 0);
  add("names near", ({ line }) => names(line) + names(line - 1));
  add("words before", ({ line, date }) => date.first - (measures.first[line] ?? 0));
  add("words after", ({ line, date }) => (measures.last[line] ?? 0) - date.last);
  addOthers(add, candidates);
  add("title distance", ({ line }) => distance(line, title));
  add("author distance", ({ line }) => distance(line, author));
  add("run distance", ({ line }) => distance(line, run.first));
  add("run end distance", ({ line }) => distance(line, run.last));
  return { candidates, sheet: picked };
};

type Add = (name: string, value: (candidate: DateCandidate, place: number) => number) => void;

const shortDates = (
  { lines, measures, tokens }: Page,
  { readDates }: FieldReaders,
): readonly DateCandidate[] => {
  const { words, numbers } = measures.columns;
  const dates: DateCandidate[] = [];
  for (let line = 0; line < lines.length && dates.length < mostCandidates; line++) {
    if ((words[line] ?? 0) > mostWords || (numbers[line] ?? 0) === 0) continue;
    for (const date of readDates(tokens, measures.first[line] ?? 0, measures.last[line] ?? 0))
      dates.push({ line, date });
  }
  return dates;
};

/** How each date lies among the other dates of its line and of the page. */
const addOthers = (add: Add, candidates: readonly DateCandidate[]): void => {
  const inLine = new Map<number, number>();
  const stated = new Map<number, number>();
  const place = candidates.map(({ line, date }) => {
    const before = inLine.get(line) ?? 0;
    inLine.set(line, before + 1);
    stated.set(date.day, (stated.get(date.day) ?? 0) + 1);
    return before;
  });
  const days = [...stated.keys()].sort((a, b) => a - b);
  add("in line", (_, k) => place[k] ?? 0);
  add("dates in line", ({ line }) => inLine.get(line) ?? 0);
  add("ambiguous", ({ date }) => (date.ambiguous ? 1 : 0));
  add("times stated", ({ date }) => stated.get(date.day) ?? 0);
  add("rank of day", ({ date }) => days.indexOf(date.day));
  add("rank from last day", ({ date }) => days.length - 1 - days.indexOf(date.day));
  add("place among", (_, k) => k);
  add("dates", () => candidates.length);
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
