import { createTokenizer, type Span, type Tokens, Vocabulary, type WordClasses } from "@readout/model";
import { findRepeats, type Repeats } from "./blocks/repeats.js";
import { joinWrapped } from "./lines/join-wrapped.js";
import { type LineMeasures, measureLines } from "./lines/line-measures.js";
import { type Lines, splitLines } from "./lines/lines.js";
import { type LongWords, longWordsOf } from "./lines/long-words.js";
import { loadPageWords } from "./words/page-words.js";
import { PhraseTable } from "./words/phrases.js";

/** The lines of one page with their tokens and measures: what every later step reads. */
export type Page = Readonly<{
  text: string;
  lines: Lines;
  /** Tokens of the whole page; those of line i are `measures.first[i]` to `measures.last[i]`. */
  tokens: Tokens;
  measures: LineMeasures;
  longWords: LongWords;
  repeats: Repeats;
}>;

/** The words that pages are read with, entered once. */
export type PageKnowledge = Readonly<{ vocabulary: Vocabulary; words: WordClasses; phrases: PhraseTable }>;

export const loadPageKnowledge = (vocabulary = new Vocabulary()): PageKnowledge => {
  return { vocabulary, words: loadPageWords(vocabulary), phrases: new PhraseTable(vocabulary) };
};

/** Makes the function that splits, tokenises and measures a text. Make it after the last word has entered the vocabulary. */
export const createPageReader = ({
  vocabulary,
  words,
}: PageKnowledge): ((text: string, glued: "cut" | "keep") => Page) => {
  const tokenize = createTokenizer(vocabulary);
  return (text, glued) => {
    const lines = joinWrapped(splitLines(text, glued));
    const ranges: Span[] = [];
    for (let i = 0; i < lines.length; i++)
      ranges.push({ start: lines.start[i] as number, end: lines.end[i] as number });
    const tokens = tokenize(text, ranges);
    const measures = measureLines(lines, tokens, words);
    return {
      text,
      lines,
      tokens,
      measures,
      longWords: longWordsOf(tokens, measures),
      repeats: findRepeats(measures),
    };
  };
};
