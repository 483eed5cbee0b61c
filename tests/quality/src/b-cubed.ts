/** One item with the cluster that gold puts it in and the cluster that was found for it. */
export type Clustered = Readonly<{ gold: string; got: string }>;

/**
 * B-cubed (Bagga and Baldwin 1998) as sums over the items, so that pages can be added up: `precision` is the sum of the
 * shares of an item's found cluster that gold puts together with it, `recall` the sum of the shares of its gold
 * cluster that were found with it. Divide by the number of items.
 */
export const bCubed = (items: readonly Clustered[]): Readonly<{ precision: number; recall: number }> => {
  const gold = countBy(items, (item) => item.gold);
  const got = countBy(items, (item) => item.got);
  const both = countBy(items, pair);
  let precision = 0;
  let recall = 0;
  for (const item of items) {
    const shared = both.get(pair(item)) ?? 0;
    precision += shared / (got.get(item.got) ?? 1);
    recall += shared / (gold.get(item.gold) ?? 1);
  }
  return { precision, recall };
};

const pair = (item: Clustered): string => `${item.gold}\u0000${item.got}`;

const countBy = (
  items: readonly Clustered[],
  key: (item: Clustered) => string,
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
};
