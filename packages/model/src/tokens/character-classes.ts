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

/**
 * Units that count for nothing when words are compared: soft hyphen, zero-width and bidirectional controls, the
 * byte order mark, variation selectors.
 */
const isIgnorable = (unit: number): boolean =>
  unit === 0xad ||
  (unit >= 0x200b && unit <= 0x200f) ||
  (unit >= 0x202a && unit <= 0x202e) ||
  (unit >= 0x2060 && unit <= 0x2069) ||
  (unit >= 0xfe00 && unit <= 0xfe0f) ||
  unit === 0xfeff;

const isSpace = (unit: number): boolean =>
  unit === 0x20 ||
  unit === 0x09 ||
  unit === 0x0b ||
  unit === 0x0c ||
  unit === 0xa0 ||
  unit === 0x1680 ||
  (unit >= 0x2000 && unit <= 0x200a) ||
  unit === 0x202f ||
  unit === 0x205f ||
  unit === 0x3000;

/** Han, Hangul and private use, two thirds of the plane: no case, no marks; all but private use are letters. */
const isUncased = (unit: number): boolean =>
  (unit >= 0x3400 && unit <= 0x4dbf) ||
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  (unit >= 0xac00 && unit <= 0xd7a3) ||
  isPrivate(unit);

const isPrivate = (unit: number): boolean => unit >= 0xe000 && unit <= 0xf8ff;

const classify = (unit: number): number => {
  if (isUncased(unit)) return isPrivate(unit) ? CharacterClass.other : CharacterClass.lower;
  if (unit >= 0x30 && unit <= 0x39) return CharacterClass.digit;
  if (isSpace(unit)) return CharacterClass.space;
  if (unit === 0x0a || unit === 0x0d || unit === 0x85 || unit === 0x2028 || unit === 0x2029)
    return CharacterClass.newline;
  if (unit === 0x27 || unit === 0x2019 || unit === 0x02bc) return CharacterClass.apostrophe;
  if (unit >= 0xd800 && unit <= 0xdbff) return CharacterClass.high;
  if (unit >= 0xdc00 && unit <= 0xdfff) return CharacterClass.low;
  if (isIgnorable(unit)) return CharacterClass.mark;
  const character = String.fromCharCode(unit);
  if (/\p{M}/u.test(character)) return CharacterClass.mark;
  if (/\p{Lu}|\p{Lt}/u.test(character)) return CharacterClass.upper;
  if (/\p{L}/u.test(character)) return CharacterClass.lower;
  return CharacterClass.other;
};

/** Class of every UTF-16 unit, made at the first call (about 10 ms) and kept. */
export const characterClasses = (): Uint8Array => {
  if (classTable === undefined) {
    classTable = new Uint8Array(size);
    for (let unit = 0; unit < size; unit++) classTable[unit] = classify(unit);
  }
  return classTable;
};

const fold = (unit: number): number => {
  if (isUncased(unit)) return unit;
  if (isIgnorable(unit)) return 0;
  if (unit === 0x2019 || unit === 0x2018 || unit === 0x02bc) return 0x27;
  if (unit === 0x2010 || unit === 0x2011) return 0x2d;
  if (unit === 0xa0) return 0x20;
  const narrow = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit;
  const lower = String.fromCharCode(narrow).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : narrow;
};

/**
 * The unit under which a unit is looked up: lower case, half width, straight apostrophe and hyphen. 0 means that
 * it is left out of the key. The text itself is never changed.
 */
export const foldedUnits = (): Uint16Array => {
  if (foldTable === undefined) {
    foldTable = new Uint16Array(size);
    for (let unit = 0; unit < size; unit++) foldTable[unit] = fold(unit);
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
