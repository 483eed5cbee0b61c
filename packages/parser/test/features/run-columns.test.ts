import { describe, expect, it } from "vitest";
import { firstLook } from "../../src/features/again/first-look.js";
import { runColumns } from "../../src/features/again/run-columns.js";
import { lineFeatures } from "../../src/features/line-features.js";
import { createPageReader, loadPageKnowledge } from "../../src/page.js";
import { loadWordWeights } from "../../src/words/word-weights.js";

const knowledge = loadPageKnowledge();
const weights = loadWordWeights(knowledge.vocabulary, "surface\tanywhere\topening\n");
const readPage = createPageReader(knowledge);
const first = "The ferries between the islands will run again from Monday on, the harbour master said.";
const second = "Few of the islanders had thought that the ferries would sail before the autumn storms.";
const third = "Three of the boats were repaired in the harbour of the town, and two were sold at once.";

/** A column over the lines of a page of which a first forest said `logits`. */
const column = (name: string, lines: readonly (readonly [number, string])[]): readonly number[] => {
  const page = readPage(lines.map(([, line]) => line).join("\n"), "cut");
  const seen = lineFeatures(page, knowledge.phrases.inLines(page), weights);
  const look = firstLook(
    page,
    seen,
    Float32Array.from(lines, ([logit]) => logit),
  );
  return [...runColumns(look).column(name)].map((value) => Number(value.toFixed(3)));
};

describe("columns of the second look", () => {
  const page = [
    [-5, "Home"],
    [4, first],
    [-2, "Sign up"],
    [-1, "Share"],
    [4, second],
    [4, third],
    [-5, "Share"],
  ] as const;

  it("a line lies in the run, and so far from the sure lines before and after it", () => {
    expect(column("run from start", page)).toEqual([-1, 0, 1, 2, 3, 4, 5]);
    expect(column("run to end", page)).toEqual([5, 4, 3, 2, 1, 0, -1]);
    expect(column("since sure", page)).toEqual([99, 99, 1, 2, 3, 1, 1]);
    expect(column("words until sure", page)).toEqual([0, 3, 1, 0, 0, 999, 999]);
  });

  it("lines taken one after the other are one stretch, and so are lines left out", () => {
    expect(column("stretch lines", page)).toEqual([1, 1, 2, 2, 2, 2, 1]);
    expect(column("stretch words", page)).toEqual([1, 15, 3, 3, 33, 33, 1]);
    expect(column("stretch highest logit", page)).toEqual([-5, 4, -1, -1, 4, 4, -5]);
    expect(column("stretch before words", page)).toEqual([0, 1, 15, 15, 3, 3, 33]);
    expect(column("stretch after words", page)).toEqual([15, 3, 33, 33, 1, 1, 0]);
    expect(column("stretch opens words", page)).toEqual([1, 15, 2, 2, 15, 15, 1]);
  });

  it("lines alike say what a line is, itself aside", () => {
    const [home, , , share, , , last] = column("copy chance", page);
    expect(home).toBe(-1);
    expect([share, last]).toEqual([0.007, 0.269]);
    expect(column("much alike before", page)).toEqual([-9, -9, -9, -5, 4, 4, -1]);
    expect(column("much alike after", page)).toEqual([-1, 4, -9, -5, 4, -9, -9]);
  });

  it("words tell a line of the article from one of furniture, by the other lines that have them", () => {
    const chances = column("word chance", [
      ...page,
      [0, "Ferries, islands and the harbour"],
      [0, "Sign up, share"],
    ]);
    expect(chances.at(-2)).toBeGreaterThan(0.05);
    expect(chances.at(-1)).toBeLessThan(-0.1);
    // Of ferries, between, islands, again, Monday, harbour, master two stand in other sure lines.
    expect(column("words of sure lines", page)[1]).toBe(0.286);
    expect(column("words of sure lines", page)[3]).toBe(0);
  });

  it("a page without a likely line is looked at from its beginning", () => {
    expect(column("run from start", [[-9, "Home"]])).toEqual([0]);
  });
});
