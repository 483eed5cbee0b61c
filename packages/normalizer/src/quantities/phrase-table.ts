import type { Tokens, Vocabulary } from "@readout/model";

export type PhraseMatch<T> = Readonly<{ first: number; end: number; value: T }>;

type Entry<T> = Readonly<{ words: readonly number[]; value: T }>;

/**
 * Phrases of one or more words, found beside a token: the longest that begins at it or ends before it. A surface is written
 * as the tokeniser cuts it, parts separated by spaces ("percentage - point", "° c"). Where a surface comes twice, the
 * first entry holds.
 */
export class PhraseTable<T> {
  private readonly byFirst = new Map<number, Entry<T>[]>();
  private readonly byLast = new Map<number, Entry<T>[]>();

  constructor(vocabulary: Vocabulary, phrases: Iterable<readonly [surface: string, value: T]>) {
    for (const [surface, value] of phrases) {
      const words = surface.split(" ").map((word) => vocabulary.add(word));
      const entry = { words, value };
      insert(this.byFirst, words[0] ?? -1, entry);
      insert(this.byLast, words.at(-1) ?? -1, entry);
    }
  }

  /** The longest phrase whose first token is `at` and which ends at or before `limit` (exclusive). */
  startingAt(tokens: Tokens, at: number, limit: number): PhraseMatch<T> | null {
    for (const { words, value } of this.byFirst.get(tokens.word[at] ?? -1) ?? none) {
      if (at + words.length <= limit && matches(tokens, at, words))
        return { first: at, end: at + words.length, value };
    }
    return null;
  }

  /** The longest phrase whose last token is `end - 1` and which begins at or after `floor`. */
  endingAt(tokens: Tokens, end: number, floor: number): PhraseMatch<T> | null {
    if (end <= floor) return null;
    for (const { words, value } of this.byLast.get(tokens.word[end - 1] ?? -1) ?? none) {
      const first = end - words.length;
      if (first >= floor && matches(tokens, first, words)) return { first, end, value };
    }
    return null;
  }
}

const none: readonly never[] = [];

/** Keeps the list longest first, so that the first match is the longest. */
const insert = <T>(index: Map<number, Entry<T>[]>, key: number, entry: Entry<T>): void => {
  const list = index.get(key);
  if (list === undefined) {
    index.set(key, [entry]);
    return;
  }
  const place = list.findIndex((other) => other.words.length < entry.words.length);
  list.splice(place < 0 ? list.length : place, 0, entry);
};

const matches = (tokens: Tokens, first: number, words: readonly number[]): boolean => {
  for (let i = 0; i < words.length; i++) if (tokens.word[first + i] !== words[i]) return false;
  return true;
};
