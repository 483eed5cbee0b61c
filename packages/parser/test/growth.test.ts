import { beforeAll, describe, expect, it } from "vitest";
import { createParser, type Parser } from "../src/parser.js";
import { sourceDocument } from "./source-document.js";

/** Times the text is made longer, and the growth of cost that is still called linear; a square would be {@link longer} times that. */
const longer = 8;
const tolerated = 3 * longer;
/** Costs below this many microseconds are the clock's and the collector's. */
const leastCost = 30_000;

const sentence = "Ministers met in Oslo on Monday and agreed on little, officials said. ";
const hostile: Readonly<Record<string, (size: number) => string>> = {
  "one line": (size) => sentence.repeat(size / 50),
  "short lines": (size) => "ab\n".repeat(size / 2),
  "lines of text": (size) => `${sentence}\n`.repeat(size / 100),
  "lines that echo the first": (size) => "Ferries run again between the islands | Quill\n".repeat(size / 60),
  "one title of separators": (size) => "Ferries run | ".repeat(size / 20),
  spaces: (size) => `a${" ".repeat(size * 4)}b`,
  "line breaks": (size) => `a${"\n".repeat(size * 4)}b`,
  markup: (size) => "<div><p>".repeat(size / 16),
  emoji: (size) => "😀".repeat(size / 2),
  "one word": (size) => "a".repeat(size * 4),
  "open brackets": (size) => "( ".repeat(size / 2),
  "slashes after an agency": (size) => "REUTERS/".repeat(size / 10),
  dates: (size) => "May 3, 2015\n".repeat(size / 20),
  "dates in one line": (size) => "May 3, 2015 ".repeat(size / 20),
  bylines: (size) => "By Ana Ruiz\n".repeat(size / 20),
  "names in one line": (size) => "By Ana Ruiz, ".repeat(size / 20),
  "At signs": (size) => "a@".repeat(size / 2),
  colons: (size) => "20194:29".repeat(size / 10),
};

describe("the cost of a page grows with its length, not with its square", () => {
  let parser: Parser;
  beforeAll(async () => {
    parser = await createParser();
    parser.parse(sourceDocument(`${sentence}\n`.repeat(200)), { layout: "page" });
  }, 60_000);
  const cost = (text: string): number => {
    const before = process.cpuUsage();
    parser.parse(sourceDocument(text), { layout: "page" });
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  for (const [name, make] of Object.entries(hostile)) {
    it(name, () => {
      const size = 40_000;
      const small = Math.max(leastCost, Math.min(cost(make(size)), cost(make(size))));
      expect(cost(make(size * longer)) / small).toBeLessThan(tolerated);
    }, 60_000);
  }

  it("one line of 20 MB and a million short lines pass", () => {
    expect(parser.parse(sourceDocument(sentence.repeat(290_000)), { layout: "page" }).blocks).toHaveLength(1);
    expect(parser.parse(sourceDocument("ab\n".repeat(1_000_000)), { layout: "page" }).blocks).toHaveLength(
      1_000_000,
    );
  }, 240_000);
});
