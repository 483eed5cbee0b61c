import { readTable, type Sentences, Shape, type Tokens, type Vocabulary, WordClasses } from "@readout/model";
import { loneWords as table } from "../../generated/lone-words.js";
import { createOpenTokenMarker } from "./open-tokens.js";

/**
 * A run of open tokens `[first, last)`, in the sentence `[sentenceFirst, sentenceLast)`: what lies between runs is outside
 * names.
 */
export type RunVisitor = (
  sentence: number,
  sentenceFirst: number,
  sentenceLast: number,
  first: number,
  last: number,
) => void;

export type RunFinder = (tokens: Tokens, sentences: Sentences, visit: RunVisitor) => void;

/**
 * Visits the runs of tokens that may hold names, in order. Words like "The" and "However" that stand alone with their capital
 * are no names and never visited: two runs of five in running text.
 */
export const createRunFinder = (vocabulary: Vocabulary): RunFinder => {
  const mark = createOpenTokenMarker(vocabulary);
  const lone = new WordClasses(vocabulary);
  for (const { surface } of readTable(table, ["surface"])) lone.add(surface, 1);
  let open = new Uint8Array(0);
  return (tokens, sentences, visit) => {
    for (let s = 0; s < sentences.length; s++) {
      const first = sentences.first[s] ?? 0;
      const last = sentences.last[s] ?? 0;
      if (open.length < last - first) open = new Uint8Array((last - first) * 2);
      mark(tokens, first, last, open);
      for (let token = first; token < last; ) {
        if (open[token - first] !== 1) {
          token++;
          continue;
        }
        let end = token + 1;
        while (end < last && open[end - first] === 1 && !followsBlankLine(tokens, end)) end++;
        if (end > token + 1 || !isLone(tokens, token, lone)) visit(s, first, last, token, end);
        token = end;
      }
    }
  };
};

/** A listed word with one capital: "It", but not IT. */
const isLone = (tokens: Tokens, token: number, lone: WordClasses): boolean =>
  lone.of(tokens.word[token] ?? 0) !== 0 && ((tokens.shape[token] ?? 0) & (Shape.upper | Shape.mixed)) === 0;

/** Whether an empty line stands before a token: no name goes on after it. */
const followsBlankLine = (tokens: Tokens, token: number): boolean => {
  if (((tokens.shape[token] ?? 0) & Shape.newline) === 0) return false;
  let lines = 0;
  for (let at = (tokens.start[token] ?? 0) - 1; at >= 0 && lines < 2; at--) {
    const unit = tokens.text.charCodeAt(at);
    if (unit === 0x0a) lines++;
    else if (unit !== 0x20 && unit !== 0x09 && unit !== 0x0d) break;
  }
  return lines >= 2;
};
