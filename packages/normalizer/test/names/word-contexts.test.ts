import { createTokenizer, Vocabulary } from "@readout/model";
import { describe, expect, test } from "vitest";
import { WordCases } from "../../src/names/tagger/word-cases.js";
import { EDGE, OTHERS, WordContexts } from "../../src/names/tagger/word-contexts.js";
import { WordFeatures } from "../../src/names/tagger/word-features.js";

const vocabulary = new Vocabulary();
const tokenize = createTokenizer(vocabulary);
const words = new WordFeatures(vocabulary, new WordCases(new Uint8Array()));

/** Contexts of a text of one sentence, where runs are given by their first and last word. */
const read = (text: string, runs: readonly (readonly [first: number, last: number])[]) => {
  const tokens = tokenize(text);
  words.beginDocument();
  const contexts = new WordContexts(words);
  contexts.beginDocument();
  for (const [first, last] of runs)
    for (let token = first; token < last; token++) contexts.add(tokens, token, first, last, 0, tokens.length);
  for (let token = 0; token < tokens.length; token++) words.fill(tokens, token);
  const hash = (token: number): number => words.hash(tokens.word[token] ?? 0);
  return { contexts, hash, word: (token: number): number => tokens.word[token] ?? -1 };
};

describe("WordContexts", () => {
  test("tells what stands around the runs of a word in its other places", () => {
    const { contexts, hash, word } = read("Tarvel left as envoys of Mina Tarvel said today", [
      [0, 1],
      [5, 7],
    ]);
    const first = contexts.first(word(0));
    expect(contexts.read(first, 0)).toBe(false);
    expect(contexts.read(contexts.next(first), 0)).toBe(true);
    expect(contexts.context).toEqual({
      before: hash(4),
      after: hash(7),
      beforeThat: hash(3),
      afterThat: hash(8),
      left: 1,
      right: 0,
    });
    expect(contexts.read(contexts.first(word(6)), 6)).toBe(true);
    expect(contexts.context).toMatchObject({ before: EDGE, after: hash(1), beforeThat: 0, left: 0 });
  });

  test("keeps the first places of a word and forgets them with the document", () => {
    const runs = Array.from({ length: OTHERS + 3 }, (_, i) => [i * 2, i * 2 + 1] as const);
    const { contexts, word } = read(runs.map(() => "Tarvel ran").join(" "), runs);
    let places = 0;
    for (let place = contexts.first(word(0)); place >= 0; place = contexts.next(place)) places++;
    expect(places).toBe(OTHERS + 1);
    expect(contexts.first(word(1))).toBe(-1);
    contexts.beginDocument();
    expect(contexts.first(word(0))).toBe(-1);
  });
});
