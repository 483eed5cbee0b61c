import type { DocumentEntity, Mention, Ref } from "@readout/model";

/** Sentences before the phrase's own in which its members may be named. */
const LOOK_BACK = 2;
/** More than a handful of candidates make "the leaders" anybody's guess. */
const MOST = 6;

/**
 * The people that a plural phrase at `offset` of a sentence stands for ("the two leaders", "both presidents"): the `count` different
 * ones named last before it, in the order of their last mentions; with `null` as count, all of the nearest sentence that has
 * two. Empty where the phrase's sentence and the two before it do not name as many, or a counted phrase could mean others
 * of the same sentence too: a wrong answer is worse than none.
 */
export const pluralAntecedents = (
  mentions: readonly Mention[],
  entities: readonly DocumentEntity[],
  offset: number,
  sentence: number,
  count: number | null = 2,
): readonly Ref[] => {
  const found: Ref[] = [];
  let furthest = sentence;
  for (let i = mentions.length - 1; i >= 0; i--) {
    const mention = mentions[i];
    if (mention === undefined || mention.end > offset || mention.entity === null) continue;
    if (sentence - mention.sentence > LOOK_BACK) break;
    // Once there are enough, only the rest of the same sentence can make the choice unclear.
    const enough = count === null ? found.length > 1 : found.length >= count;
    if (enough && mention.sentence < furthest) break;
    if (entities[mention.entity]?.type !== "PERSON" || found.includes(mention.entity)) continue;
    found.push(mention.entity);
    furthest = mention.sentence;
  }
  const clear = count === null ? found.length > 1 && found.length <= MOST : found.length === count;
  return clear ? found.reverse() : [];
};
