import { Vocabulary } from "@readout/model";
import { expect, test } from "vitest";
import { LazyList } from "../../src/knowledge/lazy-list.js";
import { packFacts, unpackFacts } from "../../src/knowledge/packed-facts.js";
import { readPhrases } from "../../src/knowledge/phrase-reader.js";
import { readData } from "../../src/knowledge/read-data.js";
import { readFacts } from "../../src/knowledge/read-facts.js";

const facts = readFacts();

test("data/knowledge is compiled from the tables as they are (else: scripts/names/compile-knowledge.ts)", () => {
  expect(Buffer.compare(packFacts(facts), readData("knowledge/facts.bin.gz"))).toBe(0);
});

test("packing keeps everything", () => {
  const copy = unpackFacts(packFacts(facts));
  expect([...copy.entities]).toEqual([...facts.entities]);
  expect([...copy.aliases]).toEqual([...facts.aliases]);
  const { entities, aliases, ...rest } = copy;
  expect(rest).toEqual({ ...facts, entities: undefined, aliases: undefined });
});

test("plain names are cut as the tokeniser cuts them", () => {
  const names = [...facts.aliases].map((alias) => alias.name);
  const [fast, slow] = [new Vocabulary(), new Vocabulary()];
  const words = (vocabulary: Vocabulary, phrases: readonly (readonly number[])[]) =>
    phrases.map((phrase) => phrase.map((id) => vocabulary.word(id)).join(" "));
  // A full stop after a space is a token of its own that keeps the name from being plain and the words from changing.
  const marked = readPhrases(
    slow,
    names.map((name) => `${name} .`),
  ).map((phrase) => phrase.slice(0, -1));
  expect(words(fast, readPhrases(fast, names))).toEqual(words(slow, marked));
});

test("items of a lazy list are made once, and none outside it", () => {
  const made: number[] = [];
  const list = new LazyList(3, (i) => made.push(i));
  expect([list.at(1), list.at(1), list.at(-1), list.at(3)]).toEqual([1, 1, undefined, undefined]);
  expect(made).toEqual([1]);
});
