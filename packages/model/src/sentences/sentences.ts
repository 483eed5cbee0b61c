/**
 * The sentences of a text as columns. `start` and `end` are UTF-16 offsets (half-open), `first` and `last` the tokens
 * they hold (half-open), `block` the index of the range they lie in. Arrays may be longer than `length`.
 */
export interface Sentences {
  readonly length: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly block: Int32Array;
}

/** The index of the sentence that holds a token, or -1 where the token lies in none. */
export const sentenceOfToken = (sentences: Sentences, token: number): number => {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sentences.last[middle] ?? 0) > token) high = middle;
    else low = middle + 1;
  }
  return low < sentences.length && (sentences.first[low] ?? 0) <= token ? low : -1;
};
