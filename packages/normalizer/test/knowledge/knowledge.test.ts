import { dayOf, Vocabulary } from "@readout/model";
import { describe, expect, test } from "vitest";
import { loadKnowledge, mayHold } from "../../src/knowledge/knowledge.js";
import { PhraseTrie } from "../../src/knowledge/phrase-trie.js";

const knowledge = loadKnowledge(new Vocabulary());

describe("loadKnowledge", () => {
  test.each([
    ["United States", "Q30"],
    ["U.S.", "Q30"],
    ["Bashar al-Assad", "Q44329"],
    ["bashar al assad", "Q44329"],
    ["ISIL", "Q2429253"],
  ])("%s is %s", (name, qid) => {
    expect(knowledge.find(name).map((entity) => entity.qid)).toContain(qid);
  });

  test.each(["", "-", "no such name", "Obama Obama"])("nothing is called %j", (name) => {
    expect(knowledge.find(name)).toEqual([]);
  });

  test("who was the American secretary of state in June 2012", () => {
    const day = dayOf(2012, 6, 19);
    const holders = knowledge.termsIn("USA", "FM").filter((term) => mayHold(term, day, day));
    expect(holders.map((term) => knowledge.entities.at(term.person)?.name)).toEqual(["Hillary Clinton"]);
  });

  test("a vocabulary is read once", () => {
    const vocabulary = new Vocabulary();
    expect(loadKnowledge(vocabulary)).toBe(loadKnowledge(vocabulary));
  });
});

describe("PhraseTrie", () => {
  test("keeps values a phrase in order, and no prefix has any", () => {
    const trie = new PhraseTrie();
    for (let i = 0; i < 5000; i++) trie.add([i, i + 1, i + 2], i);
    trie.add([7, 8, 9], 70);
    expect(trie.valuesOf([7, 8, 9])).toEqual([7, 70]);
    expect(trie.valuesOf([7, 8])).toEqual([]);
    expect(trie.valuesOf([7, 8, 10])).toEqual([]);
    expect(trie.valuesOf([])).toEqual([]);
  });
});
