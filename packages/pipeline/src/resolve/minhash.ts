import { mix } from "./shingles.js";

/**
 * 32 bands of 4 hashes: two texts that share 60 % of their shingles meet in a band with a chance of 0.99, such that share
 * 48 % with 0.82, 20 % with 0.05. The 14 bands of 8 that web crawls are cleaned with (0.72 and up) miss wire reports
 * that an outlet has edited: the copies of datasets/syria-diplomacy share 48 to 68 %.
 */
export const bands = 32;
const rows = 4;
/** 32-bit words of a document's band keys: two a band. */
export const bandWords = bands * 2;

/** Shingle hashes fall into so many bins by their highest bits, and the smallest of a bin is one hash of the text. */
const bins = bands * rows;
const binShift = 32 - Math.log2(bins);

/**
 * The band keys of a set of shingle hashes (sorted, each once), two 32-bit words each: equal in a band where the smallest
 * shingles of its four bins are equal. One order cut into bins instead of an order a hash (Li, Owen and Zhang, One
 * Permutation Hashing, 2012) meets as often and costs next to nothing, since the hashes are sorted already. No keys for an empty
 * set, which is like nothing.
 */
export const bandKeys = (shingles: Uint32Array): Uint32Array => {
  if (shingles.length === 0) return new Uint32Array(0);
  const smallest = smallestOfBins(shingles);
  const keys = new Uint32Array(bandWords);
  for (let band = 0; band < bands; band++) {
    let low = 0;
    let high = 0;
    for (let bin = band * rows; bin < (band + 1) * rows; bin++) {
      const place = smallest[bin] ?? 0;
      low = mix(low + place);
      high = mix((high ^ place) + 0x9e3779b9);
    }
    keys[band * 2] = low;
    keys[band * 2 + 1] = high;
  }
  return keys;
};

/**
 * The smallest shingle of each bin. An empty bin takes that of another one, drawn by its number alone (Shrivastava, Optimal
 * Densification, 2017), so that two texts with the same empty bin draw alike.
 */
const smallestOfBins = (shingles: Uint32Array): Uint32Array => {
  const smallest = new Uint32Array(bins);
  const filled = new Uint8Array(bins);
  for (let i = shingles.length - 1; i >= 0; i--) {
    const shingle = shingles[i] ?? 0;
    smallest[shingle >>> binShift] = shingle;
    filled[shingle >>> binShift] = 1;
  }
  for (let bin = 0; bin < bins; bin++) {
    if (filled[bin] === 1) continue;
    let drawn = bin;
    for (let draw = 1; filled[drawn] !== 1; draw++) drawn = mix(bin * 0x9e3779b9 + draw) >>> binShift;
    smallest[bin] = smallest[drawn] ?? 0;
  }
  return smallest;
};
