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

/** Reads packed weights; throws where the bytes are no model. */
export const unpackModel = (packed: Uint8Array): ModelWeights => {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  if (packed.length < HEADER || view.getUint32(0, true) !== MAGIC) throw new Error("not a name tagger model");
  const count = view.getUint32(4, true);
  const transitions = new Float32Array(L * L);
  for (let i = 0; i < transitions.length; i++) transitions[i] = view.getFloat32(HEADER + i * 4, true);
  const features = new Int32Array(count);
  const rows = new Int8Array(count * L);
  let at = HEADER + transitions.length * 4;
  let mask = at + view.getUint32(12, true);
  let value = mask + count * 3;
  let id = 0;
  for (let f = 0; f < count; f++) {
    for (let shift = 0; ; shift += 7) {
      const byte = packed[at++] ?? 0;
      id += (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    features[f] = id;
    let labels = (packed[mask] ?? 0) | ((packed[mask + 1] ?? 0) << 8) | ((packed[mask + 2] ?? 0) << 16);
    mask += 3;
    for (let label = 0; labels !== 0; label++, labels >>>= 1) {
      if (labels & 1) rows[f * L + label] = ((packed[value++] ?? 0) << 24) >> 24;
    }
  }
  return { features, rows, scale: view.getFloat32(8, true), transitions };
};

/**
 * A model that scores from weights. Feature ids are found in a bitmap with running counts (1 MB, where a table by id
 * would take 16): most features of a text are unknown and end at the first bit. Of a known one only the labels that it
 * speaks about are summed, some 7 of 17.
 */
export const createModel = ({ features, rows, scale, transitions }: ModelWeights): TaggerModel => {
  const words = 1 << (FEATURE_BITS - 5);
  // Pairs of 32 bits and the number of features before them, side by side for the cache.
  const index = new Int32Array(words * 2);
  for (const id of features) index[(id >> 5) * 2] = (index[(id >> 5) * 2] ?? 0) | (1 << (id & 31));
  let count = 0;
  for (let word = 0; word < words; word++) {
    index[word * 2 + 1] = count;
    count += popcount(index[word * 2] ?? 0);
  }
  // Row `r` holds entries `first[r] … first[r + 1]`, each a weight times 32 plus its label.
  const first = new Int32Array(features.length + 1);
  const entries = new Int16Array(rows.reduce((sum, weight) => sum + (weight === 0 ? 0 : 1), 0));
  let entry = 0;
  for (let row = 0; row < features.length; row++) {
    for (let label = 0; label < L; label++) {
      const weight = rows[row * L + label] ?? 0;
      if (weight !== 0) entries[entry++] = weight * 32 + label;
    }
    first[row + 1] = entry;
  }
  const sums = new Int32Array(L);
  return {
    transitions: withConstraints(transitions),
    score: (ids, at, slots, scores, to) => {
      for (let label = 0; label < L; label++) sums[label] = 0;
      for (let slot = at; slot < at + slots; slot++) {
        const id = ids[slot] as number;
        if (id < 0) continue;
        const at32 = (id >> 5) << 1;
        const word = index[at32] as number;
        const bit = 1 << (id & 31);
        if ((word & bit) === 0) continue;
        const row = (index[at32 + 1] as number) + popcount(word & (bit - 1));
        const end = first[row + 1] as number;
        for (let e = first[row] as number; e < end; e++) {
          const weighed = entries[e] as number;
          const label = weighed & 31;
          sums[label] = (sums[label] as number) + (weighed >> 5);
        }
      }
      for (let label = 0; label < L; label++) scores[to + label] = (sums[label] as number) * scale;
    },
  };
};

const popcount = (bits: number): number => {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};
