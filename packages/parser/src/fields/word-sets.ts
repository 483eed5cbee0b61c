import { Shape } from "@readout/model";
import type { Page } from "../page.js";

/** Word ids, each once, in the order of their first tokens. Those of a headline are few, so that they are told apart one by one. */
export type WordSet = readonly number[];

/** The words and numbers of a stretch of tokens. */
export const wordSet = ({ tokens }: Page, first: number, last: number): WordSet => {
  const { shape, word } = tokens;
  const set: number[] = [];
  for (let t = first; t < last; t++) {
    const id = word[t] as number;
    if ((shape[t] as number) & (Shape.letter | Shape.digit) && !set.includes(id)) set.push(id);
  }
  return set;
};

export const wordsOfLine = (page: Page, line: number): WordSet =>
  wordSet(page, page.measures.first[line] ?? 0, page.measures.last[line] ?? 0);

/** The words and numbers of a stretch of tokens of any length. */
export const manyWords = ({ tokens }: Page, first: number, last: number): ReadonlySet<number> => {
  const set = new Set<number>();
  for (let t = first; t < last; t++)
    if ((tokens.shape[t] as number) & (Shape.letter | Shape.digit)) set.add(tokens.word[t] as number);
  return set;
};

/** `part / whole`, 0 where the whole is 0. */
export const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

/** How many words of a set stand in another. */
export const sharedWords = (set: WordSet, other: ReadonlySet<number>): number => {
  let shared = 0;
  for (let i = 0; i < set.length; i++) if (other.has(set[i] as number)) shared++;
  return shared;
};

/** Shared words by all words of two sets of so many (Jaccard). */
export const likeness = (shared: number, size: number, otherSize: number): number =>
  share(shared, size + otherSize - shared);

/**
 * For every two sets that share a word how many they share: calls back once for each ordered pair. Costs as many steps as there are pairs of
 * equal words, so unlike sets cost nothing.
 */
export const eachOverlap = (
  sets: readonly WordSet[],
  found: (set: number, other: number, shared: number) => void,
): void => {
  const holders = new Map<number, number[]>();
  sets.forEach((set, k) => {
    for (const word of set) {
      const own = holders.get(word);
      if (own === undefined) holders.set(word, [k]);
      else own.push(k);
    }
  });
  const shared = new Int32Array(sets.length);
  const met: number[] = [];
  sets.forEach((set, k) => {
    met.length = 0;
    for (const word of set) {
      const own = holders.get(word) as readonly number[];
      for (let i = 0; i < own.length; i++) {
        const other = own[i] as number;
        if (shared[other] === 0) met.push(other);
        shared[other] = (shared[other] as number) + 1;
      }
    }
    for (let i = 0; i < met.length; i++) {
      const other = met[i] as number;
      const count = shared[other] as number;
      shared[other] = 0;
      if (other !== k) found(k, other, count);
    }
  });
};
