/** Sets of word ids, and how much they share. */
export type WordSet = ReadonlySet<number>;

/** `part / whole`, 0 where the whole is 0. */
export const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

/** How many words of a set stand in another. */
export const sharedWords = (set: WordSet, other: WordSet): number => {
  let shared = 0;
  for (const word of set) if (other.has(word)) shared++;
  return shared;
};

/** Shared words by all words of two sets (Jaccard), given how many they share. */
export const likeness = (shared: number, set: WordSet, other: WordSet): number =>
  share(shared, set.size + other.size - shared);

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
  sets.forEach((set, k) => {
    shared.fill(0);
    for (const word of set)
      for (const other of holders.get(word) ?? []) shared[other] = (shared[other] as number) + 1;
    for (let other = 0; other < shared.length; other++) {
      const count = shared[other] as number;
      if (other !== k && count > 0) found(k, other, count);
    }
  });
};
