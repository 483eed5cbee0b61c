import { readFileSync } from "node:fs";
import { createTokenizer, readList, readTable, Vocabulary } from "@readout/model";
import { describe, expect, test } from "vitest";
import { loadTriggers } from "../../src/events/trigger-table.js";
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

describe("the table of triggers", () => {
  const load = (...rows: readonly string[]) =>
    loadTriggers(
      ["type\tpos\tlemmas\tneeds\tmode\tactors\trecipients\tsides\tsense", ...rows].join("\n"),
      new Vocabulary(),
      new Map([["talks", 0]]),
    );

  test("gives the row with the narrowest needs first", () => {
    const table = load("CONSULT\tverb\thold\tobject:*", "CONSULT\tverb\thold\tobject:talks\tvisit");
    const found = [0, 1, 2, 3, 4].flatMap((word) => table.ofVerb(word)).map(({ mode }) => mode);
    expect(found).toEqual(["visit", null]);
  });

  test.each([
    [
      "words twice",
      /two triggers .*CONSULT hold.*AGREE keep\|hold/,
      ["CONSULT\tverb\thold", "AGREE\tverb\tkeep|hold"],
    ],
    [
      "needs twice in another order",
      /two triggers/,
      ["AGREE\tverb\tset\tin:*+to:*", "AGREE\tverb\tset\tto:*+in:*"],
    ],
    ["an unknown set of nouns", /"chats"/, ["CONSULT\tverb\thold\tobject:chats"]],
    ["an unknown sense", /"sings"/, ["CONSULT\tverb\thold\t\t\t\t\t\tsings"]],
    ["a noun with the needs of a verb", /a noun needs/, ["CONSULT\tnoun\tcall\tobject:talks"]],
  ])("refuses %s", (_, message, rows) => {
    expect(() => load(...rows)).toThrow(message);
  });
});
