import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compareCodePoints } from "../../src/code-point-order.js";
import { createSorter } from "../../src/spool/external-sort.js";
import { temporaryFolder } from "../temporary-folder.js";

test("entries come sorted by code points, those of one key as they came, whatever fits in memory; the files go", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 5 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(text, text), { maxLength: 80 }),
      fc.nat(1500),
      fc.integer({ min: 2, max: 4 }),
      (entries, units, runs) => {
        const folder = temporaryFolder();
        const sorter = createSorter(join(folder, "sort"), { units, runs });
        for (const [key, value] of entries) sorter.add(key, value);
        const found = [...sorter.sorted()].map(({ key, value }) => [key, value]);
        expect(found).toEqual(entries.toSorted(([a], [b]) => compareCodePoints(a, b)));
        expect(readdirSync(folder)).toEqual([]);
      },
    ),
    { numRuns: 60, seed: 20261122 },
  );
});
