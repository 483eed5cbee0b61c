/** Things numbered from 0 on that hang together, directly or by way of others; 5 bytes each. */
export type Groups = Readonly<{
  /** Takes in one more; gives its number. */
  add: () => number;
  join: (a: number, b: number) => void;
  /** The smallest number of its group. */
  rootOf: (one: number) => number;
  isAlone: (one: number) => boolean;
  size: () => number;
}>;

export const createGroups = (): Groups => {
  let parent = new Uint32Array(1024);
  let joined = new Uint8Array(1024);
  let size = 0;
  const rootOf = (one: number): number => {
    let at = one;
    while (parent[at] !== at) {
      const up = parent[at] ?? at;
      parent[at] = parent[up] ?? up;
      at = up;
    }
    return at;
  };
  return {
    add: () => {
      if (size === parent.length) {
        const [longer, flags] = [new Uint32Array(size * 2), new Uint8Array(size * 2)];
        longer.set(parent);
        flags.set(joined);
        [parent, joined] = [longer, flags];
      }
      parent[size] = size;
      return size++;
    },
    join: (a, b) => {
      joined[a] = 1;
      joined[b] = 1;
      const [x, y] = [rootOf(a), rootOf(b)];
      parent[Math.max(x, y)] = Math.min(x, y);
    },
    rootOf,
    isAlone: (one) => joined[one] === 0,
    size: () => size,
  };
};
