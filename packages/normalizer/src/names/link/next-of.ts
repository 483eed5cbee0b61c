import type { WordClasses } from "@readout/model";

/**
 * The first of `words[from … to)` that has any class, `to` where none has. A loop of its own: what its rare finds lead to would
 * have it compiled anew again and again.
 */
export const nextOf = (classes: WordClasses, words: Int32Array, from: number, to: number): number => {
  for (let at = from; at < to; at++) if (classes.of(words[at] as number) !== 0) return at;
  return to;
};
