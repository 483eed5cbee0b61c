import { type Block, bodyRoles, Shape, type Tokens, type Vocabulary } from "@readout/model";

/** Words in a shingle: datatrove's published shape of near-duplicate search. */
const shingleWords = 5;

/**
 * Hashes of all runs of five words in the body, sorted, each once: what near-duplicates share. Captions, furniture and
 * marks are left out, so that one report at two outlets is compared by its wording alone. Empty for bodies of fewer words.
 */
export const bodyShingles = (
  tokens: Tokens,
  vocabulary: Vocabulary,
  blocks: readonly Block[],
): Uint32Array => {
  const body = blocks.filter((block) => bodyRoles.has(block.role));
  const words = new Uint32Array(tokens.length);
  let count = 0;
  let block = 0;
  for (let i = 0; i < tokens.length; i++) {
    const start = tokens.start[i] ?? 0;
    while (block < body.length && (body[block]?.end ?? 0) <= start) block++;
    if (block === body.length) break;
    if (start < (body[block]?.start ?? 0) || ((tokens.shape[i] ?? 0) & Shape.mark) !== 0) continue;
    words[count++] = vocabulary.hash(tokens.word[i] ?? 0);
  }
  if (count < shingleWords) return new Uint32Array(0);
  const shingles = new Uint32Array(count - shingleWords + 1);
  for (let i = 0; i < shingles.length; i++) {
    let hash = 0;
    for (let w = i; w < i + shingleWords; w++) hash = (Math.imul(hash, 0x9e3779b1) + (words[w] ?? 0)) | 0;
    shingles[i] = mix(hash);
  }
  return distinct(shingles.sort());
};

/** Murmur3's finaliser: every bit of the result depends on every bit of the input. */
export const mix = (value: number): number => {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

const distinct = (sorted: Uint32Array): Uint32Array => {
  let length = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[length++] = sorted[i] ?? 0;
  }
  return sorted.slice(0, length);
};
