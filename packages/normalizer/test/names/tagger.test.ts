import { Vocabulary } from "@readout/model";
import { describe, expect, test } from "vitest";
import { createRandom } from "../../scripts/names/train-crf.js";
import { isOneSlip } from "../../src/names/link/near-misses.js";
import { Decoder } from "../../src/names/tagger/decode.js";
import { labelCount, labelOf, mayFollow, OUTSIDE, Part } from "../../src/names/tagger/labels.js";
import { withConstraints } from "../../src/names/tagger/model.js";
import { createModel, packModel } from "../../src/names/tagger/packed-model.js";
import { createRunFinder } from "../../src/names/tagger/run-finder.js";
import { KINDS, SpanProbability } from "../../src/names/tagger/span-probability.js";
import { WordConsensus } from "../../src/names/tagger/word-consensus.js";
import { createPassageReader } from "../../src/passage.js";

const weights = {
  features: Int32Array.of(3, 200, 40_000),
  rows: Int8Array.from({ length: 3 * labelCount }, (_, i) =>
    i % 5 === 0 && i % labelCount > 0 ? i - 25 : 0,
  ),
  scale: 0.5,
  transitions: new Float32Array(labelCount * labelCount).fill(0.25),
};

describe("labels", () => {
  test.each([
    [OUTSIDE, labelOf(0, Part.begin), true],
    [OUTSIDE, labelOf(0, Part.inside), false],
    [labelOf(0, Part.begin), labelOf(0, Part.end), true],
    [labelOf(0, Part.begin), labelOf(1, Part.end), false],
    [labelOf(2, Part.begin), OUTSIDE, false],
    [labelOf(2, Part.end), labelOf(3, Part.single), true],
  ])("%i then %i: %s", (from, to, allowed) => {
    expect(mayFollow(from, to)).toBe(allowed);
  });
});

describe("packed model", () => {
  test("adds the rows of known features alone", () => {
    const scores = new Float32Array(labelCount).fill(1);
    createModel(packModel(weights)).add(Int32Array.of(200, -1, 201, 3, 40_000), 0, 5, scores, 0);
    const sum = (label: number): number =>
      [0, 1, 2].reduce((s, row) => s + (weights.rows[row * labelCount + label] ?? 0), 0);
    expect([...scores]).toEqual(Array.from(scores, (_, label) => 1 + sum(label) * 0.5));
  });

  test("other bytes are refused", () => {
    expect(() => createModel(new Uint8Array(40))).toThrow("not a name tagger model");
  });
});

describe("Decoder", () => {
  test("finds the best sequence that the labels allow", () => {
    const decoder = new Decoder(withConstraints(new Float32Array(labelCount * labelCount)));
    const scores = new Float32Array(3 * labelCount);
    scores[labelOf(0, Part.begin)] = 1;
    scores[labelCount + labelOf(1, Part.end)] = 1.5; // cannot follow: PER begins, ORG ends
    scores[labelCount + labelOf(0, Part.end)] = 1;
    scores[2 * labelCount + labelOf(3, Part.single)] = 1;
    const labels = new Uint8Array(3);
    decoder.decode(scores, 0, 3, labels);
    expect([...labels]).toEqual([labelOf(0, Part.begin), labelOf(0, Part.end), labelOf(3, Part.single)]);
  });
});

describe("SpanProbability", () => {
  test("all ways to label a run add up to one", () => {
    const random = createRandom(5);
    const transitions = Float32Array.from({ length: labelCount * labelCount }, () => random() * 4 - 2);
    const probability = new SpanProbability(transitions);
    const scores = Float32Array.from({ length: 2 * labelCount }, () => random() * 6 - 3);
    probability.read(scores, 0, 2);
    let sum = 0;
    for (let a = 0; a < labelCount; a++)
      for (let b = 0; b < labelCount; b++)
        if (mayFollow(OUTSIDE, a) && mayFollow(a, b) && mayFollow(b, OUTSIDE))
          sum += probability.of(Uint8Array.of(a, b), 0, 2);
    expect(sum).toBeCloseTo(1, 6);
  });
});

describe("WordConsensus", () => {
  test("the other places of a word speak for what they agree on", () => {
    const consensus = new WordConsensus();
    consensus.beginDocument();
    const [person, open] = [Float32Array.of(0, 1, 0, 0, 0), Float32Array.of(0.5, 0.4, 0.1, 0, 0)];
    for (const kinds of [person, person, open]) consensus.add(7, kinds, 0);
    const advice = new Float32Array(KINDS);
    expect(consensus.advise(7, open, 0, advice)).toBe(true);
    expect(advice.indexOf(Math.max(...advice))).toBe(1);
    consensus.add(8, open, 0);
    expect(consensus.advise(8, open, 0, advice)).toBe(false); // stands once
    consensus.beginDocument();
    consensus.add(7, person, 0);
    expect(consensus.advise(7, person, 0, advice)).toBe(false); // the document before is forgotten
  });
});

describe("runs", () => {
  test.each([
    ["However, the man left.", []],
    ["The talks in Geneva failed.", ["Geneva"]],
    ["He met Be\u2019 er Sheva\u2019 s mayor.", ["Be\u2019 er Sheva\u2019 s"]],
    ["IT firms and the Bank of England spoke.", ["IT", "Bank of England"]],
  ])("%s", (text, runs) => {
    const vocabulary = new Vocabulary();
    const find = createRunFinder(vocabulary);
    const { tokens, sentences } = createPassageReader(vocabulary).ofText(text);
    const found: string[] = [];
    find(tokens, sentences, (_, __, ___, first, last) => {
      found.push(text.slice(tokens.start[first], tokens.end[last - 1]));
    });
    expect(found).toEqual(runs);
  });
});

describe("isOneSlip", () => {
  test.each([
    ["britian", "britain", true],
    ["afganistan", "afghanistan", true],
    ["germany", "germany", false],
    ["austria", "australia", false],
    ["russia", "prussia", true],
    ["iran", "iraq", true],
    ["marlborough", "madagascar", false],
  ])("%s and %s: %s", (a, b, slip) => {
    expect(isOneSlip(a, b)).toBe(slip);
  });
});
