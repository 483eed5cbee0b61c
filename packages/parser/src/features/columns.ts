/** Arithmetic on columns: one number a line. Every function makes a new column and leaves its inputs alone. */
export type Column = Float32Array;

/** Columns of short pages share blocks of memory, which is cheaper than a block each. */
const blockLength = 1 << 16;
/** So many blocks (4 MB) are kept from page to page: memory that was just written is still in the processor's cache. */
const keptBlocks = 16;
const blocks: Column[] = [];
/** The block that is being filled, and how far it is. */
let block: Column = new Float32Array(0);
let filled = 0;
/** Blocks begun since {@link reuseColumns}. */
let begun = 0;

/** A new column of zeros. */
export const newColumn = (length: number): Column => {
  if (length * 4 > blockLength) return new Float32Array(length);
  if (filled + length > block.length) beginBlock();
  const column = block.subarray(filled, filled + length);
  filled += length;
  return column;
};

/** Says that no column made before is read any more: their memory becomes that of columns to come. */
export const reuseColumns = (): void => {
  for (const used of blocks.slice(0, begun)) used.fill(0, 0, used === block ? filled : blockLength);
  begun = 0;
  beginBlock();
};

const beginBlock = (): void => {
  block = blocks[begun] ?? new Float32Array(blockLength);
  if (begun < keptBlocks) blocks[begun++] = block;
  filled = 0;
};

/** A column of the numbers of another array. */
export const columnOf = (values: Uint8Array | Int32Array | Column): Column => {
  const column = newColumn(values.length);
  column.set(values);
  return column;
};

/** `part / whole`, 0 where the whole is 0. */
export const ratio = (part: Column, whole: Column): Column => {
  const out = newColumn(part.length);
  for (let i = 0; i < out.length; i++) {
    const of = whole[i] as number;
    if (of > 0) out[i] = (part[i] as number) / of;
  }
  return out;
};

/** The value `by` lines further on (negative: before); `beyond` past the ends. */
export const shift = (column: Column, by: number, beyond: number): Column => {
  const { length } = column;
  const out = newColumn(length);
  const from = Math.max(0, by);
  const to = Math.min(length, length + by);
  if (to <= from) return out.fill(beyond);
  out.set(column.subarray(from, to), from - by);
  if (by < 0) out.fill(beyond, 0, from - by);
  else out.fill(beyond, to - by);
  return out;
};

/** Sums before each line and, last, the whole: length + 1 numbers, in double precision. */
export const prefixSums = (column: Column): Float64Array => {
  const sums = new Float64Array(column.length + 1);
  for (let i = 0; i < column.length; i++) sums[i + 1] = (sums[i] ?? 0) + (column[i] ?? 0);
  return sums;
};

/** Sum over the lines from `i + from` to `i + to` (both inclusive), cut at the ends. */
export const windowSum = (sums: Float64Array, from: number, to: number): Column => {
  const n = sums.length - 1;
  const out = newColumn(n);
  for (let i = 0; i < n; i++) {
    let a = i + from;
    let b = i + to + 1;
    if (a < 0) a = 0;
    if (b > n) b = n;
    if (b > a) out[i] = (sums[b] as number) - (sums[a] as number);
  }
  return out;
};

/** Lines since the last line where `flag` is above 0 (0 on it), at most `limit`. */
export const linesSince = (flag: Column, limit: number): Column => {
  const out = newColumn(flag.length);
  let since = limit;
  for (let i = 0; i < flag.length; i++) {
    since = (flag[i] ?? 0) > 0 ? 0 : Math.min(limit, since + 1);
    out[i] = since;
  }
  return out;
};

/** Lines until the next line where `flag` is above 0 (0 on it), at most `limit`. */
export const linesUntil = (flag: Column, limit: number): Column => {
  const out = newColumn(flag.length);
  let until = limit;
  for (let i = flag.length - 1; i >= 0; i--) {
    until = (flag[i] ?? 0) > 0 ? 0 : Math.min(limit, until + 1);
    out[i] = until;
  }
  return out;
};

/** A column computed line by line. */
export const each = (length: number, value: (line: number) => number): Column => {
  const out = newColumn(length);
  for (let i = 0; i < length; i++) out[i] = value(i);
  return out;
};
