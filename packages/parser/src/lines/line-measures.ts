import { Shape, type Tokens, type WordClasses } from "@readout/model";
import { type Column, newColumn } from "../features/columns.js";
import { PageWord } from "../words/page-words.js";
import type { Lines } from "./lines.js";

/** What can be counted in a line, each a column of zeros. One literal, so that all pages share a hidden class and its columns are found at once. */
const newMeasures = (lines: number) => ({
  characters: newColumn(lines),
  words: newColumn(lines),
  function: newColumn(lines),
  capitals: newColumn(lines),
  uppers: newColumn(lines),
  lowers: newColumn(lines),
  numbers: newColumn(lines),
  marks: newColumn(lines),
  commas: newColumn(lines),
  stops: newColumn(lines),
  separators: newColumn(lines),
  quotes: newColumn(lines),
  addresses: newColumn(lines),
  wide: newColumn(lines),
  month: newColumn(lines),
  weekday: newColumn(lines),
  credit: newColumn(lines),
  publication: newColumn(lines),
  byline: newColumn(lines),
  action: newColumn(lines),
  legal: newColumn(lines),
  appeal: newColumn(lines),
  first_person: newColumn(lines),
  second_person: newColumn(lines),
  related: newColumn(lines),
  author_note: newColumn(lines),
  platform: newColumn(lines),
  media: newColumn(lines),
  years: newColumn(lines),
  times: newColumn(lines),
  prices: newColumn(lines),
  discussion: newColumn(lines),
});

type Columns = Readonly<ReturnType<typeof newMeasures>>;
export type MeasureName = keyof Columns;
export const measureNames = Object.keys(newMeasures(0)) as readonly MeasureName[];

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
  readonly columns: Columns;
}

/** Scripts without spaces between words: from here on a word is counted as every two characters. */
const firstWideUnit = 0x2e80;
/** A year has four digits of which the first is 1 or 2. */
const yearLength = 4;

/** Bits of {@link PageWord} by measure. */
const bitOf: Readonly<Partial<Record<MeasureName, number>>> = PageWord;
/** The marks that are counted, by measure. */
const marks: Readonly<Partial<Record<MeasureName, string>>> = {
  stops: ".!?。।۔؟",
  commas: ",、，،",
  times: ":",
  separators: "|·•/>»›→",
  prices: "$€£",
  quotes: '"“”„',
};
/** By unit, the number of the measure that counts it as a mark, in the order of {@link measureNames} from 1 on; 0 for none. */
const measureOfMark = new Uint8Array(1 << 16);
measureNames.forEach((name, place) => {
  for (const mark of marks[name] ?? "") measureOfMark[mark.charCodeAt(0)] = place + 1;
});

/** Measures the lines of a page; `tokens` must have been made with these lines as ranges. */
export const measureLines = (lines: Lines, tokens: Tokens, pageWords: WordClasses): LineMeasures => {
  const { length } = lines;
  const columns = newMeasures(length);
  const [first, last, key] = [new Int32Array(length), new Int32Array(length), new Int32Array(length)];
  const [ending, beginning] = [new Uint8Array(length), new Uint8Array(length)];
  const counter = new LineCounter(tokens, pageWords, columns);
  for (let line = 0, token = 0; line < length; line++) {
    const end = lines.end[line] as number;
    const next = counter.count(line, token, end);
    columns.characters[line] = end - (lines.start[line] as number);
    first[line] = token;
    last[line] = next;
    key[line] = counter.key;
    beginning[line] = beginningOf(tokens, token, next);
    ending[line] = endingOf(tokens, token, next);
    token = next;
  }
  return { length, first, last, key, ending, beginning, columns };
};

/** Where the hash over the words of a line begins (FNV-1a), and what it is multiplied by. */
const firstKey = 0x811c9dc5;
const keyFactor = 0x01000193;

/** Counts what stands in the lines of a page, each measure in its column. */
class LineCounter {
  /** The hash over the words of the latest line. */
  key = firstKey;
  /** The columns of words of a class, function words aside: those are counted apart, for every third word is one. */
  private readonly ofClass: readonly Readonly<{ bit: number; column: Column }>[];
  /** The columns that {@link measureOfMark} numbers. */
  private readonly ofMark: readonly (Column | undefined)[];

  constructor(
    private readonly tokens: Tokens,
    private readonly pageWords: WordClasses,
    private readonly columns: Columns,
  ) {
    this.ofClass = measureNames.flatMap((name) => {
      const bit = bitOf[name];
      return bit === undefined || bit === PageWord.function ? [] : [{ bit, column: columns[name] }];
    });
    this.ofMark = [undefined, ...measureNames.map((name) => columns[name])];
  }

  /**
   * Counts the tokens from one on that begin before the end of the line; gives the token after them. What every word is asked is counted in
   * variables, which takes a fifth of the time off.
   */
  count(line: number, from: number, end: number): number {
    const { columns, ofMark, pageWords } = this;
    const { text, start, shape, word, length } = this.tokens;
    let [words, functions, capitals, uppers, lowers, numbers, marks] = [0, 0, 0, 0, 0, 0, 0];
    let key = firstKey;
    let token = from;
    for (; token < length && (start[token] as number) < end; token++) {
      const own = shape[token] as number;
      const unit = text.charCodeAt(start[token] as number);
      if (own & Shape.mark) {
        marks++;
        const column = ofMark[measureOfMark[unit] as number];
        if (column !== undefined) increase(column, line);
        continue;
      }
      if (own & Shape.clitic) continue;
      const id = word[token] as number;
      key = Math.imul(key ^ id, keyFactor);
      if (unit >= firstWideUnit && this.sizeOf(token) > 2) {
        words += this.sizeOf(token) >> 1;
        increase(columns.wide, line, this.sizeOf(token));
        continue;
      }
      words++;
      if (own & Shape.address) increase(columns.addresses, line);
      if (own & Shape.digit && (own & Shape.letter) === 0) {
        numbers++;
        if ((unit === 0x31 || unit === 0x32) && this.sizeOf(token) === yearLength)
          increase(columns.years, line);
      } else if (own & Shape.upper) uppers++;
      else if (own & Shape.capital) capitals++;
      else lowers++;
      const classes = pageWords.of(id);
      if (classes & PageWord.function) functions++;
      if (classes & ~PageWord.function) this.addClasses(line, classes);
    }
    columns.words[line] = words;
    columns.function[line] = functions;
    columns.capitals[line] = capitals;
    columns.uppers[line] = uppers;
    columns.lowers[line] = lowers;
    columns.numbers[line] = numbers;
    columns.marks[line] = marks;
    this.key = key;
    return token;
  }

  private sizeOf(token: number): number {
    return (this.tokens.end[token] as number) - (this.tokens.start[token] as number);
  }

  private addClasses(line: number, classes: number): void {
    for (const { bit, column } of this.ofClass) if (classes & bit) increase(column, line);
  }
}

const increase = (column: Column, line: number, by = 1): void => {
  column[line] = (column[line] as number) + by;
};

/** What a mark is at the start or the end of a line: bits by unit in {@link markKinds}. */
const MarkKind = { openingQuote: 1, bullet: 2, stop: 4, closer: 8 } as const;
const kindMarks: Readonly<Record<keyof typeof MarkKind, string>> = {
  openingQuote: "\"“‘'„",
  bullet: "•-*–‣▪●○◦·✓►",
  // The full stop aside: two of those and more are an ellipsis.
  stop: "!?。！？।۔؟",
  // What stands before a closing quote or bracket counts.
  closer: "\"”’')]»",
};
const markKinds = new Uint8Array(1 << 16);
for (const kind of ["openingQuote", "bullet", "stop", "closer"] as const)
  for (const mark of kindMarks[kind]) {
    const unit = mark.charCodeAt(0);
    markKinds[unit] = (markKinds[unit] as number) | MarkKind[kind];
  }

const isKind = (unit: number, kind: number): boolean => ((markKinds[unit] as number) & kind) !== 0;

const beginningOf = (tokens: Tokens, first: number, last: number): number => {
  if (first >= last) return Beginning.other;
  const shape = tokens.shape[first] ?? 0;
  const unit = tokens.text.charCodeAt(tokens.start[first] ?? 0);
  if (shape & Shape.letter) return shape & Shape.capital ? Beginning.capital : Beginning.lower;
  if (shape & Shape.digit) return Beginning.number;
  if (isKind(unit, MarkKind.openingQuote)) return Beginning.quote;
  return isBullet(unit) ? Beginning.bullet : Beginning.other;
};

/** Whether a mark opens a list item. */
export const isBullet = (unit: number): boolean => isKind(unit, MarkKind.bullet);

const endingOf = (tokens: Tokens, first: number, last: number): number => {
  for (let token = last - 1; token >= first; token--) {
    const shape = tokens.shape[token] ?? 0;
    if ((shape & Shape.mark) === 0) return shape & Shape.dot ? Ending.stop : Ending.word;
    const start = tokens.start[token] ?? 0;
    const unit = tokens.text.charCodeAt(start);
    if (isKind(unit, MarkKind.closer)) continue;
    return endingWith(unit, (tokens.end[token] ?? 0) - start);
  }
  return Ending.other;
};

/** How a line ends whose last mark begins with a unit and has so many. */
const endingWith = (unit: number, size: number): number => {
  if (isKind(unit, MarkKind.stop)) return Ending.stop;
  switch (unit) {
    case 0x2e: // .
      return size > 1 ? Ending.ellipsis : Ending.stop;
    case 0x2026: // …
      return Ending.ellipsis;
    case 0x3a: // :
      return Ending.colon;
    case 0x2c: // ,
    case 0x3b: // ;
      return Ending.comma;
    default:
      return Ending.other;
  }
};
