import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { root } from "./build-dataset.js";

const floorsFile = z.strictObject({
  /** How far a figure may fall under its floor before the gate closes: one item of a small task is about this much. */
  tolerance: z.number().min(0).max(0.1),
  floors: z.record(z.string(), z.number().min(0).max(1)),
});

export type Floors = z.output<typeof floorsFile>;
export type Shortfall = Readonly<{ name: string; floor: number; score: number | undefined }>;

const path = join(root, "tests/quality/floors.json");

export const readFloors = (): Floors => floorsFile.parse(JSON.parse(readFileSync(path, "utf8")));

/** The floors that no score reaches, a figure that is no longer measured among them. Figures without a floor pass. */
export const shortfalls = (
  floors: Floors,
  scores: ReadonlyMap<string, number>,
  isConcerned: (name: string) => boolean,
): readonly Shortfall[] =>
  Object.entries(floors.floors)
    .filter(([name]) => isConcerned(name))
    .map(([name, floor]) => ({ name, floor, score: scores.get(name) }))
    .filter(({ floor, score }) => score === undefined || score < floor - floors.tolerance);

/**
 * Floors after a measurement: rounded down to three digits, never lower than before unless `mayLower`. Floors that
 * were not measured this time stay as they are.
 */
export const raiseFloors = (
  floors: Floors,
  scores: ReadonlyMap<string, number>,
  mayLower: boolean,
): Floors => {
  const next = new Map(Object.entries(floors.floors));
  for (const [name, score] of scores) {
    const floor = Math.floor(score * 1000) / 1000;
    const before = next.get(name);
    if (before === undefined || floor > before || mayLower) next.set(name, floor);
  }
  return { ...floors, floors: Object.fromEntries(next) };
};

export const writeFloors = (floors: Floors): void =>
  writeFileSync(path, `${JSON.stringify(floors, null, 2)}\n`);
