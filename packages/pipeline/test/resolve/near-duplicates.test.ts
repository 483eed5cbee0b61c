import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bandKeys } from "../../src/resolve/minhash.js";
import { bucketKey, headOrder, nearDuplicates } from "../../src/resolve/near-duplicates.js";
import { jaccard } from "../../src/resolve/shingle-store.js";
import { mix } from "../../src/resolve/shingles.js";

/** `count` shingles from `first` on: texts that share a run of them are alike by its length. */
const shinglesFrom = (first: number, count: number): Uint32Array =>
  Uint32Array.from({ length: count }, (_, i) => mix(first + i + 1)).sort();

type Text = Readonly<{ docId: string; publishedEarliest: string | null; shingles: Uint32Array }>;

const headsOf = (texts: readonly Text[]): Readonly<Record<string, string | null>> => {
  const keys = texts.map(({ shingles }) => bandKeys(shingles));
  const places = texts.map(headOrder);
  const heads = nearDuplicates({
    order: Uint32Array.from(texts.keys()).sort((a, b) => ((places[a] ?? "") < (places[b] ?? "") ? -1 : 1)),
    bandKeys: (band) => Float64Array.from(keys, (words) => bucketKey(words, band) ?? Number.NaN),
    similarity: (a, b) =>
      jaccard(texts[a]?.shingles ?? new Uint32Array(), texts[b]?.shingles ?? new Uint32Array()),
  });
  return Object.fromEntries(texts.map(({ docId }, i) => [docId, texts[heads[i] ?? -1]?.docId ?? null]));
};

const original: Text = { docId: "d5", publishedEarliest: "2013-09-14", shingles: shinglesFrom(0, 400) };
const copies: readonly Text[] = [
  { docId: "d1", publishedEarliest: "2013-09-15", shingles: shinglesFrom(10, 400) },
  { docId: "d2", publishedEarliest: null, shingles: shinglesFrom(0, 390) },
  { docId: "d3", publishedEarliest: "2013-09-14", shingles: shinglesFrom(5, 395) },
];
const others: readonly Text[] = [
  { docId: "d6", publishedEarliest: "2013-09-14", shingles: shinglesFrom(245, 400) },
  { docId: "d7", publishedEarliest: "2013-09-14", shingles: new Uint32Array(0) },
  { docId: "d8", publishedEarliest: "2013-09-14", shingles: new Uint32Array(0) },
];

describe("near-duplicates", () => {
  test("copies get the earliest published as their head, then the smallest id", () => {
    expect(headsOf([original, ...copies, ...others])).toEqual({
      d5: "d3",
      d1: "d3",
      d2: "d3",
      d3: null,
      d6: null,
      d7: null,
      d8: null,
    });
  });

  test("the order of the documents does not show", () => {
    const texts = [original, ...copies, ...others];
    fc.assert(
      fc.property(fc.shuffledSubarray(texts, { minLength: texts.length }), (shuffled) => {
        expect(headsOf(shuffled)).toEqual(headsOf(texts));
      }),
    );
  });

  test("a chain of copies is one cluster", () => {
    const chain = Array.from({ length: 5 }, (_, i) => ({
      docId: `d${i}`,
      publishedEarliest: `2013-09-1${i}`,
      shingles: shinglesFrom(i * 100, 400),
    }));
    expect(headsOf(chain)).toEqual({ d0: null, d1: "d0", d2: "d0", d3: "d0", d4: "d0" });
  });
});
