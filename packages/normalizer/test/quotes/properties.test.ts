import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { growth, linear } from "../growth.js";
import { hostileText } from "./hostile-text.js";
import { recognizeQuotes } from "./recognize-quotes.js";

describe("quotes of any text", () => {
  it("lie inside the text, in order, with references that hold", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const quotes = recognizeQuotes(text);
        quotes.forEach((quote, index) => {
          for (const span of [quote, quote.content, quote.speaker, quote.cue]) {
            if (span === null) continue;
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeGreaterThan(span.start);
            expect(span.end).toBeLessThanOrEqual(text.length);
          }
          expect(quote.content.start).toBeLessThanOrEqual(quote.start);
          expect(quote.content.end).toBeGreaterThanOrEqual(quote.end);
          if (index > 0) expect(quote.start).toBeGreaterThanOrEqual(quotes[index - 1]?.start ?? 0);
          if (quote.continues !== null) expect(quotes[quote.continues]).toBeDefined();
          expect(quote.continues).not.toBe(index);
        });
      }),
    );
  });

  it("are the same on a second reading", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(recognizeQuotes(text)).toEqual(recognizeQuotes(text));
      }),
    );
  });

  it.each([
    ["cues without an end", "he said that she said "],
    ["quotations without an end", "“he said "],
    ["single marks", "'a 'b s' "],
    ["commas before a cue", "a man, b, c, said "],
    ["one sentence of quotations", "“yes,” he said, "],
    ["colons", "A: “b” c: "],
  ])("cost time linear in their length: %s", (_, piece) => {
    expect(growth(recognizeQuotes, (pieces) => piece.repeat(pieces))).toBeLessThan(linear);
  });
});
