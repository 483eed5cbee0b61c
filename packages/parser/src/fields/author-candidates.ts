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
  const candidates: AuthorCandidate[] = [];
  const until = Math.min(page.lines.length, run.last + far + 1);
  for (let line = Math.max(0, run.first - far); line < until && candidates.length < mostCandidates; line++) {
    const byline = readByline(page, line, nameWords);
    if (byline !== null && isNear(line, run, byline)) candidates.push({ line, byline });
  }
  const picked = pickLines(
    sheet,
    candidates.map(({ line }) => line),
  );
  const named = new Map<string, number>();
  for (const { byline } of candidates)
    for (const { name } of byline.authors)
      named.set(name.toLowerCase(), (named.get(name.toLowerCase()) ?? 0) + 1);
  picked.add(
    "opened",
    over(candidates, ({ byline }) => (byline.form === "opened" ? 1 : 0)),
  );
  picked.add(
    "authors",
    over(candidates, ({ byline }) => byline.authors.length),
  );
  picked.add(
    "desk",
    over(candidates, ({ byline }) => (byline.authors[0]?.kind === "desk" ? 1 : 0)),
  );
  picked.add(
    "first names",
    over(candidates, ({ line }) => firstNames(page, line, nameWords)),
  );
  picked.add(
    "name words",
    over(candidates, ({ byline }) => (byline.authors[0]?.name ?? "").split(" ").length),
  );
  picked.add(
    "name share",
    over(candidates, ({ line, byline }) => nameShare(page, line, byline)),
  );
  picked.add(
    "times named",
    over(candidates, ({ byline }) => named.get((byline.authors[0]?.name ?? "").toLowerCase()) ?? 0),
  );
  picked.add(
    "title distance",
    over(candidates, ({ line }) => distance(line, title)),
  );
  picked.add(
    "run distance",
    over(candidates, ({ line }) => distance(line, run.first)),
  );
  picked.add(
    "run end distance",
    over(candidates, ({ line }) => distance(line, run.last)),
  );
  picked.add(
    "place among",
    over(candidates, (_, k) => k),
  );
  let opened = 0;
  picked.add(
    "place among opened",
    over(candidates, ({ byline }) => (byline.form === "opened" ? opened++ : opened)),
  );
  picked.add(
    "label before",
    over(candidates, ({ line }) => labelBefore(page, line, nameWords)),
  );
  return { candidates, sheet: picked };
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
