import { dateOf, dayOf, isoDay, readIsoDay } from "@readout/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { times } from "../../src/times/times.js";

/** Words that hit the rules more often than chance would. */
const words = [
  "the",
  "a",
  "last",
  "next",
  "this",
  "that",
  "past",
  "two",
  "twenty",
  "hundred",
  "several",
  "few",
  "half",
  "and",
  "of",
  "to",
  "-",
  "–",
  ",",
  ".",
  "'",
  "/",
  ":",
  "day",
  "days",
  "week",
  "month",
  "years",
  "year",
  "quarter",
  "first",
  "second",
  "third",
  "Monday",
  "Sunday",
  "June",
  "Feb.",
  "May",
  "March",
  "29",
  "30",
  "31",
  "18",
  "1998",
  "2016",
  "'98",
  "1980s",
  "19th",
  "century",
  "ago",
  "earlier",
  "later",
  "early",
  "late",
  "mid",
  "end",
  "now",
  "today",
  "yesterday",
  "night",
  "morning",
  "noon",
  "10",
  "p.m.",
  "GMT",
  "every",
  "each",
  "spring",
  "fall",
  "fiscal",
  "BC",
  "AD",
  "Christmas",
  "Easter",
  "will",
  "said",
  "old",
  "in",
  "on",
  "by",
  "Q3",
  "old",
  "\n",
  "  ",
  "\u00ad",
  "😀",
  "٣",
] as const;
const soup = fc
  .array(
    fc.tuple(
      fc.oneof(fc.constantFrom(...words), fc.string({ unit: "binary", maxLength: 6 })),
      fc.constantFrom(" ", "", " "),
    ),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.map(([word, gap]) => word + gap).join(""));
const published = fc.integer({ min: dayOf(1900, 1, 1), max: dayOf(2100, 1, 1) });
const iso = (day: number): string => isoDay(day) ?? "";

describe("times of any text", () => {
  test("never throws; spans are in order, disjoint, inside the text and not empty", () => {
    fc.assert(
      fc.property(soup, fc.option(published), (text, day) => {
        let end = 0;
        for (const time of times(text, day === null ? {} : { published: iso(day) }).times) {
          expect(time.start).toBeGreaterThanOrEqual(end);
          expect(time.end).toBeGreaterThan(time.start);
          end = time.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  test("earliest is never after latest", () => {
    fc.assert(
      fc.property(soup, published, (text, day) => {
        for (const { earliest, latest } of times(text, { published: iso(day) }).times)
          if (earliest !== null && latest !== null) expect(earliest).toBeLessThanOrEqual(latest);
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  test("the same text gives the same times, whatever was read before it", () => {
    fc.assert(
      fc.property(soup, soup, (text, other) => {
        const first = times(text, { published: "2016-04-18" });
        times(other, { published: "1999-12-31" });
        expect(times(text, { published: "2016-04-18" })).toEqual(first);
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  /** 146,097 days are 400 years of the Gregorian calendar and whole weeks: every relative value moves by exactly 400 years (but Easter, whose tables repeat after 5,700,000). */
  test("a publication date 400 years on moves every value by 400 years", () => {
    const relative = words.filter(
      (word) => !/^\d{2,4}$|^'98$|\d0s|19th|BC|AD|Easter|twenty|hundred|century/.test(word),
    );
    const text = fc.array(fc.constantFrom(...relative), { maxLength: 40 }).map((parts) => parts.join(" "));
    const shift = (value: string): string =>
      value.replace(/^\d{4}(?=$|-)/, (year) => String(Number(year) + 400).padStart(4, "0"));
    fc.assert(
      fc.property(text, published, (sentence, day) => {
        const early = times(sentence, { published: iso(day) }).times;
        const late = times(sentence, { published: iso(day + 146_097) }).times;
        expect(late.map(({ value }) => value)).toEqual(
          early.map(({ value, granularity }) =>
            granularity === "decade"
              ? String(Number(value) + 40)
              : granularity === "century"
                ? String(Number(value) + 4)
                : shift(value),
          ),
        );
        expect(late.map(({ earliest }) => earliest)).toEqual(
          early.map(({ earliest }) => (earliest === null ? null : earliest + 146_097)),
        );
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});

describe("the one-call function", () => {
  test("throws on a date that does not exist", () => {
    expect(() => times("today", { published: "2015-02-30" })).toThrow(RangeError);
  });

  test("reports an impossible date and bends nothing", () => {
    const { times: found, diagnostics } = times("It is dated February 30 and Feb. 29, 2015.");
    expect(found).toEqual([]);
    expect(diagnostics.map(({ code, params, span }) => [code, params.text, span])).toEqual([
      ["impossible_date", "February 30", { start: 12, end: 23 }],
      ["impossible_date", "Feb. 29, 2015", { start: 28, end: 41 }],
    ]);
  });

  test("anchors say what a value is counted from", () => {
    const { times: found } = times(
      "He left on May 3, 1998. Two days later he came back, and last week he wrote.",
      {
        published: "2016-04-18",
      },
    );
    expect(found.map(({ value, anchor, anchorTime, basis }) => [value, anchor, anchorTime, basis])).toEqual([
      ["1998-05-03", "none", null, "stated"],
      ["1998-05-05", "time", 0, "relative"],
      ["2016-W15", "published", null, "relative"],
    ]);
  });

  test("values are dates of the calendar", () => {
    const day = readIsoDay("2016-04-18") ?? 0;
    expect(dateOf(day)).toEqual({ year: 2016, month: 4, day: 18 });
    expect(times("yesterday", { published: "2016-04-18" }).times[0]?.earliest).toBe(day - 1);
  });
});
