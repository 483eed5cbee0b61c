import { createGroups } from "./groups.js";
import { bands } from "./minhash.js";

/** What near-duplicate search knows of the documents, by their index. */
export type Comparables = Readonly<{
  /** All documents in the order of heads, see {@link headOrder}. */
  order: Uint32Array;
  /** Keys of a band, see {@link bucketKey}; NaN for a text too short to compare. */
  bandKeys: (band: number) => Float64Array;
  /** Jaccard similarity of two documents' shingles. */
  similarity: (a: number, b: number) => number;
  /** Similarity from which two documents count as copies. */
  threshold?: number;
}>;

/**
 * Measured on 753 pages: edited copies of one wire report share 0.48 to 0.68 of their shingles, different reports of one
 * outlet, furniture that was taken for body included, up to 0.23.
 */
export const defaultThreshold = 0.4;
/** Heads tried in a bucket: furniture that many pages share must not compare all with all. */
const headsPerBucket = 8;

/**
 * The head of each document's near-duplicate cluster, by index; -1 for heads and for documents like no other. The head is the
 * earliest published (unknown last), then the one of smallest id. Documents that share a band key are compared in their
 * bucket; what is alike in any bucket, directly or by way of others, is one cluster. Every choice is a minimum over a total
 * order: the result does not depend on the order of the documents.
 */
export const nearDuplicates = ({
  order,
  bandKeys,
  similarity,
  threshold = defaultThreshold,
}: Comparables): Int32Array => {
  const rank = new Uint32Array(order.length);
  order.forEach((index, position) => {
    rank[index] = position;
  });
  // Grouped by rank: the smallest of a group is its head.
  const groups = createGroups(order.length);
  const rankOf = (index: number): number => rank[index] ?? 0;
  // Close copies meet in most of their bands.
  const alike = new Set<number>();
  for (let band = 0; band < bands; band++) {
    for (const bucket of bucketsOf(order, bandKeys(band))) {
      const headOf = createBucket<number>((head, other) => {
        const pair = head * order.length + other;
        if (alike.has(pair)) return true;
        if (similarity(head, other) < threshold) return false;
        alike.add(pair);
        return true;
      });
      for (const index of bucket) {
        const head = headOf(index);
        if (head !== null) groups.join(rankOf(head), rankOf(index));
      }
    }
  }
  return Int32Array.from(order.keys(), (index) => {
    const root = groups.rootOf(rankOf(index));
    return root === rankOf(index) ? -1 : (order[root] ?? -1);
  });
};

/**
 * A bucket of one band key, which takes its documents in the order of heads: gives the first head that a document is like, or
 * null and keeps it as a further head, where there is room for one.
 */
export const createBucket = <Document>(
  isAlike: (head: Document, other: Document) => boolean,
): ((document: Document) => Document | null) => {
  const heads: Document[] = [];
  return (document) => {
    const head = heads.find((one) => isAlike(one, document));
    if (head === undefined && heads.length < headsPerBucket) heads.push(document);
    return head ?? null;
  };
};

/** A band's key as a number of 53 bits, of the 64 that it has; null for a document without keys. */
export const bucketKey = (keys: Uint32Array, band: number): number | null =>
  keys.length === 0 ? null : (keys[band * 2] ?? 0) * 0x200000 + ((keys[band * 2 + 1] ?? 0) >>> 11);

/** Documents that share a band's key, each bucket in the order of heads, buckets of one left out. */
const bucketsOf = (order: Uint32Array, keys: Float64Array): Iterable<readonly number[]> => {
  const buckets = new Map<number, number[]>();
  // Sorted numbers tell which keys come twice without a map of all of them; NaN comes last and is like nothing.
  const sorted = keys.slice().sort();
  for (let i = 1; i < sorted.length; i++) {
    const key = sorted[i];
    if (key !== undefined && key === sorted[i - 1]) buckets.set(key, []);
  }
  if (buckets.size > 0) for (const index of order) buckets.get(keys[index] ?? Number.NaN)?.push(index);
  return buckets.values();
};

/**
 * What orders heads, in code point order: the earliest published first, unknown last, then the smallest id. The first of
 * a cluster is the head of the others. (`~` comes after every digit.)
 */
export const headOrder = ({
  publishedEarliest,
  docId,
}: Readonly<{ publishedEarliest: string | null; docId: string }>): string =>
  `${publishedEarliest ?? "~"} ${docId}`;
