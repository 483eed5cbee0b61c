/** A copy of a column with room for `size` entries; the new ones are 0. */
export const widenInts = (column: Int32Array, size: number): Int32Array => {
  const wide = new Int32Array(size);
  wide.set(column);
  return wide;
};
