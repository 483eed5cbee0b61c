import type { BlockRole, Metadata, SourceDocument } from "@readout/model";
import type { Clues } from "../blocks/clues.js";
import { readByline } from "./byline.js";

/** What a page states about itself, each value with the place it was read from. */
export const readMetadata = (clues: Clues, roles: readonly BlockRole[], source: SourceDocument): Metadata => {
  const { page } = clues;
  const at = (
    line: number,
  ): Readonly<{ value: string; span: Readonly<{ start: number; end: number }> }> | null => {
    if (line < 0) return null;
    const span = { start: page.lines.start[line] ?? 0, end: page.lines.end[line] ?? 0 };
    return { value: page.text.slice(span.start, span.end), span };
  };
  const authors = roles.flatMap((role, line) => (role === "byline" ? (readByline(clues, line) ?? []) : []));
  let published: Metadata["published"] = null;
  for (let line = 0; line < roles.length && published === null; line++) {
    if (roles[line] !== "published" && roles[line] !== "byline") continue;
    const date = clues.readDates(
      page.tokens,
      page.measures.first[line] ?? 0,
      page.measures.last[line] ?? 0,
    )[0];
    if (date !== undefined)
      published = {
        day: date.day,
        at: null,
        span: { start: page.tokens.start[date.first] ?? 0, end: page.tokens.end[date.last - 1] ?? 0 },
      };
  }
  const { head } = source;
  return {
    title: at(roles.indexOf("title")) ?? (head?.title ? { value: head.title, span: null } : null),
    subtitle: at(roles.indexOf("subtitle")),
    authors: authors.slice(0, 6),
    publisher: head?.publisher ? { value: head.publisher, span: null } : null,
    published,
    dateline: null,
    language: null,
  };
};
