import { type Span, tokenAt, type WordClasses } from "@readout/model";
import { NameWord } from "../metadata/name-words.js";
import type { Page } from "../page.js";
import { PageWord } from "../words/page-words.js";
import { countAndKey } from "./title-readings.js";
import { lastCut } from "./title-spans.js";

/** A label before a headline has no more tokens than this, its colon among them. */
const labelTokens = 5;
/** A headline has no fewer words than this when a name is cut off it. */
const leastWords = 3;
const colon = 0x3a;

/**
 * A headline less what a page puts before and behind it: `Blog: Ferries to run again`, `Quill Blog: Ferries to run again`,
 * `Ferries to run again | Quill Post` where `Quill Post`, the name of the site or of a section, is also a line of its own.
 */
export const bareHeadline = (
  page: Page,
  headline: Span,
  words: WordClasses,
  nameWords: WordClasses,
): Span => {
  const { text, tokens } = page;
  const start = behindLabel(page, headline, words, nameWords);
  const cut = lastCut(text, { start, end: headline.end });
  if (cut === undefined) return { start, end: headline.end };
  const name = countAndKey(page, tokenAt(tokens, cut.end), tokenAt(tokens, headline.end));
  const left = countAndKey(page, tokenAt(tokens, start), tokenAt(tokens, cut.start));
  const isName = name.count > 0 && name.count < left.count && page.measures.key.includes(name.key);
  return { start, end: isName && left.count >= leastWords ? cut.start : headline.end };
};

const behindLabel = (
  { text, tokens }: Page,
  { start, end }: Span,
  words: WordClasses,
  nameWords: WordClasses,
): number => {
  const first = tokenAt(tokens, start);
  const last = Math.min(first + labelTokens - 1, tokenAt(tokens, end) - 2);
  for (let t = first; t < last; t++) {
    const word = tokens.word[t] ?? 0;
    if (nameWords.of(word) & NameWord.page_kind && text.charCodeAt(tokens.start[t + 1] ?? 0) === colon)
      return tokens.start[t + 2] ?? start;
    // `How to start a blog: ten steps`: the name of a blog has no function word.
    if (words.of(word) & PageWord.function) return start;
  }
  return start;
};
