/** The four types that the tagger tells apart; finer ones come from knowledge. */
export const coarseTypes = ["PER", "ORG", "LOC", "MISC"] as const;
export type CoarseType = (typeof coarseTypes)[number];

/**
 * Labels of the BIOES scheme: 0 is outside; type `k` has Begin 1 + 4k, Inside 2 + 4k, End 3 + 4k and Single 4 + 4k.
 */
export const labelCount = 1 + 4 * coarseTypes.length;
export const OUTSIDE = 0;
export const Part = { begin: 0, inside: 1, end: 2, single: 3 } as const;

export const labelOf = (type: number, part: number): number => 1 + 4 * type + part;
export const typeOfLabel = (label: number): number => (label - 1) >> 2;
export const partOfLabel = (label: number): number => (label - 1) & 3;

/** Whether a name goes on after this label. */
const isOpen = (label: number): boolean => label !== OUTSIDE && partOfLabel(label) <= Part.inside;
/** Whether a name is already going on at this label. */
const continues = (label: number): boolean =>
  label !== OUTSIDE && (partOfLabel(label) === Part.inside || partOfLabel(label) === Part.end);

/** Whether `to` may follow `from`: B and I need I or E of their type, all else needs O, B or S. */
export const mayFollow = (from: number, to: number): boolean =>
  isOpen(from) ? continues(to) && typeOfLabel(from) === typeOfLabel(to) : !continues(to);

const all = Uint8Array.from({ length: labelCount }, (_, label) => label);
/** Labels that stand where no name goes on: outside, begin and single. Any of {@link closing} may stand before each. */
export const opening = all.filter((label) => mayFollow(OUTSIDE, label));
/** Labels after which no name goes on: outside, end and single. The others are begin and inside, before inside and end of their type. */
export const closing = all.filter((label) => mayFollow(label, OUTSIDE));
