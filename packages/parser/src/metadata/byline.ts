import { type AuthorKind, Shape, type Span, tokenText } from "@readout/model";
import type { Clues } from "../blocks/clues.js";

export type Author = Readonly<{ name: string; kind: AuthorKind; span: Span }>;

const openers = new Set(["by", "author", "authors"]);

/** The authors that a line names after By, Written by, Author:, or null where it is no byline. */
export const readByline = ({ page }: Clues, line: number): readonly Author[] | null => {
  const { tokens, measures } = page;
  const last = measures.last[line] ?? 0;
  let at = measures.first[line] ?? 0;
  const word = (i: number): string => tokenText(tokens, i).toLowerCase();
  if (at < last && (word(at) === "written" || word(at) === "reported")) at++;
  if (at >= last || !openers.has(word(at))) return null;
  at++;
  while (at < last && (tokens.shape[at] ?? 0) & Shape.mark) at++;
  const authors: Author[] = [];
  while (at < last) {
    const first = at;
    while (at < last && (tokens.shape[at] ?? 0) & Shape.capital && at - first < 5) at++;
    if (at === first) break;
    const span = { start: tokens.start[first] ?? 0, end: tokens.end[at - 1] ?? 0 };
    authors.push({ name: page.text.slice(span.start, span.end), kind: "person", span });
    if (at < last && (word(at) === "and" || word(at) === "," || word(at) === "&")) at++;
    else break;
  }
  return authors.length === 0 ? null : authors;
};
