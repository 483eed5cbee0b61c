import { Vocabulary } from "@readout/model";
import { expect, test } from "vitest";
import { LazyList } from "../../src/knowledge/lazy-list.js";
import { packFacts, unpackFacts } from "../../src/knowledge/packed-facts.js";
import { PartReader, PartWriter } from "../../src/knowledge/packed-parts.js";
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
  expect([...copy.terms]).toEqual([...facts.terms]);
  const lists = { entities: undefined, aliases: undefined, terms: undefined };
  expect({ ...copy, ...lists }).toEqual({ ...facts, ...lists });
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

test("parts are read as they were written, numbers and lines that do not fit are refused", () => {
  const writer = new PartWriter();
  writer.lines(["Łódź", "", "Genève"]);
  writer.json({ a: [1] });
  writer.numbers([1, -0x80000000]);
  writer.lines([]);
  const reader = new PartReader(writer.finish());
  const lines = reader.lines();
  expect([-1, 0, 1, 2, 3].map((line) => lines.at(line))).toEqual(["", "Łódź", "", "Genève", ""]);
  expect(lines.text()).toBe("Łódź\n\nGenève\n");
  expect(reader.json()).toEqual({ a: [1] });
  expect([...reader.numbers()]).toEqual([1, -0x80000000]);
  expect(reader.lines().length).toBe(0);
  expect(() => writer.numbers([0.5])).toThrow("no 32-bit integer: 0.5");
  expect(() => writer.lines(["a\nb"])).toThrow("line feed");
});
