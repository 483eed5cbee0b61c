import { bodyRoles, type ParsedDocument } from "@readout/model";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createParser, type Layout, type Parser } from "../src/parser.js";
import { sourceDocument } from "./source-document.js";

const isSpace = /^\s*$/;

/** What holds of the blocks of any text: in order, disjoint, trimmed, and every non-space character in one of them. */
const check = (text: string, { blocks, metadata }: ParsedDocument): void => {
  let at = 0;
  const wrong: string[] = [];
  for (const { start, end } of blocks) {
    if (start < at || end <= start || !isSpace.test(text.slice(at, start))) wrong.push(`${at}..${start}`);
    if (!/\S/.test(text.slice(start, start + 1)) || !/\S/.test(text.slice(end - 1, end)))
      wrong.push(`untrimmed ${start}..${end}`);
    at = end;
  }
  expect(wrong).toEqual([]);
  expect(isSpace.test(text.slice(at))).toBe(true);
  for (const stated of [metadata.title, metadata.subtitle, metadata.publisher, ...metadata.authors]) {
    if (stated?.span) expect(stated.span.end).toBeLessThanOrEqual(text.length);
  }
};

const words = fc.constantFrom(
  "Ministers",
  "met",
  "By",
  "Ana",
  "Ruiz",
  "REUTERS/",
  "@",
  "©",
  "2015",
  "May 3, 2015",
  "FILE -",
  "Read more",
  "HANOI (AP) —",
  "•",
  "1)",
  "\u00a0",
  "\u2029",
  "\ufffd",
  "日本語の文章です。",
  "😀",
  "́",
  "20194:29",
  "said",
  ".",
  '"',
  "Sign up",
);
const hostile = fc
  .array(
    fc.oneof(words, fc.string({ unit: "binary", maxLength: 6 }), fc.constantFrom("\n", "\n\n", " ", "")),
    { maxLength: 80 },
  )
  .map((parts) => parts.join(""));

describe("any text", () => {
  let parser: Parser;
  beforeAll(async () => {
    parser = await createParser();
  });

  for (const layout of ["page", "plain"] as const satisfies readonly Layout[]) {
    it(`is covered by blocks, twice the same (${layout})`, () => {
      fc.assert(
        fc.property(hostile, (text) => {
          const parsed = parser.parse(sourceDocument(text), { layout });
          check(text, parsed);
          expect(parser.parse(sourceDocument(text), { layout })).toEqual(parsed);
          if (layout === "plain") expect(parsed.blocks.every(({ role }) => bodyRoles.has(role))).toBe(true);
        }),
        { numRuns: 150, seed: 20261122 },
      );
    });
  }

  const line = "Ministers met in Oslo on Monday and agreed on little, officials said. ";
  const huge: Readonly<Record<string, string>> = {
    "one line of 2 MB": line.repeat(30_000),
    "200,000 short lines": "ab\n".repeat(200_000),
    "100,000 spaces": " ".repeat(100_000),
    "only line breaks": "\n".repeat(200_000),
    "only markup": "<div><p>".repeat(50_000),
    "only emoji": "😀".repeat(100_000),
    "only slashes after an agency": "REUTERS/".repeat(50_000),
    "only dates": "May 3, 2015\n".repeat(20_000),
    "only bylines": "By Ana Ruiz\n".repeat(20_000),
    "only At signs": "a@".repeat(100_000),
  };
  for (const [name, text] of Object.entries(huge)) {
    it(`takes linear time: ${name}`, () => {
      check(text, parser.parse(sourceDocument(text), { layout: "page" }));
    }, 10_000);
  }
});
