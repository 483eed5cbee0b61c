/** Rows by the row of another table that they belong to. */
export type Groups = Readonly<{ of: (key: number) => Int32Array }>;

/** Groups row numbers by `keys[row]`, which stand for 0 to `count` − 1; others (null) are in no group. */
export const groupRows = (keys: Int32Array, count: number): Groups => {
  const starts = new Int32Array(count + 1);
  for (const key of keys) if (key >= 0 && key < count) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let key = 0; key < count; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const rows = new Int32Array(starts[count] ?? 0);
  const next = starts.slice(0, count);
  keys.forEach((key, row) => {
    if (key < 0 || key >= count) return;
    const at = next[key] ?? 0;
    rows[at] = row;
    next[key] = at + 1;
  });
  return {
    of: (key) => (key >= 0 && key < count ? rows.subarray(starts[key], starts[key + 1]) : rows.subarray(0, 0)),
  };
};
