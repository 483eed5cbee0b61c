import { Vocabulary } from "@readout/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPassageReader } from "../../src/passage.js";
import { createQuantityRecognizer } from "../../src/quantities/quantity-recognizer.js";
import { growth, linear } from "../growth.js";
import { hostileText } from "../quotes/hostile-text.js";

const vocabulary = new Vocabulary();
const recognizer = createQuantityRecognizer(vocabulary);
const passages = createPassageReader(vocabulary);
const recognize = (text: string) => recognizer.recognize(passages.ofText(text), { times: [] });

describe("quantities of any text", () => {
  it("lie inside the text, in order, disjoint, with finite values", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        let end = 0;
        for (const quantity of recognize(text)) {
          expect(quantity.start).toBeGreaterThanOrEqual(end);
          expect(quantity.end).toBeGreaterThan(quantity.start);
          expect(quantity.end).toBeLessThanOrEqual(text.length);
          for (const number of [quantity.value, quantity.low, quantity.high])
            if (number !== null) expect(Number.isFinite(number)).toBe(true);
          if (quantity.low !== null && quantity.high !== null)
            expect(quantity.low).toBeLessThan(quantity.high);
          end = quantity.end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it("never overlap the times", () => {
    fc.assert(
      fc.property(hostileText, fc.nat(60), fc.nat(30), (text, start, length) => {
        const time = { start, end: start + length + 1 };
        const found = recognizer.recognize(passages.ofText(text), { times: [time] });
        for (const quantity of found)
          expect(quantity.start >= time.end || quantity.end <= time.start).toBe(true);
      }),
    );
  });

  it.each([
    ["the currency before the number", { start: 0, end: 1 }, 0],
    ["the number", { start: 1, end: 2 }, 0],
    ["what comes behind", { start: 11, end: 16 }, 1],
  ])("give way to a time that covers %s", (_, time, count) => {
    expect(recognizer.recognize(passages.ofText("$5 million today"), { times: [time] })).toHaveLength(count);
  });

  it.each([
    ["numbers", "one hundred and twenty thousand "],
    ["ranges", "5-6 to 7 "],
    ["bounds", "at least more than "],
    ["currencies", "$US5 million to "],
    ["brackets", "30 feet (10 meters) "],
  ])("cost time linear in their length: %s", (_, piece) => {
    expect(growth(recognize, (pieces) => piece.repeat(pieces))).toBeLessThan(linear);
  });
});
