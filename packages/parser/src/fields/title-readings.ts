import { Shape, type Span, tokenAt } from "@readout/model";
import type { Run } from "../blocks/best-run.js";
import type { Page } from "../page.js";
import { titleSpans } from "./title-spans.js";
import { likeness, manyWords, sharedWords, type WordSet, wordSet, wordsOfLine } from "./word-sets.js";

/** A line, or a part of one, that could be the headline, with its words and what was cut off behind it. */
export type TitleReading = Readonly<{
  line: number;
  span: Span;
  words: WordSet;
  count: number;
  /** Equal to that of a line that says the same. */
  key: number;
  cutBefore: number;
  cutAfter: number;
  cuts: number;
  tail: WordSet;
  tailKey: number;
}>;

/** A headline has no more words than this, and the line of a page's `<title>`, with its sites and sections, no more than that. */
const mostWords = 40;
const mostTitleWords = 60;
/** So many lines before the article a headline may stand, or else among the first of the page. */
const beforeRun = 120;
const firstLines = 3;
/** So many lines into the article a headline may still stand (where the run took in a standfirst or a byline above it). */
const intoRun = 8;
/** Further away only where it has so many words and so large a share of them with the first line. */
const echoWords = 3;
const echoShare = 0.6;
/** No more readings than this are weighed against each other. */
const mostReadings = 300;

/**
 * What could be the headline: short lines with a letter before the article or at its very start, lines elsewhere that echo the first,
 * and the stretches between the separators of the first line, which is the page's `<title>` in some renderings.
 */
export const titleReadings = (page: Page, run: Run): readonly TitleReading[] => {
  const { measures, lines, text } = page;
  const { words, numbers } = measures.columns;
  const title = manyWords(page, 0, measures.last[0] ?? 0);
  const readings: TitleReading[] = [];
  const until = Math.min(measures.length, run.last > run.first ? run.last : beforeRun);
  for (let line = 0; line < until && readings.length < mostReadings; line++) {
    const count = words[line] ?? 0;
    if (count === 0 || count > (line === 0 ? mostTitleWords : mostWords)) continue;
    if (line > 0 && (numbers[line] ?? 0) >= count) continue;
    if (line >= firstLines && (line < run.first - beforeRun || line >= run.first + intoRun)) {
      const own = wordsOfLine(page, line);
      if (own.length < echoWords) continue;
      if (likeness(sharedWords(own, title), own.length, title.size) < echoShare) continue;
    }
    const spans = titleSpans(text, lines.start[line] ?? 0, lines.end[line] ?? 0, line === 0);
    for (const { start, end, ...cut } of spans) {
      const first = tokenAt(page.tokens, start);
      const last = Math.min(measures.last[line] ?? 0, tokenAt(page.tokens, end));
      const own = wordSet(page, first, last);
      if (own.length === 0) continue;
      // The first token after the cut is its separator.
      const behind = Math.min(measures.last[line] ?? 0, last + 1);
      const cutOff = end < (lines.end[line] ?? 0);
      readings.push({
        line,
        span: { start, end },
        words: own,
        ...countAndKey(page, first, last),
        ...cut,
        tail: cutOff ? wordSet(page, behind, measures.last[line] ?? 0) : none,
        tailKey: cutOff ? countAndKey(page, behind, measures.last[line] ?? 0).key : 0,
      });
    }
  }
  return readings;
};

const none: WordSet = [];

/** How many words a stretch of tokens has, and the hash that {@link measureLines} makes of a line that says the same. */
export const countAndKey = (
  { tokens }: Page,
  first: number,
  last: number,
): Readonly<{ count: number; key: number }> => {
  let count = 0;
  let key = 0x811c9dc5;
  for (let t = first; t < last; t++) {
    if ((tokens.shape[t] ?? 0) & (Shape.mark | Shape.clitic)) continue;
    count++;
    key = Math.imul(key ^ (tokens.word[t] ?? 0), 0x01000193);
  }
  return { count, key };
};
