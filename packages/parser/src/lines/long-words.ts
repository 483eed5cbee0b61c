import { Shape, type Tokens } from "@readout/model";
import type { LineMeasures } from "./line-measures.js";

/** Shorter words say nothing about the subject. */
const leastLength = 5;

/** Ids of the long words of a page, in order: those of a line end before `ends`. No id is above `highest`. */
export type LongWords = Readonly<{ ids: Int32Array; ends: Int32Array; highest: number }>;

/** The long words of a page: what tells whether its lines speak of one subject. */
export const longWordsOf = (
  { length, word, shape, start, end }: Tokens,
  { last }: Pick<LineMeasures, "last">,
): LongWords => {
  const ids = new Int32Array(length);
  const ends = new Int32Array(last.length);
  let found = 0;
  let highest = -1;
  for (let line = 0, t = 0; line < ends.length; line++) {
    for (const until = last[line] as number; t < until; t++) {
      if ((end[t] as number) - (start[t] as number) < leastLength) continue;
      if (((shape[t] as number) & Shape.letter) === 0) continue;
      const id = word[t] as number;
      ids[found++] = id;
      if (id > highest) highest = id;
    }
    ends[line] = found;
  }
  return { ids, ends, highest };
};
