import type { Span } from "../span.js";

/**
 * The tokens of a text as columns. Offsets are UTF-16 units into the source text, half-open; `word` is an id of the
 * {@link Vocabulary} that made them (valid until that vocabulary's next document); `shape` is a set of
 * {@link Shape} bits. Arrays may be longer than `length`; entries from `length` on mean nothing.
 */
export interface Tokens {
  readonly text: string;
  readonly length: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly word: Int32Array;
  readonly shape: Uint16Array;
}

/** Bits of {@link Tokens.shape}. */
export const Shape = {
  /** White space, or the start of a range, stands before it; without this bit it is glued to the token before. */
  space: 1,
  /** A line break stands before it. */
  newline: 2,
  /** Has a letter. */
  letter: 4,
  /** Has a digit. */
  digit: 8,
  /** Digits with grouping marks only: 1,400 or 3.5. */
  number: 16,
  /** The first letter is upper case. */
  capital: 32,
  /** At least two letters, all upper case: NATO, U.S., G20 (its one letter counts as all). */
  upper: 64,
  /** Upper case after lower case: McCain, iPhone, RealClear. */
  mixed: 128,
  /** Neither letter nor digit. */
  mark: 256,
  /** An abbreviation that took its full stop along: U.S. Gen. Jan. */
  dot: 512,
  /** A piece split off a word: 's n't 're 've 'll 'd 'm. */
  clitic: 1024,
  /** An address of the web or of mail, a handle, a hashtag. */
  address: 2048,
} as const;

/** The surface of one token. */
export const tokenText = (tokens: Tokens, index: number): string =>
  tokens.text.slice(tokens.start[index], tokens.end[index]);

/** The index of the first token that ends after `offset`; `tokens.length` where there is none. */
export const tokenAt = (tokens: Tokens, offset: number): number => {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens.end[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** The tokens inside `ranges` (in order, disjoint, none of them cutting a token), as the tokeniser gives them for those ranges. */
export const tokensWithin = (tokens: Tokens, ranges: readonly Span[]): Tokens => {
  const pieces: (readonly [first: number, end: number])[] = [];
  let length = 0;
  let at = 0;
  for (const { start, end } of ranges) {
    while (at < tokens.length && (tokens.start[at] ?? 0) < start) at++;
    const first = at;
    while (at < tokens.length && (tokens.end[at] ?? 0) <= end) at++;
    if (at > first) pieces.push([first, at]);
    length += at - first;
  }
  const within = {
    text: tokens.text,
    length,
    start: new Int32Array(length),
    end: new Int32Array(length),
    word: new Int32Array(length),
    shape: new Uint16Array(length),
  };
  let to = 0;
  for (const [first, end] of pieces) {
    within.start.set(tokens.start.subarray(first, end), to);
    within.end.set(tokens.end.subarray(first, end), to);
    within.word.set(tokens.word.subarray(first, end), to);
    within.shape.set(tokens.shape.subarray(first, end), to);
    to += end - first;
  }
  return within;
};
