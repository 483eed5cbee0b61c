import { VerbFlag } from "../grammar/phrases.js";

/** Marks of a verb that tells of one time and not of all. */
export const tensed =
  VerbFlag.past | VerbFlag.perfect | VerbFlag.progressive | VerbFlag.future | VerbFlag.conditional;
