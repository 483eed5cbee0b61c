import { Shape } from "@readout/model";
import type { TimeReader } from "../time-reader.js";

/** "the day before." "the week after,": -1 or 1 where nothing follows that "before" could govern; else 0. */
export const readNeighbour = (reader: TimeReader, at: number): -1 | 0 | 1 => {
  if ((reader.shape(at + 1) & (Shape.letter | Shape.digit)) !== 0) return 0;
  if (reader.isWord(at, "before") || reader.isWord(at, "earlier")) return -1;
  return reader.isWord(at, "after") || reader.isWord(at, "later") ? 1 : 0;
};
