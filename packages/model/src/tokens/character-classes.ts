/** What a UTF-16 unit is to the tokeniser. */
export const CharacterClass = {
  other: 0,
  lower: 1,
  upper: 2,
  digit: 3,
  space: 4,
  newline: 5,
  apostrophe: 6,
  /** Combining marks, joiners and soft hyphens: they belong to the letter before them. */
  mark: 7,
  high: 8,
  low: 9,
} as const;

const size = 0x10000;
let classTable: Uint8Array | undefined;
let foldTable: Uint16Array | undefined;

/** First and last unit. */
type Range = readonly [first: number, last: number];

/**
 * Units that count for nothing when words are compared: soft hyphen, zero-width and bidirectional controls, the
 * byte order mark, variation selectors.
 */
const ignorable: readonly Range[] = [
  [0xad, 0xad],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2069],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];

/** Where case and marks are, a third of the plane; between these lie Han, Hangul, surrogates and private use. */
const cased: readonly Range[] = [
  [0x0000, 0x33ff],
  [0x4dc0, 0x4dff],
  [0xa000, 0xabff],
  [0xd7a4, 0xd7ff],
  [0xf900, 0xffff],
];

/** What is told by the unit alone; of two ranges that meet the later one counts. */
const ranges: readonly (readonly [kind: number, ranges: readonly Range[]])[] = [
  [
    CharacterClass.lower,
    [
      [0x3400, 0x4dbf],
      [0x4e00, 0x9fff],
      [0xac00, 0xd7a3],
    ],
  ],
  [CharacterClass.digit, [[0x30, 0x39]]],
  [
    CharacterClass.space,
    [
      [0x20, 0x20],
      [0x09, 0x09],
      [0x0b, 0x0c],
      [0xa0, 0xa0],
      [0x1680, 0x1680],
      [0x2000, 0x200a],
      [0x202f, 0x202f],
      [0x205f, 0x205f],
      [0x3000, 0x3000],
    ],
  ],
  [
    CharacterClass.newline,
    [
      [0x0a, 0x0a],
      [0x0d, 0x0d],
      [0x85, 0x85],
      [0x2028, 0x2029],
    ],
  ],
  [
    CharacterClass.apostrophe,
    [
      [0x27, 0x27],
      [0x2019, 0x2019],
      [0x02bc, 0x02bc],
    ],
  ],
  [CharacterClass.high, [[0xd800, 0xdbff]]],
  [CharacterClass.low, [[0xdc00, 0xdfff]]],
  [CharacterClass.mark, ignorable],
];

/** The units of {@link cased} in one string, so that one pass of an expression finds all that it wants; a space parts the ranges. */
const casedUnits = (): string =>
  cased
    .map(([first, last]) => {
      let text = "";
      for (let unit = first; unit <= last; unit++) text += String.fromCharCode(unit);
      return text;
    })
    .join(" ");

/** Class of every UTF-16 unit, made at the first call (3 ms) and kept. */
export const characterClasses = (): Uint8Array => {
  if (classTable === undefined) {
    const classes = new Uint8Array(size);
    const text = casedUnits();
    const paint = (kind: number, pattern: RegExp): void => {
      for (const { 0: run } of text.matchAll(pattern))
        classes.fill(kind, run.charCodeAt(0), run.charCodeAt(run.length - 1) + 1);
    };
    paint(CharacterClass.lower, /\p{L}+/gu);
    paint(CharacterClass.upper, /[\p{Lu}\p{Lt}]+/gu);
    paint(CharacterClass.mark, /\p{M}+/gu);
    for (const [kind, list] of ranges) for (const [first, last] of list) classes.fill(kind, first, last + 1);
    classTable = classes;
  }
  return classTable;
};

/** Units that count as others: curly apostrophes, hyphens, the space that does not break. */
const alike: readonly (readonly [unit: number, as: number])[] = [
  [0x2019, 0x27],
  [0x2018, 0x27],
  [0x02bc, 0x27],
  [0x2010, 0x2d],
  [0x2011, 0x2d],
  [0xa0, 0x20],
];
/** Full-width forms of ASCII, and how far above it they lie. */
const WIDE: Range = [0xff01, 0xff5e];
const WIDTH = 0xfee0;

/**
 * The unit under which a unit is looked up: lower case, half width, straight apostrophe and hyphen. 0 means that
 * it is left out of the key. The text itself is never changed. Made at the first call (2 ms) and kept.
 */
export const foldedUnits = (): Uint16Array => {
  if (foldTable === undefined) {
    const folded = new Uint16Array(size);
    for (let unit = 0; unit < size; unit++) folded[unit] = unit;
    for (const { 0: upper } of casedUnits().matchAll(/\p{Changes_When_Lowercased}/gu)) {
      const lower = upper.toLowerCase();
      // One letter becomes two units, and stays.
      if (lower.length === 1) folded[upper.charCodeAt(0)] = lower.charCodeAt(0);
    }
    for (let unit = WIDE[0]; unit <= WIDE[1]; unit++) folded[unit] = folded[unit - WIDTH] as number;
    for (const [unit, as] of alike) folded[unit] = as;
    for (const [first, last] of ignorable) folded.fill(0, first, last + 1);
    foldTable = folded;
  }
  return foldTable;
};

/** The key of a word written in a lexicon or a query: see {@link foldedUnits}. */
export const foldWord = (word: string): string => {
  const table = foldedUnits();
  let key = "";
  for (let i = 0; i < word.length; i++) {
    const unit = table[word.charCodeAt(i)] ?? 0;
    if (unit !== 0) key += String.fromCharCode(unit);
  }
  return key;
};
