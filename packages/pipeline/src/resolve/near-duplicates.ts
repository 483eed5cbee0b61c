import { compareCodePoints } from "../code-point-order.js";
import { bands } from "./minhash.js";

/** What near-duplicate search knows of a document. */
export type Comparable = Readonly<{
  docId: string;
  /** First day on which it can have been published, ISO; null where unknown. */
  publishedEarliest: string | null;
  /** Band keys; empty for a text too short to compare. */
  bands: Uint32Array;
}>;

export type NearDuplicateOptions = Readonly<{
  /** Jaccard similarity of two documents' shingles, by index. */
  similarity: (a: number, b: number) => number;
  /** Similarity from which two documents count as copies. */
  threshold?: number;
}>;

/**
 * Measured on 753 pages: edited copies of one wire report share 0.48 to 0.68 of their shingles, different reports of one
 * outlet, furniture that was taken for body included, up to 0.23.
 */
const defaultThreshold = 0.4;
/** Heads tried in a bucket: furniture that many pages share must not compare all with all. */
const headsPerBucket = 8;

/**
 * The head of each document's near-duplicate cluster, by index; null for heads and for documents like no other. The head is the
 * earliest published (unknown last), then the one of smallest id. Documents that share a band key are compared with the
 * head of their bucket, those unlike it with the next head. Every choice is a minimum over a total order: the result does
 * not depend on the order of the documents.
 */
export const nearDuplicates = (
  documents: readonly Comparable[],
  { similarity, threshold = defaultThreshold }: NearDuplicateOptions,
): readonly (number | null)[] => {
  const order = documents.map((_, index) => index).sort((a, b) => compareHeads(documents[a], documents[b]));
  const rank = new Int32Array(documents.length);
  order.forEach((index, position) => {
    rank[index] = position;
  });
  const parent = Int32Array.from(documents.keys());
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let at = index; at !== root; ) {
      const next = parent[at] ?? root;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  const join = (a: number, b: number): void => {
    const [x, y] = [find(a), find(b)];
    if ((rank[x] ?? 0) < (rank[y] ?? 0)) parent[y] = x;
    else parent[x] = y;
  };
  for (let band = 0; band < bands; band++) {
    for (const bucket of bucketsOf(documents, order, band)) {
      let rest = bucket;
      for (let heads = 0; rest.length > 1 && heads < headsPerBucket; heads++) {
        const [head = 0, ...others] = rest;
        rest = others.filter((other) => {
          if (find(other) === find(head)) return false;
          if (similarity(head, other) < threshold) return true;
          join(head, other);
          return false;
        });
      }
    }
  }
  return documents.map((_, index) => (find(index) === index ? null : find(index)));
};

/** Documents that share a band's key, each bucket in the order of heads, buckets of one left out. */
const bucketsOf = (
  documents: readonly Comparable[],
  order: readonly number[],
  band: number,
): Iterable<readonly number[]> => {
  const firsts = new Map<number, number>();
  const buckets = new Map<number, number[]>();
  for (const index of order) {
    const keys = documents[index]?.bands;
    if (keys === undefined || keys.length === 0) continue;
    // 53 bits of the key's 64: what a number holds.
    const key = (keys[band * 2] ?? 0) * 0x200000 + ((keys[band * 2 + 1] ?? 0) >>> 11);
    const first = firsts.get(key);
    if (first === undefined) {
      firsts.set(key, index);
      continue;
    }
    const bucket = buckets.get(first);
    if (bucket === undefined) buckets.set(first, [first, index]);
    else bucket.push(index);
  }
  return buckets.values();
};

const compareHeads = (a: Comparable | undefined, b: Comparable | undefined): number => {
  if (a === undefined || b === undefined) return 0;
  if (a.publishedEarliest !== b.publishedEarliest) {
    if (a.publishedEarliest === null) return 1;
    if (b.publishedEarliest === null) return -1;
    return compareCodePoints(a.publishedEarliest, b.publishedEarliest);
  }
  return compareCodePoints(a.docId, b.docId);
};
