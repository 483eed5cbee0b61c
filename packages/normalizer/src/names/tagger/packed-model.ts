import { readNumbers } from "../../knowledge/read-numbers.js";
import { FEATURE_BITS } from "./features.js";
import { labelCount } from "./labels.js";
import { type TaggerModel, withConstraints } from "./model.js";

const L = labelCount;
const MAGIC = 0x52_4e_54_33; // RNT3
const HEADER = 12;
/** Bytes of a row: a weight for every label but outside, which has none. */
const ROW = L - 1;
/** Added to each weight, so that four of them can be summed in two 32-bit numbers without a sign in the way. */
const BIAS = 128;
const LOW_BYTES = 0x00ff00ff;

/** The weights of a trained model: sorted feature ids, a row of `labelCount` integers for each, what one unit is worth. */
export type ModelWeights = Readonly<{
  features: Int32Array;
  /** The weight of outside is 0 in every row: only differences count. */
  rows: Int8Array;
  scale: number;
  transitions: Float32Array;
}>;

/**
 * Little-endian: magic, number of features, scale; transitions; a bit for each feature id that has weights; then the rows of
 * those features in order of their ids, 16 bytes each. All parts begin at multiples of 4: the rows are used as they lie.
 */
export const packModel = ({ features, rows, scale, transitions }: ModelWeights): Uint8Array => {
  const bitmap = HEADER + transitions.length * 4;
  const first = bitmap + (1 << (FEATURE_BITS - 3));
  const packed = new Uint8Array(first + features.length * ROW);
  const view = new DataView(packed.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, features.length, true);
  view.setFloat32(8, scale, true);
  transitions.forEach((score, i) => {
    view.setFloat32(HEADER + i * 4, score, true);
  });
  let at = first;
  features.forEach((id, f) => {
    packed[bitmap + (id >> 3)] = (packed[bitmap + (id >> 3)] ?? 0) | (1 << (id & 7));
    for (let label = 1; label < L; label++) packed[at++] = (rows[f * L + label] ?? 0) + BIAS;
  });
  return packed;
};

/**
 * The model of packed weights; throws where the bytes are no model. Feature ids are found in a bitmap with running counts: many
 * features of a text are unknown and end at the first bit. The 16 weights of a known one are summed two at a time, in the
 * halves of 32-bit numbers: 78 bytes of at most 255 stay below 2^16.
 */
export const createModel = (packed: Uint8Array): TaggerModel => {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  if (packed.length < HEADER || view.getUint32(0, true) !== MAGIC) throw new Error("not a name tagger model");
  const count = view.getUint32(4, true);
  const scale = view.getFloat32(8, true);
  const transitions = new Float32Array(L * L);
  for (let i = 0; i < transitions.length; i++) transitions[i] = view.getFloat32(HEADER + i * 4, true);
  const bitmap = HEADER + transitions.length * 4;
  const index = readIndex(readNumbers(packed, bitmap, 1 << (FEATURE_BITS - 5)));
  const rows = readNumbers(packed, bitmap + (1 << (FEATURE_BITS - 3)), (count * ROW) / 4);
  return {
    transitions: withConstraints(transitions),
    add: (features, at, slots, scores, to) => {
      let hits = 0;
      let a0 = 0;
      let a1 = 0;
      let b0 = 0;
      let b1 = 0;
      let c0 = 0;
      let c1 = 0;
      let d0 = 0;
      let d1 = 0;
      for (let slot = at; slot < at + slots; slot++) {
        const id = features[slot] as number;
        if (id < 0) continue;
        const pair = (id >> 5) << 1;
        const word = index[pair] as number;
        const bit = 1 << (id & 31);
        if ((word & bit) === 0) continue;
        const row = ((index[pair + 1] as number) + popcount(word & (bit - 1))) << 2;
        hits++;
        const a = rows[row] as number;
        a0 += a & LOW_BYTES;
        a1 += (a >>> 8) & LOW_BYTES;
        const b = rows[row + 1] as number;
        b0 += b & LOW_BYTES;
        b1 += (b >>> 8) & LOW_BYTES;
        const c = rows[row + 2] as number;
        c0 += c & LOW_BYTES;
        c1 += (c >>> 8) & LOW_BYTES;
        const d = rows[row + 3] as number;
        d0 += d & LOW_BYTES;
        d1 += (d >>> 8) & LOW_BYTES;
      }
      const bias = hits * BIAS;
      spread(scores, to + 1, a0, a1, bias, scale);
      spread(scores, to + 5, b0, b1, bias, scale);
      spread(scores, to + 9, c0, c1, bias, scale);
      spread(scores, to + 13, d0, d1, bias, scale);
    },
  };
};

/** Adds four sums, the first and third in `even` and the others in `odd`, to four scores. */
const spread = (
  scores: Float32Array,
  to: number,
  even: number,
  odd: number,
  bias: number,
  scale: number,
): void => {
  scores[to] = (scores[to] as number) + ((even & 0xffff) - bias) * scale;
  scores[to + 1] = (scores[to + 1] as number) + ((odd & 0xffff) - bias) * scale;
  scores[to + 2] = (scores[to + 2] as number) + ((even >>> 16) - bias) * scale;
  scores[to + 3] = (scores[to + 3] as number) + ((odd >>> 16) - bias) * scale;
};

/** Pairs of 32 bits, one for each feature id, and the number of features before them: side by side for the cache. */
const readIndex = (bitmap: Int32Array): Int32Array => {
  const index = new Int32Array(bitmap.length * 2);
  let before = 0;
  for (let i = 0; i < bitmap.length; i++) {
    const bits = bitmap[i] as number;
    index[i * 2] = bits;
    index[i * 2 + 1] = before;
    before += popcount(bits);
  }
  return index;
};

const popcount = (bits: number): number => {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};
