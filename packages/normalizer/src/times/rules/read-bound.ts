import type { Mod } from "../candidate.js";
import type { TimeReader } from "../time-reader.js";

/** A word before an amount that bounds it, and where the span then begins. */
export type Bound = Readonly<{ first: number; mod: Mod | null }>;

/** Whether the amount is followed by "ago", and whether nothing but its number stands before its unit. */
type BoundContext = Readonly<{ isShift: boolean; isBare: boolean }>;

/**
 * The bound that ends before a token. "nearly", "at least", "more than", "less than" belong to the span (so annotators of TimeBank chose
 * in 16 of 19 cases); "about", "over", "almost", "some" do not (in 43 of 50), though they set the modifier; before
 * "three years ago" they do (`isShift`).
 */
export const readBound = (reader: TimeReader, at: number, { isShift, isBare }: BoundContext): Bound => {
  const before = reader.surface(at - 1).toLowerCase();
  const two = reader.surface(at - 2).toLowerCase();
  switch (before) {
    case "nearly":
      return { first: at - 1, mod: "EQUAL_OR_LESS" };
    case "than":
      if (two === "more") return { first: at - 2, mod: "MORE_THAN" };
      if (two === "less" || two === "fewer") return { first: at - 2, mod: "LESS_THAN" };
      break;
    case "least":
      if (two === "at") return { first: at - 2, mod: "EQUAL_OR_MORE" };
      break;
    case "most":
      if (two === "at") return { first: at - 2, mod: "EQUAL_OR_LESS" };
      break;
    case "about":
    case "around":
    case "approximately":
    case "roughly":
    case "some":
      return { first: isShift ? at - 1 : at, mod: "APPROX" };
    case "almost":
    case "barely":
      return { first: isShift ? at - 1 : at, mod: "LESS_THAN" };
    case "over":
      // "over the past three years" is a preposition.
      if (!isBare) break;
      return { first: at, mod: "MORE_THAN" };
  }
  return { first: at, mod: null };
};
