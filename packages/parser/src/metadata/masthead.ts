import { Shape, type Span, type Tokens, type WordClasses } from "@readout/model";
import type { Body } from "../blocks/find-body.js";
import { Ending } from "../lines/line-measures.js";
import type { Page } from "../page.js";
import { NameWord } from "./name-words.js";

/** The line in which a page names its outlet above the article, and the name. */
export type Masthead = Readonly<{ line: number; name: Span }>;

/** A masthead stands among so many first lines. */
const firstLines = 8;
/** The name has two to five words. */
const fewestWords = 2;
const mostWords = 5;

/**
 * The masthead of a page, or null: a line above the article that is an outlet's name (`The Harbour Courier`, `RADIO QUILL`), or begins
 * with one and a colon or bar, where other lines outside the article say it again (`Quill Daily: News for the Coast`, below it `Your support
 * keeps the Quill Daily afloat`). Not `Book Review`, whose word is no outlet's alone, and no name that the article itself speaks of.
 */
export const findMasthead = (page: Page, body: Body, nameWords: WordClasses): Masthead | null => {
  const { measures, tokens } = page;
  const until = Math.min(page.lines.length, firstLines, Math.max(1, body.run.first));
  for (let line = 0; line < until; line++) {
    const first = measures.first[line] ?? 0;
    const last = measures.last[line] ?? 0;
    const end = nameEnd(tokens, first, last);
    const words = end - first;
    if (words < fewestWords || words > mostWords) continue;
    const kinds = outletKinds(tokens, nameWords, first, end);
    if (kinds === 0) continue;
    const alone = end === last;
    if (!alone && !isSeparator(tokens, end)) continue;
    const sure = alone && (kinds & NameWord.outlet) !== 0;
    const article = opensWithThe(tokens, first) ? 1 : 0;
    if (!sure && !(alone && article === 1)) {
      const said = sayings(page, body, line, first + article, end);
      if (said.body > 0 || said.outside === 0) continue;
    }
    return { line, name: { start: tokens.start[first] ?? 0, end: tokens.end[end - 1] ?? 0 } };
  }
  return null;
};

/** The end of the capitalised words from a token on. */
const nameEnd = (tokens: Tokens, first: number, last: number): number => {
  let at = first;
  while (at < last && (tokens.shape[at] ?? 0) & Shape.capital) at++;
  return at;
};

/** What the last word of a name says of an outlet, or its first: Harbour Courier, Radio Quill; 0 where neither does. */
const outletKinds = (tokens: Tokens, nameWords: WordClasses, first: number, end: number): number => {
  const mask = NameWord.outlet | NameWord.outlet_weak;
  const last = nameWords.of(tokens.word[end - 1] ?? 0) & mask;
  return last !== 0 ? last : nameWords.of(tokens.word[first] ?? 0) & NameWord.outlet;
};

/** A colon, bar or dash. */
const isSeparator = ({ text, start }: Tokens, at: number): boolean => {
  const unit = text.charCodeAt(start[at] ?? 0);
  return unit === 0x3a || unit === 0x7c || unit === 0x2d || unit === 0x2013 || unit === 0x2014;
};

const opensWithThe = ({ text, start, end }: Tokens, at: number): boolean =>
  text.slice(start[at], end[at]).toLowerCase() === "the";

/** How many lines of the article and of all others say the words of a name, one after the other; lines equal to its own left out. */
const sayings = (
  { tokens, measures, lines }: Page,
  body: Body,
  own: number,
  first: number,
  end: number,
): Readonly<{ body: number; outside: number }> => {
  const said = { body: 0, outside: 0 };
  for (let line = 0; line < lines.length; line++) {
    if (line === own || measures.key[line] === measures.key[own]) continue;
    const last = (measures.last[line] ?? 0) - (end - first);
    for (let at = measures.first[line] ?? 0; at <= last; at++) {
      let k = 0;
      while (k < end - first && tokens.word[at + k] === tokens.word[first + k]) k++;
      if (k < end - first) continue;
      // Only a sentence speaks of it: a byline of the outlet may stand among the lines of the article.
      if (body.isBody[line] === 1 && measures.ending[line] === Ending.stop) said.body++;
      else said.outside++;
      break;
    }
  }
  return said;
};
