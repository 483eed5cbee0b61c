import type { Clues } from "./clues.js";
import type { Body } from "./find-body.js";

/** Shorter lines may well stand twice in an article: a heading, a cry, a step of a recipe. */
const fewestWords = 8;

/**
 * Takes out of an article the lines that it said before: a page that holds it twice (for a narrow and for a wide screen), a
 * sentence set large beside the text. The first copy stays.
 */
export const saidOnce = (clues: Clues, body: Body): Body => {
  const { run } = body;
  const { words } = clues.page.measures.columns;
  const isBody = body.isBody.slice();
  for (let line = run.first; line < run.last; line++) {
    const earlier = clues.page.repeats.before[line] ?? -1;
    if ((words[line] ?? 0) >= fewestWords && earlier >= run.first && body.isBody[earlier] === 1)
      isBody[line] = 0;
  }
  return { ...body, isBody };
};
