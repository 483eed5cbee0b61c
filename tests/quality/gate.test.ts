import { beforeAll, describe, expect, test } from "vitest";
import { readFloors, shortfalls } from "./src/floors.js";
import { ownFigures, ownScores } from "./src/own-figures.js";
import { printFigures, printMisses } from "./src/print-report.js";

/**
 * Quality may not fall unnoticed: each figure has a floor in floors.json. `npx tsx --conditions=@readout/source
 * tests/quality/update-floors.ts` raises floors after an improvement; only `--lower` takes one down.
 */
const floors = readFloors();

describe("syria-diplomacy against its gold", () => {
  let scores: ReadonlyMap<string, number>;
  let misses = "";

  beforeAll(() => {
    const reports = ownFigures();
    scores = ownScores(reports);
    misses = [...reports].map(([dating, report]) => `\n== ${dating}\n${printMisses(report)}`).join("");
    console.log(printFigures(reports));
  }, 300_000);

  test("no figure is under its floor", () => {
    const under = shortfalls(floors, scores, (name) => !name.startsWith("corpora "));
    if (under.length > 0) console.log(misses);
    expect(under).toEqual([]);
  });

  test("every figure has a floor", () => {
    expect([...scores.keys()].filter((name) => !(name in floors.floors))).toEqual([]);
  });
});
