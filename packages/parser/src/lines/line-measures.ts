import { Shape, type Tokens, type WordClasses } from "@readout/model";
import { type Column, newColumn } from "../features/columns.js";
import { PageWord } from "../words/page-words.js";
import type { Lines } from "./lines.js";

/** What can be counted in a line, each a column of {@link LineMeasures}. */
export const measureNames = [
  "characters",
  "words",
  "function",
  "capitals",
  "uppers",
  "lowers",
  "numbers",
  "marks",
  "commas",
  "stops",
  "separators",
  "quotes",
  "addresses",
  "wide",
  "month",
  "weekday",
  "credit",
  "publication",
  "byline",
  "action",
  "legal",
  "appeal",
  "first_person",
  "second_person",
  "related",
  "author_note",
  "platform",
  "media",
  "years",
  "times",
  "prices",
  "discussion",
] as const;

export type MeasureName = (typeof measureNames)[number];

/** How a line ends. */
export const Ending = { word: 0, stop: 1, colon: 2, comma: 3, ellipsis: 4, other: 5 } as const;
/** How a line begins. */
export const Beginning = { capital: 0, lower: 1, number: 2, bullet: 3, quote: 4, other: 5 } as const;

/**
 * The lines of a page measured in one walk over its tokens: one typed array a measure. `first` and `last` are the tokens
 * of a line (half-open); `key` is a hash over its words, equal for lines that say the same.
 */
export interface LineMeasures {
  readonly length: number;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly key: Int32Array;
  readonly ending: Uint8Array;
  readonly beginning: Uint8Array;
  readonly columns: Readonly<Record<MeasureName, Float32Array>>;
}

/** Scripts without spaces between words: from here on a word is counted as every two characters. */
const firstWideUnit = 0x2e80;
/** Bits of {@link PageWord} in the order of their measures. */
const classMeasures = (
  [
    "month",
    "weekday",
    "credit",
    "publication",
    "byline",
    "action",
    "legal",
    "appeal",
    "first_person",
    "second_person",
    "related",
    "author_note",
    "platform",
    "media",
    "discussion",
  ] as const
).map((name) => ({ name, bit: PageWord[name] }));

/** Measures the lines of a page; `tokens` must have been made with these lines as ranges. */
export const measureLines = (lines: Lines, tokens: Tokens, pageWords: WordClasses): LineMeasures => {
  const n = lines.length;
  const columns = Object.fromEntries(measureNames.map((name) => [name, newColumn(n)])) as Record<
    MeasureName,
    Column
  >;
  const measures = {
    length: n,
    first: new Int32Array(n),
    last: new Int32Array(n),
    key: new Int32Array(n),
    ending: new Uint8Array(n),
    beginning: new Uint8Array(n),
    columns,
  };
  const byClass = classMeasures.map(({ name, bit }) => ({ bit, column: columns[name] }));
  let token = 0;
  for (let line = 0; line < n; line++) {
    const end = lines.end[line] ?? 0;
    measures.first[line] = token;
    columns.characters[line] = end - (lines.start[line] ?? 0);
    token = measureLine(line, end, token, tokens, pageWords, columns, byClass, measures.key);
    measures.last[line] = token;
    measures.beginning[line] = beginningOf(tokens, measures.first[line] ?? 0, token);
    measures.ending[line] = endingOf(tokens, measures.first[line] ?? 0, token);
  }
  return measures;
};

const measureLine = (
  line: number,
  end: number,
  from: number,
  tokens: Tokens,
  pageWords: WordClasses,
  columns: Readonly<Record<MeasureName, Float32Array>>,
  byClass: readonly Readonly<{ bit: number; column: Float32Array }>[],
  keys: Int32Array,
): number => {
  const { text, start: starts, end: ends, shape: shapes, word: ids, length } = tokens;
  let words = 0;
  let functions = 0;
  let capitals = 0;
  let uppers = 0;
  let lowers = 0;
  let numbers = 0;
  let marks = 0;
  let key = 0x811c9dc5;
  let token = from;
  for (; token < length && (starts[token] ?? 0) < end; token++) {
    const shape = shapes[token] ?? 0;
    const start = starts[token] ?? 0;
    const size = (ends[token] ?? 0) - start;
    if (shape & Shape.mark) {
      marks++;
      countMark(text.charCodeAt(start), line, columns);
      continue;
    }
    if (shape & Shape.clitic) continue;
    const unit = text.charCodeAt(start);
    key = Math.imul(key ^ (ids[token] ?? 0), 0x01000193);
    if (unit >= firstWideUnit && size > 2) {
      words += size >> 1;
      columns.wide[line] = (columns.wide[line] ?? 0) + size;
      continue;
    }
    words++;
    if (shape & Shape.address) columns.addresses[line] = (columns.addresses[line] ?? 0) + 1;
    if (shape & Shape.digit && (shape & Shape.letter) === 0) {
      numbers++;
      if (size === 4 && (unit === 0x31 || unit === 0x32))
        columns.years[line] = (columns.years[line] ?? 0) + 1;
    } else if (shape & Shape.upper) uppers++;
    else if (shape & Shape.capital) capitals++;
    else lowers++;
    const classes = pageWords.of(ids[token] ?? 0);
    if (classes === 0) continue;
    if (classes & PageWord.function) functions++;
    if (classes & ~PageWord.function)
      for (const { bit, column } of byClass) if (classes & bit) column[line] = (column[line] ?? 0) + 1;
  }
  columns.words[line] = words;
  columns.function[line] = functions;
  columns.capitals[line] = capitals;
  columns.uppers[line] = uppers;
  columns.lowers[line] = lowers;
  columns.numbers[line] = numbers;
  columns.marks[line] = marks;
  keys[line] = key;
  return token;
};

const countMark = (
  unit: number,
  line: number,
  columns: Readonly<Record<MeasureName, Float32Array>>,
): void => {
  const column = measureOfMark(unit, columns);
  if (column !== null) column[line] = (column[line] ?? 0) + 1;
};

const measureOfMark = (
  unit: number,
  columns: Readonly<Record<MeasureName, Float32Array>>,
): Float32Array | null => {
  switch (unit) {
    case 0x2e: // .
    case 0x21: // !
    case 0x3f: // ?
    case 0x3002: // 。
      return columns.stops;
    case 0x2c: // ,
    case 0x3001:
    case 0xff0c:
      return columns.commas;
    case 0x3a: // :
      return columns.times;
    case 0x7c: // |
    case 0xb7: // ·
    case 0x2022: // •
    case 0x2f: // /
    case 0x3e: // >
    case 0xbb: // »
    case 0x203a: // ›
    case 0x2192: // →
      return columns.separators;
    case 0x24: // $
    case 0x20ac: // €
    case 0xa3: // £
      return columns.prices;
    case 0x22:
    case 0x201c:
    case 0x201d:
    case 0x201e:
      return columns.quotes;
    default:
      return null;
  }
};

const beginningOf = (tokens: Tokens, first: number, last: number): number => {
  if (first >= last) return Beginning.other;
  const shape = tokens.shape[first] ?? 0;
  const unit = tokens.text.charCodeAt(tokens.start[first] ?? 0);
  if (shape & Shape.letter) return shape & Shape.capital ? Beginning.capital : Beginning.lower;
  if (shape & Shape.digit) return Beginning.number;
  if (unit === 0x22 || unit === 0x201c || unit === 0x2018 || unit === 0x27 || unit === 0x201e)
    return Beginning.quote;
  if (isBullet(unit)) return Beginning.bullet;
  return Beginning.other;
};

/** Marks that open a list item: • - * – ‣ ▪ ● ○ ◦ · ✓. */
export const isBullet = (unit: number): boolean =>
  unit === 0x2022 ||
  unit === 0x2d ||
  unit === 0x2a ||
  unit === 0x2013 ||
  unit === 0x2023 ||
  unit === 0x25aa ||
  unit === 0x25cf ||
  unit === 0x25cb ||
  unit === 0x25e6 ||
  unit === 0xb7 ||
  unit === 0x2713 ||
  unit === 0x25ba;

const endingOf = (tokens: Tokens, first: number, last: number): number => {
  for (let token = last - 1; token >= first; token--) {
    const shape = tokens.shape[token] ?? 0;
    if ((shape & Shape.mark) === 0) return shape & Shape.dot ? Ending.stop : Ending.word;
    const start = tokens.start[token] ?? 0;
    const unit = tokens.text.charCodeAt(start);
    const size = (tokens.end[token] ?? 0) - start;
    if (unit === 0x2e) return size > 1 ? Ending.ellipsis : Ending.stop;
    if (unit === 0x21 || unit === 0x3f || unit === 0x3002 || unit === 0xff01 || unit === 0xff1f)
      return Ending.stop;
    if (unit === 0x2026) return Ending.ellipsis;
    if (unit === 0x3a) return Ending.colon;
    if (unit === 0x2c || unit === 0x3b) return Ending.comma;
    // A closing quote or bracket: what stands before it counts.
    if (
      unit === 0x22 ||
      unit === 0x201d ||
      unit === 0x2019 ||
      unit === 0x27 ||
      unit === 0x29 ||
      unit === 0x5d ||
      unit === 0xbb
    )
      continue;
    return Ending.other;
  }
  return Ending.other;
};
