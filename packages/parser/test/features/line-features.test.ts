import { describe, expect, it } from "vitest";
import { lineFeatures } from "../../src/features/line-features.js";
import { Ending } from "../../src/lines/line-measures.js";
import { createPageReader, loadPageKnowledge } from "../../src/page.js";
import { loadWordWeights } from "../../src/words/word-weights.js";

const knowledge = loadPageKnowledge();
const weights = loadWordWeights(
  knowledge.vocabulary,
  "surface\tanywhere\topening\nferries\t40\t20\nsubscribe\t-60\t-90\n",
);
const readPage = createPageReader(knowledge);
const paragraph =
  "The ferries between the islands will run again from Monday on, the harbour master of the town said.";

/** A column of the features of a page, one value a line. */
const column = (name: string, lines: readonly string[]): readonly number[] => {
  const page = readPage(lines.join("\n"), "cut");
  return [...lineFeatures(page, knowledge.phrases.inLines(page), weights).column(name)];
};

describe("features of lines", () => {
  it("long lines and sentences are seen across short ones, the line's own aside", () => {
    const page = ["Harbour", paragraph, "Harbour", "Islands", paragraph];
    expect(column("until long", page)).toEqual([0, 2, 1, 0, 60]);
    expect(column("since long", page)).toEqual([60, 60, 0, 1, 2]);
    expect(column("since sentence", page)).toEqual([60, 60, 0, 1, 2]);
    expect(column("words of long after", page)).toEqual([18, 18, 18, 18, 0]);
    expect(column("sentences left", page)).toEqual([2, 1, 1, 1, 0]);
  });

  it("a time of day in a short line is that of a comment; a ratio and one in a sentence are not", () => {
    const page = [
      "March 3, 2015 at 4:29 pm",
      "Ferries: the pictures",
      `${paragraph} It was 4:29 pm.`,
      "Ana 16:02",
    ];
    expect(column("clocks so far", page)).toEqual([0, 1, 1, 1]);
    expect(column("clocks left", page)).toEqual([2, 1, 1, 1]);
    expect(column("clocks after", page)).toEqual([1, 1, 1, 0]);
  });

  it("runs of text end where their price of an interruption says", () => {
    const page = [paragraph, "Harbour", "Islands", paragraph, "Harbour"];
    expect(column("rule run to end", page)[0]).toBe(3);
    expect(column("tight run to end", page)[0]).toBe(0);
    expect(column("second run share", page)[0]).toBe(0);
    const twice = [paragraph, ...Array<string>(4).fill("Harbour"), `${paragraph} ${paragraph}`];
    expect(column("rule run to end", twice)[0]).toBe(5);
    expect(column("second run to end", twice)[0]).toBe(0);
    expect(column("second run share", twice)[0]).toBeCloseTo(0.5);
  });

  it("weights are those of words, round a line and of the page", () => {
    const page = [paragraph, "Subscribe", "Subscribe"];
    expect(column("mean weight after 4", page)).toEqual([-60, -60, 0]);
    expect(column("mean weight of page", page)[0]).toBeCloseTo((40 - 120) / 20);
    expect(column("weight 1", page)).toEqual([-150, -150, 0]);
  });

  it("labels of furniture are counted from the start of the text", () => {
    const page = ["Sign up", paragraph, "Related articles", paragraph];
    expect(column("cues in run", page)).toEqual([-1, 0, 0, 1]);
    expect(column("since related", page)).toEqual([60, 60, 0, 1]);
    expect(column("until promotion", page)).toEqual([0, 60, 60, 60]);
  });

  it("sentences end in the stops of other scripts too", () => {
    const page = [
      "قال الوزير إن العبارات عادت؟",
      "नौकाएँ रविवार को फिर चलीं।",
      "کشتیاں اتوار کو چلیں۔",
      "渡轮星期日恢复运行。",
      "नौकाएँ रविवार",
    ];
    const { stop, word } = Ending;
    expect(column("ending", page)).toEqual([stop, stop, stop, stop, word]);
    expect(column("stops", page)).toEqual([1, 1, 1, 1, 0]);
  });
});
