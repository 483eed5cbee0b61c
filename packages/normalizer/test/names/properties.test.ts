import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { names } from "../../src/names/index.js";

/** Words that press on every step: names, titles, marks, odd letters, surrogates without a partner. */
const pieces = fc.constantFrom(
  "Barack",
  "Obama",
  "Putin",
  "President",
  "the",
  "of",
  "Russian",
  "U.S.",
  "Moscow",
  "said",
  "he",
  "She",
  "-",
  "/",
  "(",
  ")",
  "'s",
  "\u2019s",
  ",",
  ".",
  "\n",
  "\n\n",
  "\u201c",
  "\u201d",
  "G20",
  "UN",
  "İ",
  "ß",
  "\ud83d",
  "\ude00",
  "😀",
  "\u200b",
  "\u202e",
  "É",
  "москва",
  "0",
  "1,400",
  "@x",
  "\u0000",
);
const hostile = fc
  .array(fc.tuple(pieces, fc.constantFrom("", " ", "  ")), { maxLength: 60 })
  .map((parts) => parts.flat().join(""));

describe("names of any text", () => {
  test("lie in the text, in order, names disjoint, refer to entities, and come out the same twice", () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: "binary", maxLength: 200 })), (text) => {
        const { mentions, entities } = names(text);
        expect(names(text)).toEqual({ mentions, entities });
        let end = 0;
        let start = 0;
        for (const mention of mentions) {
          expect(mention.start).toBeGreaterThanOrEqual(start);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(mention.end).toBeLessThanOrEqual(text.length);
          expect(mention.score).toBeGreaterThan(0);
          expect(mention.score).toBeLessThanOrEqual(1);
          if (mention.entity !== null) expect(entities[mention.entity]).toBeDefined();
          start = mention.start;
          if (mention.form === "nominal" || mention.form === "pronoun") continue;
          expect(mention.start).toBeGreaterThanOrEqual(end);
          end = mention.end;
        }
        expect(new Set(entities.map((entity) => entity.id)).size).toBe(entities.length);
      }),
      { numRuns: 150 },
    );
  });

  test("the cost is linear: ten times the names on one line take about ten times as long", () => {
    const line = (count: number): string =>
      "President Barack Obama met Wim Kokkeler of ACME Holdings in Moscow; he left. ".repeat(count);
    const cost = (text: string): number => {
      const before = process.cpuUsage();
      names(text);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    cost(line(200));
    const small = Math.max(cost(line(500)), 1000);
    const large = cost(line(5000));
    expect(large / small).toBeLessThan(40);
  });

  test("half a megabyte of short names and five of one word pass", () => {
    expect(names("Aa Bb-Cc ".repeat(60_000)).mentions).toBeInstanceOf(Array);
    expect(names("A".repeat(5_000_000)).mentions).toBeInstanceOf(Array);
  });
});
