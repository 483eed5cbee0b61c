import { describe, expect, test } from "vitest";
import { hasCorpora, subsets } from "./src/corpora.js";
import { corpusFigures } from "./src/corpora-figures.js";
import { readFloors, shortfalls } from "./src/floors.js";

/**
 * `npm run quality`: slices of the development corpora with their own scorers, where a developer has them beside the repository. Not in
 * `npm test`, whose results are kept by what is in the repository alone.
 */
const floors = readFloors();

describe.skipIf(!hasCorpora())("slices of the development corpora", () => {
  test.each(subsets.map((subset) => [`${subset.task} ${subset.set}`, subset] as const))(
    "%s: no figure is under its floor",
    (name, subset) => {
      const scores = corpusFigures(subset);
      console.log([...scores].map(([figure, score]) => `${figure.padEnd(44)}${score.toFixed(3)}`).join("\n"));
      expect(shortfalls(floors, scores, (one) => one.startsWith(`corpora ${name} `))).toEqual([]);
    },
    300_000,
  );
});

test.runIf(!hasCorpora())("without the development corpora their floors are not looked at", () => {
  console.log("No corpora beside the repository: only the datasets of the repository were scored.");
});
