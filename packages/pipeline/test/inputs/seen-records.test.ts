import fc from "fast-check";
import { expect, test } from "vitest";
import { documentId } from "../../src/inputs/document-id.js";
import { createSeenRecords } from "../../src/inputs/seen-records.js";

test("each document is new once and then known by its first source", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ name: fc.nat(3000), source: fc.string({ unit: "grapheme", maxLength: 12 }) }), {
        maxLength: 4000,
      }),
      (records) => {
        const { see } = createSeenRecords();
        const first = new Map<string, string>();
        for (const { name, source } of records) {
          const { docId } = documentId(String(name), Buffer.alloc(0));
          expect(see(docId, source)).toBe(first.get(docId) ?? null);
          if (!first.has(docId)) first.set(docId, source);
        }
      },
    ),
    { numRuns: 40, seed: 20261123 },
  );
});

test("sources of any length, and more of them than one chunk holds", () => {
  const { see } = createSeenRecords();
  const sources = Array.from({ length: 200 }, (_, i) => `${i}`.repeat(i % 7 === 0 ? 400_000 : 9_000));
  const idOf = (i: number): string => documentId(String(i), Buffer.alloc(0)).docId;
  for (const [i, source] of sources.entries()) expect(see(idOf(i), source)).toBeNull();
  for (const [i, source] of sources.entries()) expect(see(idOf(i), "elsewhere") === source).toBe(true);
});
