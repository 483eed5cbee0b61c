import { ChunkKind } from "../grammar/phrases.js";
import { isProper } from "./clause.js";
import type { VerbUse } from "./verb-use.js";

/** Where an act took place, as its clause has it, or -1; "discussed the war in Syria" did not take place there. */
export const placeOf = ({ phrases, trigger, args, tables }: VerbUse): number => {
  const { lexicon, words, judge } = tables;
  const { chunks, nouns } = phrases;
  const { behind } = args.clause;
  const found = behind.find(({ preposition, phrase }, index) => {
    if (preposition !== words.in && preposition !== words.at && preposition !== words.near) return false;
    if (!isProper(phrases, phrase)) return false;
    const before = (nouns.chunk[phrase] ?? 0) - 2;
    if (chunks.kind[before] !== ChunkKind.noun) return true;
    const above = behind[index - 1];
    if (above !== undefined && nouns.chunk[above.phrase] === before)
      return !lexicon.isTopic(above.preposition) || judge.canAct(phrases, above.phrase);
    const talked = trigger.type === "CONSULT" && trigger.need === null;
    return !(talked && nouns.chunk[args.object] === before && !judge.canAct(phrases, args.object));
  });
  return found?.phrase ?? -1;
};
