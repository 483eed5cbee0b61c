import type { Quote } from "@readout/model";
import fc from "fast-check";
import { expect, it } from "vitest";
import { placeQuotes } from "../../src/events/placed-quotes.js";

const quoteAt = (start: number, end: number): Quote => ({ content: { start, end } }) as Quote;

const span = fc.tuple(fc.nat(40), fc.nat(12)).map(([start, length]) => ({ start, end: start + length }));

it("finds the quotes around a span that a scan of all finds, in the order of the list", () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), span, (contents, wanted) => {
      const scanned = contents.flatMap(({ start, end }, index) =>
        start <= wanted.start && wanted.end <= end ? [index] : [],
      );
      const found = placeQuotes(contents.map(({ start, end }) => quoteAt(start, end))).around(wanted);
      expect(found.map(({ index }) => index)).toEqual(scanned);
    }),
  );
});

it("finds the outer quote behind an inner one that ends before the span", () => {
  const found = placeQuotes([quoteAt(0, 100), quoteAt(10, 20), quoteAt(60, 70)]).around({
    start: 30,
    end: 40,
  });
  expect(found.map(({ index }) => index)).toEqual([0]);
});
