import { describe, expect, it } from "vitest";
import { readByline } from "../../src/metadata/byline.js";
import { loadNameWords } from "../../src/metadata/name-words.js";
import { createPageReader, loadPageKnowledge } from "../../src/page.js";
import { readCases } from "../read-cases.js";

type Case = Readonly<{ id: string; text: string; form?: string; kind?: string; authors: readonly string[] }>;

describe("bylines", () => {
  const knowledge = loadPageKnowledge();
  const nameWords = loadNameWords(knowledge.vocabulary);
  const read = createPageReader(knowledge);
  for (const { id, text, form, kind, authors } of readCases<Case>("bylines")) {
    it(id, () => {
      const page = read(`Before.\n${text}`, "cut");
      const byline = readByline(page, 1, nameWords);
      expect(byline?.authors.map(({ name }) => name) ?? []).toEqual(authors);
      if (byline === null) return;
      expect(byline.form).toBe(form);
      if (kind !== undefined) expect(byline.authors[0]?.kind).toBe(kind);
      for (const { name, span } of byline.authors) expect(page.text.slice(span.start, span.end)).toBe(name);
    });
  }
});
