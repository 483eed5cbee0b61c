import { isoDay, nothingGiven } from "@readout/model";
import { beforeAll, describe, expect, it } from "vitest";
import { createParser, type Parser } from "../src/parser.js";
import { readCases } from "./read-cases.js";

type Case = Readonly<{
  id: string;
  lines: readonly (readonly [string, string])[];
  authors?: readonly string[];
  publisher?: string;
  published?: string;
}>;

const article = [
  "Ministers from nine countries met in the old town hall of Bergen on Monday and agreed that the ferries should run again.",
  "The talks had been put off three times since the spring, and few of those who came had thought that they would end in a day.",
  "Officials said that a second round of talks would follow in the autumn, when the harbour has been repaired.",
];

describe("pages", () => {
  let parser: Parser;
  beforeAll(async () => {
    parser = await createParser();
  });
  for (const { id, lines, authors, publisher, published } of readCases<Case>("pages")) {
    it(id, () => {
      const wanted = lines.flatMap(([role, text]) =>
        text === "…" ? article.map((paragraph) => [role, paragraph]) : [[role, text]],
      );
      const text = wanted.map(([, line]) => line).join("\n\n");
      const { blocks, metadata } = parser.parse(
        { docId: "d", source: "s", sha256: "", text, given: nothingGiven, head: null, diagnostics: [] },
        { layout: "page" },
      );
      expect(blocks.map(({ role, start, end }) => [role, text.slice(start, end)])).toEqual(wanted);
      expect(metadata.authors.map(({ name, kind }) => `${name}: ${kind}`)).toEqual(authors ?? []);
      expect(metadata.publisher?.value ?? null).toBe(publisher ?? null);
      expect(metadata.published === null ? null : isoDay(metadata.published.day)).toBe(published ?? null);
      for (const { name, span } of metadata.authors)
        expect(span && text.slice(span.start, span.end)).toBe(name);
    });
  }
});
