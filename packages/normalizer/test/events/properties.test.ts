import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { annotateText } from "./annotate.js";

const words = [
  "Norway",
  "the rebels",
  "met",
  "attacked",
  "said",
  "that",
  "which",
  ",",
  "and",
  "“",
  "”",
  "(",
  ")",
  "-",
  "--",
  "to",
  "of",
  "by",
  "will",
  "not",
  "agreed",
  "sanctions",
  "on",
  "Monday",
  "talks",
  "between",
  "'s",
  "\n",
  ".",
  "\u200b",
  "😀",
  "é",
  "1,400",
  "$",
  "people",
  "were",
  "killed",
  "called",
  "accused",
] as const; // prettier-ignore
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 60 })
  .map((parts) => parts.join(" "));

describe("events of any text", () => {
  test("have spans inside the text, and participants, times and claims that exist", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { events, quantities, times, mentions, entities, quotes, sentences } = annotateText(
          text,
          "2026-11-03",
        );
        for (const event of events) {
          const inside = [
            event,
            event.evidence,
            ...(event.place === null ? [] : [event.place.span]),
            ...event.claims.map(({ span }) => span),
          ];
          for (const one of event.participants) {
            if (one.span !== null) inside.push(one.span);
            expect(one.implied).toBe(one.span === null);
            if (one.mention !== null) expect(mentions[one.mention]).toBeDefined();
            if (one.entity !== null) expect(entities[one.entity]).toBeDefined();
          }
          for (const { start, end } of inside)
            expect(0 <= start && start < end && end <= text.length).toBe(true);
          expect(event.evidence.start <= event.start && event.end <= event.evidence.end).toBe(true);
          expect(event.sentence).toBeLessThan(sentences.length);
          if (event.time !== null) expect(times[event.time]).toBeDefined();
          if (event.earliest !== null && event.latest !== null)
            expect(event.earliest).toBeLessThanOrEqual(event.latest);
          expect(event.claims.map(({ level }) => level)).toEqual(event.claims.map((_, level) => level));
          for (const { quote } of event.claims) if (quote !== null) expect(quotes[quote]).toBeDefined();
        }
        for (const { event } of quantities) if (event !== null) expect(events[event]).toBeDefined();
        expect(events.map(({ start }) => start)).toEqual(
          events.map(({ start }) => start).toSorted((a, b) => a - b),
        );
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  test("are the same the second time", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(annotateText(text).events).toEqual(annotateText(text).events);
      }),
      { numRuns: 40, seed: 8 },
    );
  });

  test("never carry the day of publication where the text has no date", () => {
    const { events } = annotateText(
      "Norway accused Denmark of piracy. Rebels attacked the port.",
      "2026-11-03",
    );
    expect(events.length).toBeGreaterThan(1);
    for (const { earliest, latest, dateBasis } of events)
      expect({ earliest, latest, dateBasis }).toEqual({ earliest: null, latest: null, dateBasis: "none" });
  });
});
