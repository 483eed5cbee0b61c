import { Vocabulary } from "@readout/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createPhraseParser, type Phrases } from "../../src/grammar/phrases.js";
import { createPassageReader } from "../../src/passage.js";
import { growth, linear } from "../growth.js";

const vocabulary = new Vocabulary();
const { parsePhrases } = createPhraseParser(vocabulary);
const reader = createPassageReader(vocabulary);
const parts = [
  "the",
  "army",
  "of",
  "and",
  ",",
  "who",
  "said",
  "that",
  "-",
  "'s",
  "was",
  "to",
  "not",
  "killed",
  "by",
  "Monday",
  "(",
  ")",
  "“",
  ".",
  "\n",
  "7",
  "$",
  "IS",
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: "binary", maxLength: 5 })), { maxLength: 80 })
  .map((words) => words.join(" "));

const check = ({ nouns, verbs, tokens }: Phrases): void => {
  for (let n = 0; n < nouns.length; n++) {
    const [first, last, head] = [nouns.first[n] ?? -1, nouns.last[n] ?? -1, nouns.head[n] ?? -1];
    expect(0 <= first && first <= head && head < last && last <= tokens.length).toBe(true);
    // Coordinations run forward, so walking them ends.
    const next = nouns.next[n] ?? -1;
    expect(next === -1 || next > n).toBe(true);
    expect(nouns.leader[n] ?? 0).toBeLessThanOrEqual(n);
  }
  for (let v = 0; v < verbs.length; v++) {
    const [first, last, head] = [verbs.first[v] ?? -1, verbs.last[v] ?? -1, verbs.head[v] ?? -1];
    expect(0 <= first && first <= head && head < last && last <= tokens.length).toBe(true);
    for (const column of [verbs.subject, verbs.object, verbs.indirect, verbs.agent])
      expect(column[v] ?? 0).toBeLessThan(nouns.length);
    expect(verbs.governor[v] ?? 0).not.toBe(v);
  }
};

test("phrases of any text lie in it and point at each other", () => {
  fc.assert(
    fc.property(hostile, (text) => check(parsePhrases(reader.ofText(text)))),
    { numRuns: 300, seed: 5 },
  );
});

test("one endless sentence costs what its length costs", () => {
  const sentence = (pieces: number) => `${"the army, who said that Monday, and ".repeat(pieces)}left`;
  expect(growth((text) => check(parsePhrases(reader.ofText(text))), sentence)).toBeLessThan(linear);
});
