import { describe, expect, it } from "vitest";
import { articleRun } from "../../src/blocks/likely-run.js";

/** The run of a page whose lines have a chance and so many words each. */
const runOf = (lines: readonly (readonly [chance: number, words: number])[]) =>
  articleRun(
    Float32Array.from(lines, ([chance]) => chance),
    Float32Array.from(lines, ([, words]) => words),
  ).run;

const gap: readonly (readonly [number, number])[] = Array.from({ length: 12 }, () => [0.01, 9]);
const doubtful: readonly (readonly [number, number])[] = Array.from({ length: 20 }, () => [0.5, 20]);

describe("the run of an article", () => {
  it("is a short one before a long one that the model doubts more", () => {
    expect(runOf([[0.6, 50], ...gap, ...doubtful])).toEqual({ first: 0, last: 1 });
  });

  it("is the long one where that is believed, where the earlier one is doubted as much, has few words or comes after", () => {
    const long = { first: 13, last: 33 };
    const believed = doubtful.map(([, words]) => [0.8, words] as const);
    expect(runOf([[0.9, 50], ...gap, ...believed])).toEqual(long);
    expect(runOf([[0.45, 50], ...gap, ...doubtful])).toEqual(long);
    expect(runOf([[0.6, 30], ...gap, ...doubtful])).toEqual(long);
    expect(runOf([...doubtful, ...gap, [0.6, 50]])).toEqual({ first: 0, last: 20 });
  });
});
