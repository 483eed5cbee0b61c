import { describe, expect, it } from "vitest";
import { type BlockModel, loadBlockModel } from "../../src/blocks/block-model.js";
import { findBody } from "../../src/blocks/find-body.js";
import { createPageReader, loadPageKnowledge } from "../../src/page.js";

const knowledge = loadPageKnowledge();
/** A forest of one tree that says the same of every line, in thousandths of a logit. */
const constant = (stage: string, logit: number): string => `${stage}\twords\t0\t${logit}|${logit}`;
const header = "stage\tfeatures\tthresholds\tleaves";
const modelOf = (...trees: readonly string[]): BlockModel | null =>
  loadBlockModel(knowledge.vocabulary, {
    words: "surface\tanywhere\topening\n",
    trees: [header, ...trees].join("\n"),
  });
const model = modelOf(constant("line", 2000), constant("foreign", -6000), constant("again", -9000));
const readPage = createPageReader(knowledge);

const bodyOf = (lines: readonly string[], language: string | null) => {
  const page = readPage(lines.join("\n\n"), "cut");
  return findBody(page, knowledge.phrases.inLines(page), model, language);
};

describe("the article of a page", () => {
  it("in another language is found by the mean of two forests", () => {
    const logits = (language: string | null) =>
      bodyOf(["Паромы снова ходят."], language).sheet?.column("logit");
    expect(logits("ru")).toEqual(Float32Array.of(-2));
    expect(logits("en")).toEqual(Float32Array.of(2));
    expect(logits(null)).toEqual(Float32Array.of(2));
  });

  it("where no line is likely is its sentences, small words or none", () => {
    const lines = ["Главная", "Капитаны паромов вернулись на работу в воскресенье утром.", "Поделиться"];
    expect([...bodyOf(lines, "ru").isBody]).toEqual([0, 1, 0]);
    const english = [
      "Home page of ours",
      "The captains of the ferries went back to work.",
      "Lunch Monday Tuesday Ferry Captain Quill.",
    ];
    expect([...bodyOf(english, "en").isBody]).toEqual([0, 1, 0]);
  });

  it("asks for all three forests", () => {
    expect(modelOf(constant("line", 2000), constant("again", 0))).toBeNull();
  });
});
