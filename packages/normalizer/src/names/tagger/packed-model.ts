import { FEATURE_BITS } from "./features.js";
import { labelCount } from "./labels.js";
import { type TaggerModel, withConstraints } from "./model.js";

const L = labelCount;
const MAGIC = 0x52_4e_54_31; // RNT1
const HEADER = 16;

/** The weights of a trained model: sorted feature ids, a row of `labelCount` integers for each, what one unit is worth. */
export type ModelWeights = Readonly<{
  features: Int32Array;
  rows: Int8Array;
  scale: number;
  transitions: Float32Array;
}>;

/**
 * Little-endian: magic, number of features, scale, bytes of values; transitions; then for each feature the distance to the
 * one before as a varint; then for each feature the labels with a weight as 3 bytes of bits; then those weights, one byte each.
 */
export const packModel = ({ features, rows, scale, transitions }: ModelWeights): Uint8Array => {
  const ids: number[] = [];
  const masks: number[] = [];
  const values: number[] = [];
  let before = 0;
  for (let f = 0; f < features.length; f++) {
    let rest = (features[f] ?? 0) - before;
    before = features[f] ?? 0;
    for (; rest >= 0x80; rest >>>= 7) ids.push((rest & 0x7f) | 0x80);
    ids.push(rest);
    let mask = 0;
    for (let label = 0; label < L; label++) {
      const value = rows[f * L + label] ?? 0;
      if (value === 0) continue;
      mask |= 1 << label;
      values.push(value & 0xff);
    }
    masks.push(mask & 0xff, (mask >> 8) & 0xff, mask >> 16);
  }
  const packed = new Uint8Array(HEADER + transitions.length * 4 + ids.length + masks.length + values.length);
  const view = new DataView(packed.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, features.length, true);
  view.setFloat32(8, scale, true);
  view.setUint32(12, ids.length, true);
  transitions.forEach((score, i) => {
    view.setFloat32(HEADER + i * 4, score, true);
  });
  let at = HEADER + transitions.length * 4;
  for (const part of [ids, masks, values]) {
    packed.set(part, at);
    at += part.length;
  }
  return packed;
};

/**
 * The model of packed weights; throws where the bytes are no model. Feature ids are found in a bitmap with running counts (1 MB,
 * where a table by id would take 16): most features of a text are unknown and end at the first bit. Of a known one only the
 * labels that it speaks about are summed, some 7 of 17.
 */
export const createModel = (packed: Uint8Array): TaggerModel => {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  if (packed.length < HEADER || view.getUint32(0, true) !== MAGIC) throw new Error("not a name tagger model");
  const count = view.getUint32(4, true);
  const scale = view.getFloat32(8, true);
  const transitions = new Float32Array(L * L);
  for (let i = 0; i < transitions.length; i++) transitions[i] = view.getFloat32(HEADER + i * 4, true);
  const ids = HEADER + transitions.length * 4;
  const masks = ids + view.getUint32(12, true);
  const index = readIndex(packed, ids, count);
  const { first, entries } = readEntries(packed, masks, count);
  const sums = new Int32Array(L);
  return {
    transitions: withConstraints(transitions),
    add: (features, at, slots, scores, to) => {
      for (let label = 0; label < L; label++) sums[label] = 0;
      for (let slot = at; slot < at + slots; slot++) {
        const id = features[slot] as number;
        if (id < 0) continue;
        const pair = (id >> 5) << 1;
        const word = index[pair] as number;
        const bit = 1 << (id & 31);
        if ((word & bit) === 0) continue;
        const row = (index[pair + 1] as number) + popcount(word & (bit - 1));
        const end = first[row + 1] as number;
        for (let entry = first[row] as number; entry < end; entry++) {
          const weighed = entries[entry] as number;
          const label = weighed & 31;
          sums[label] = (sums[label] as number) + (weighed >> 5);
        }
      }
      for (let label = 0; label < L; label++)
        scores[to + label] = (scores[to + label] as number) + (sums[label] as number) * scale;
    },
  };
};

/** Pairs of 32 bits, one for each feature id, and the number of features before them: side by side for the cache. */
const readIndex = (packed: Uint8Array, at: number, count: number): Int32Array => {
  const index = new Int32Array(1 << (FEATURE_BITS - 4));
  let id = 0;
  let byte = at;
  for (let f = 0; f < count; f++) {
    for (let shift = 0; ; shift += 7) {
      const part = packed[byte++] as number;
      id += (part & 0x7f) << shift;
      if (part < 0x80) break;
    }
    const pair = (id >> 5) << 1;
    index[pair] = (index[pair] as number) | (1 << (id & 31));
  }
  let before = 0;
  for (let pair = 0; pair < index.length; pair += 2) {
    index[pair + 1] = before;
    before += popcount(index[pair] as number);
  }
  return index;
};

/** The weights: feature `f` has entries `first[f] … first[f + 1]`, each a weight times 32 plus its label. */
const readEntries = (
  packed: Uint8Array,
  masks: number,
  count: number,
): { first: Int32Array; entries: Int16Array } => {
  const first = new Int32Array(count + 1);
  const entries = new Int16Array(packed.length - masks - count * 3);
  let value = masks + count * 3;
  let entry = 0;
  for (let f = 0, mask = masks; f < count; f++, mask += 3) {
    let labels =
      (packed[mask] as number) | ((packed[mask + 1] as number) << 8) | ((packed[mask + 2] as number) << 16);
    for (let label = 0; labels !== 0; label++, labels >>>= 1)
      if (labels & 1) entries[entry++] = (((packed[value++] as number) << 24) >> 19) | label;
    first[f + 1] = entry;
  }
  return { first, entries };
};

const popcount = (bits: number): number => {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};
