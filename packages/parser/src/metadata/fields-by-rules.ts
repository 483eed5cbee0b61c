import type { Clues } from "../blocks/clues.js";
import type { Body } from "../blocks/find-body.js";
import type { FieldReaders } from "../fields/field-sheet.js";
import type { Picked } from "../fields/pick-fields.js";
import { titleSpans } from "../fields/title-spans.js";
import { readByline } from "./byline.js";
import { findMasthead } from "./masthead.js";
import { titleByRules } from "./title-by-rules.js";

/** Longest line, in words, that rules take for a byline or a date line. */
const mostWords = 14;

/** Title, byline and date by rules alone: the line nearest before the article, a byline with By, the first date on a line of its own. */
export const fieldsByRules = (clues: Clues, body: Body, readers: FieldReaders): Picked => {
  const { page } = clues;
  const { measures, tokens } = page;
  const title = titleByRules(clues, body);
  const short = Array.from({ length: measures.length }, (_, line) => line).filter(
    (line) => (measures.columns.words[line] ?? 0) <= mostWords,
  );
  let author: Picked["author"] = null;
  let published: Picked["published"] = null;
  for (const line of short) {
    if (author === null) {
      const byline = readByline(page, line, readers.nameWords);
      if (byline?.form === "opened") author = { line, byline };
    }
    if (published === null) {
      const date = readers.readDates(tokens, measures.first[line] ?? 0, measures.last[line] ?? 0)[0];
      if (date !== undefined) published = { line, date };
    }
  }
  const headline =
    title < 0
      ? null
      : (titleSpans(page.text, page.lines.start[title] ?? 0, page.lines.end[title] ?? 0, false)[0] ?? null);
  const masthead = findMasthead(page, body, readers.nameWords);
  return { title, headline, author, published, masthead };
};
