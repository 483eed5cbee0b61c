import { sentenceStarters as table } from "../generated/sentence-starters.js";
import { readTable } from "../lexicon.js";
import type { Span } from "../span.js";
import { Abbreviation, loadAbbreviations } from "../tokens/abbreviations.js";
import { Shape, type Tokens } from "../tokens/tokens.js";
import type { Vocabulary } from "../tokens/vocabulary.js";
import { WordClasses } from "../tokens/word-classes.js";
import type { Sentences } from "./sentences.js";

export type SentenceSplitter = (tokens: Tokens, ranges: readonly Span[]) => Sentences;

const PERIOD = 0x2e;
const ELLIPSIS = 0x2026;
const closers = new Set(["”", "’", '"', "'", "''", ")", "]", "»", "›", "}"]);
const openers = new Set([
  "“",
  "‘",
  '"',
  "'",
  "``",
  "''",
  "(",
  "[",
  "«",
  "‹",
  "—",
  "–",
  "-",
  "--",
  "•",
  "*",
  "¿",
  "¡",
]);

/**
 * Splits tokens into sentences, never across two ranges (blocks). A sentence ends at . ! ? … with the closing marks that
 * follow, where what comes next can begin one; after an abbreviation that took its full stop along only before a
 * word that commonly begins a sentence ("in the U.S. The talks"; not "the U.S. Senate"); and at a full stop glued to a
 * capital ("over.Officials"), which web text has where a tag was lost.
 */
export const createSentenceSplitter = (vocabulary: Vocabulary): SentenceSplitter => {
  const abbreviations = loadAbbreviations(vocabulary);
  const starters = new WordClasses(vocabulary);
  for (const { surface } of readTable(table, ["surface"])) starters.add(surface, 1);
  return (tokens, ranges) => {
    const columns = new SentenceColumns(tokens, Math.max(8, tokens.length >> 3));
    let token = 0;
    for (let block = 0; block < ranges.length; block++) {
      const range = ranges[block];
      if (range === undefined) continue;
      while (token < tokens.length && (tokens.end[token] ?? 0) <= range.start) token++;
      let first = token;
      while (token < tokens.length && (tokens.start[token] ?? 0) < range.end) {
        const next = endsSentence(tokens, token, abbreviations, starters);
        if (next > token) {
          columns.push(first, next, block);
          first = token = next;
        } else token++;
      }
      if (first < token) columns.push(first, token, block);
    }
    return columns.finish();
  };
};

/** The token after the sentence that `at` ends, or `at` where it ends none. */
const endsSentence = (
  tokens: Tokens,
  at: number,
  abbreviations: WordClasses,
  starters: WordClasses,
): number => {
  const shape = tokens.shape[at] ?? 0;
  const unit = tokens.text.charCodeAt(tokens.start[at] ?? 0);
  if (shape & Shape.dot) {
    const next = afterClosers(tokens, at + 1);
    const kind = abbreviations.of(tokens.word[at] ?? 0);
    if (kind & (Abbreviation.title | Abbreviation.number)) return at;
    return isStarter(tokens, next, starters) ? next : at;
  }
  if ((shape & Shape.mark) === 0) return at;
  if (unit !== PERIOD && unit !== 0x21 && unit !== 0x3f && unit !== ELLIPSIS && unit !== 0x3002) return at;
  const next = afterClosers(tokens, at + 1);
  if (next >= tokens.length) return next;
  const nextShape = tokens.shape[next] ?? 0;
  if ((nextShape & Shape.space) === 0 && next === at + 1) {
    // Glued: only a full stop between a lower-case word and a capitalised one.
    const before = tokens.shape[at - 1] ?? 0;
    const glued = unit === PERIOD && (before & (Shape.letter | Shape.capital)) === Shape.letter;
    return glued && nextShape & Shape.capital ? next : at;
  }
  const trailing = (tokens.end[at] ?? 0) - (tokens.start[at] ?? 0) > 1 || unit === ELLIPSIS;
  return canBegin(tokens, next, trailing) ? next : at;
};

const afterClosers = (tokens: Tokens, from: number): number => {
  let at = from;
  while (at < tokens.length && (tokens.shape[at] ?? 0) & Shape.mark) {
    if ((tokens.shape[at] ?? 0) & Shape.space) break;
    if (!closers.has(tokens.text.slice(tokens.start[at], tokens.end[at]))) break;
    at++;
  }
  return at;
};

const isStarter = (tokens: Tokens, at: number, starters: WordClasses): boolean => {
  if (at >= tokens.length) return true;
  const shape = tokens.shape[at] ?? 0;
  if ((shape & Shape.space) === 0) return false;
  if (shape & Shape.mark && openers.has(tokens.text.slice(tokens.start[at], tokens.end[at])))
    return ((tokens.shape[at + 1] ?? 0) & Shape.capital) !== 0 && starters.of(tokens.word[at + 1] ?? 0) !== 0;
  return (shape & Shape.capital) !== 0 && starters.of(tokens.word[at] ?? 0) !== 0;
};

const canBegin = (tokens: Tokens, at: number, afterEllipsis: boolean): boolean => {
  const shape = tokens.shape[at] ?? 0;
  if (shape & Shape.capital) return true;
  if (shape & Shape.digit) return !afterEllipsis;
  if (shape & Shape.mark) {
    if (!openers.has(tokens.text.slice(tokens.start[at], tokens.end[at]))) return false;
    const following = tokens.shape[at + 1] ?? 0;
    return (following & (Shape.capital | Shape.digit | Shape.mark)) !== 0;
  }
  // A lower-case word: "said. al-Qaida claimed" and brand names are rare beside "… and", so a new line is asked for.
  return (shape & Shape.newline) !== 0;
};

class SentenceColumns {
  private length = 0;
  private first: Int32Array;
  private last: Int32Array;
  private block: Int32Array;

  constructor(
    private readonly tokens: Tokens,
    capacity: number,
  ) {
    this.first = new Int32Array(capacity);
    this.last = new Int32Array(capacity);
    this.block = new Int32Array(capacity);
  }

  push(first: number, last: number, block: number): void {
    if (this.length === this.first.length) {
      const widen = (column: Int32Array): Int32Array => {
        const wide = new Int32Array(column.length * 2);
        wide.set(column);
        return wide;
      };
      this.first = widen(this.first);
      this.last = widen(this.last);
      this.block = widen(this.block);
    }
    this.first[this.length] = first;
    this.last[this.length] = last;
    this.block[this.length++] = block;
  }

  finish(): Sentences {
    const { length, first, last, block, tokens } = this;
    const start = new Int32Array(length);
    const end = new Int32Array(length);
    for (let i = 0; i < length; i++) {
      start[i] = tokens.start[first[i] ?? 0] ?? 0;
      end[i] = tokens.end[(last[i] ?? 1) - 1] ?? 0;
    }
    return { length, start, end, first, last, block };
  }
}
