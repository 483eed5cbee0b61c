import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildDataset, root, runReadout } from "./build-dataset.js";
import { readDataset } from "./dataset.js";
import { readDuplicates, readGold } from "./read-gold.js";
import type { Report } from "./report.js";
import { scoreDataset } from "./score-dataset.js";
import type { Dating } from "./score-times.js";

const datings: readonly Dating[] = ["given", "alone"];

/** Builds syria-diplomacy twice, with and without the dates of its pages, validates both and scores them against its gold. */
export const ownFigures = (): ReadonlyMap<Dating, Report> => {
  const folder = join(root, "datasets/syria-diplomacy");
  const gold = readGold(join(folder, "gold"));
  const duplicates = readDuplicates(join(folder, "gold"));
  const temporary = mkdtempSync(join(tmpdir(), "readout-quality-"));
  try {
    return new Map(
      datings.map((dating) => {
        const built = buildDataset(join(folder, "raw"), gold, dating, temporary);
        runReadout(["validate", built]);
        return [dating, scoreDataset(gold, duplicates, readDataset(built), dating)];
      }),
    );
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
};

/** What floors hold: one number a task and dating, named "given times:value". */
export const ownScores = (reports: ReadonlyMap<Dating, Report>): ReadonlyMap<string, number> =>
  new Map(
    [...reports].flatMap(([dating, report]) =>
      [...report.figures].map(([task, figure]) => [`${dating} ${task}`, figure.score]),
    ),
  );
