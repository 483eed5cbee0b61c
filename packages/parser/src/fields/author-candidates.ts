import { Shape, type WordClasses } from "@readout/model";
import type { Run } from "../blocks/best-run.js";
import type { FeatureSheet } from "../features/feature-sheet.js";
import { type Byline, readByline } from "../metadata/byline.js";
import { NameWord } from "../metadata/name-words.js";
import type { Page } from "../page.js";
import { distance, over, pickLines } from "./field-sheet.js";

/** No more lines than this are weighed against each other. */
const mostCandidates = 300;

/** Lines from the article within which a byline with By, and a bare name, may stand. */
const far = 80;
const near = 40;

export type AuthorCandidate = Readonly<{ line: number; byline: Byline }>;
export type AuthorCandidates = Readonly<{ candidates: readonly AuthorCandidate[]; sheet: FeatureSheet }>;

/** The lines that name somebody as a byline does, wherever they stand. */
export const authorCandidates = (
  page: Page,
  nameWords: WordClasses,
  sheet: FeatureSheet,
  run: Run,
  title: number,
): AuthorCandidates => {
  const candidates = bylinesNear(page, nameWords, run);
  const picked = pickLines(
    sheet,
    candidates.map(({ line }) => line),
  );
  const add = (name: string, value: (candidate: AuthorCandidate, place: number) => number): void => {
    picked.add(name, over(candidates, value));
  };
  const first = ({ byline }: AuthorCandidate): string => byline.authors[0]?.name ?? "";
  const named = timesNamed(candidates);
  add("opened", ({ byline }) => (byline.form === "opened" ? 1 : 0));
  add("authors", ({ byline }) => byline.authors.length);
  add("desk", ({ byline }) => (byline.authors[0]?.kind === "desk" ? 1 : 0));
  add("first names", ({ line }) => firstNames(page, line, nameWords));
  add("name words", (candidate) => first(candidate).split(" ").length);
  add("name share", ({ line, byline }) => nameShare(page, line, byline));
  add("times named", (candidate) => named.get(first(candidate).toLowerCase()) ?? 0);
  add("title distance", ({ line }) => distance(line, title));
  add("run distance", ({ line }) => distance(line, run.first));
  add("run end distance", ({ line }) => distance(line, run.last));
  add("place among", (_, k) => k);
  let opened = 0;
  add("place among opened", ({ byline }) => (byline.form === "opened" ? opened++ : opened));
  add("label before", ({ line }) => labelBefore(page, line, nameWords));
  return { candidates, sheet: picked };
};

const bylinesNear = (page: Page, nameWords: WordClasses, run: Run): readonly AuthorCandidate[] => {
  const found: AuthorCandidate[] = [];
  const until = Math.min(page.lines.length, run.last + far + 1);
  for (let line = Math.max(0, run.first - far); line < until && found.length < mostCandidates; line++) {
    const byline = readByline(page, line, nameWords);
    if (byline !== null && isNear(line, run, byline)) found.push({ line, byline });
  }
  return found;
};

/** How often candidates name each author, by the name in small letters. */
const timesNamed = (candidates: readonly AuthorCandidate[]): ReadonlyMap<string, number> => {
  const named = new Map<string, number>();
  for (const { byline } of candidates)
    for (const { name } of byline.authors) {
      const key = name.toLowerCase();
      named.set(key, (named.get(key) ?? 0) + 1);
    }
  return named;
};

/** Whether a byline stands where one may: one with By not far from the article, a bare name right at its start or end. */
const isNear = (line: number, run: Run, { form }: Byline): boolean =>
  form === "opened"
    ? line >= run.first - far && line <= run.last + far
    : (line >= run.first - near && line <= run.first + near / 4) ||
      (line >= run.last - near / 4 && line <= run.last + near / 2);

/** How many capitalised first names a line has; none where there is no such line. */
export const firstNames = ({ tokens, measures }: Page, line: number, nameWords: WordClasses): number => {
  let count = 0;
  for (let t = measures.first[line] ?? 0; t < (measures.last[line] ?? 0); t++)
    if (nameWords.of(tokens.word[t] ?? 0) & NameWord.first_name && (tokens.shape[t] ?? 0) & Shape.capital)
      count++;
  return count;
};

const nameShare = ({ measures }: Page, line: number, { authors }: Byline): number =>
  authors.reduce((sum, { span }) => sum + span.end - span.start, 0) /
  Math.max(1, measures.columns.characters[line] ?? 1);

/** 2 where the line before is a label alone (By, Author:, Written by), 1 where it holds one, else 0. */
const labelBefore = ({ tokens, measures }: Page, line: number, nameWords: WordClasses): number => {
  if (line === 0) return 0;
  const words = measures.columns.words[line - 1] ?? 0;
  for (let t = measures.first[line - 1] ?? 0; t < (measures.last[line - 1] ?? 0); t++)
    if (nameWords.of(tokens.word[t] ?? 0) & NameWord.opener) return words <= 3 ? 2 : words < 12 ? 1 : 0;
  return 0;
};
