import { describe, expect, it } from "vitest";
import { bareHeadline } from "../../src/fields/bare-headline.js";
import { loadNameWords } from "../../src/metadata/name-words.js";
import { createPageReader, loadPageKnowledge } from "../../src/page.js";
import { readCases } from "../read-cases.js";

type Case = Readonly<{ id: string; lines?: readonly string[]; line: string; headline: string }>;

describe("bare headline", () => {
  const knowledge = loadPageKnowledge();
  const nameWords = loadNameWords(knowledge.vocabulary);
  const readPage = createPageReader(knowledge);
  for (const { id, lines = [], line, headline } of readCases<Case>("headlines")) {
    it(id, () => {
      const before = lines.map((other) => `${other}\n`).join("");
      const page = readPage(`${before}${line}\nBy Ana Ruiz`, "cut");
      const found = bareHeadline(
        page,
        { start: before.length, end: before.length + line.length },
        knowledge.words,
        nameWords,
      );
      expect(page.text.slice(found.start, found.end)).toBe(headline);
    });
  }
});
