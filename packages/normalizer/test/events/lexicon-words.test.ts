import { readFileSync } from "node:fs";
import { createTokenizer, readList, readTable, Vocabulary } from "@readout/model";
import { describe, expect, test } from "vitest";
import { loadGrammarWords } from "../../src/grammar/words.js";

const folder = new URL("../../lexicon/en/events/", import.meta.url);
const read = (name: string): string => readFileSync(new URL(`${name}.tsv`, folder), "utf8");
const triggers = readTable(read("event-triggers"), ["pos", "lemmas"]).flatMap(({ pos, lemmas }) =>
  readList(lemmas).map((entry) => ({ pos, lemma: entry.split("_")[0] ?? "" })),
);
const vocabulary = new Vocabulary();
const tokenize = createTokenizer(vocabulary);

describe("words of the event lexicon", () => {
  test("are lemmas of the grammar where they are verbs of triggers", () => {
    const { lemmaOf } = loadGrammarWords(vocabulary);
    const unknown = triggers.filter(
      ({ pos, lemma }) => pos === "verb" && lemmaOf(vocabulary.find(lemma)) !== vocabulary.find(lemma),
    );
    expect(unknown).toEqual([]);
  });

  test.each([
    ["event-triggers", triggers.map(({ lemma }) => lemma)],
    ["event-noun-sets", readTable(read("event-noun-sets"), ["noun"]).map(({ noun }) => noun)],
    ["event-agents", readTable(read("event-agents"), ["noun"]).map(({ noun }) => noun)],
  ])("are one token each: %s", (_, words) => {
    expect(words.filter((word) => tokenize(word).length !== 1)).toEqual([]);
  });
});
