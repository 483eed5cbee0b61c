/** Counts by key, the greatest first; of equal ones in the order they came. */
export const tally = <Key>(keys: Iterable<Key>): readonly (readonly [Key, number])[] => {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
};
