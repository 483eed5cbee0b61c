/** Things numbered from 0 on that hang together, directly or by way of others; 4 bytes each. */
export type Groups = Readonly<{
  join: (a: number, b: number) => void;
  /** The smallest number of its group. */
  rootOf: (one: number) => number;
  isAlone: (one: number) => boolean;
}>;

export const createGroups = (size: number): Groups => {
  /** One more than the number of another in the group, or its own for the root; 0 for what is alone. */
  const up = new Uint32Array(size);
  const parentOf = (one: number): number => (up[one] || one + 1) - 1;
  const rootOf = (one: number): number => {
    let at = one;
    for (let parent = parentOf(at); parent !== at; parent = parentOf(at)) {
      // Halves the path for those who come after.
      up[at] = parentOf(parent) + 1;
      at = parent;
    }
    return at;
  };
  return {
    join: (a, b) => {
      const [x, y] = [rootOf(a), rootOf(b)];
      const root = Math.min(x, y);
      up[Math.max(x, y)] = root + 1;
      up[root] = root + 1;
    },
    rootOf,
    isAlone: (one) => up[one] === 0,
  };
};
