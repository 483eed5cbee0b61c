import { readIsoDay } from "@readout/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { absent } from "../src/bundle/bundle-tables.js";
import { cutText } from "../src/page/reader/segments.js";
import { intervalText } from "../src/page/words/dates.js";
import { eventKind } from "../src/page/words/event-kinds.js";
import { fold, termsOf } from "../src/page/words/fold.js";

const day = (text: string | null): number => (text === null ? absent : (readIsoDay(text) ?? absent));

describe("days in words", () => {
  it.each([
    ["2014-03-03", "2014-03-03", "3 Mar 2014"],
    ["2013-09-13", "2013-09-14", "13–14 Sep 2013"],
    ["2014-03-01", "2014-03-31", "Mar 2014"],
    ["2016-02-01", "2016-02-29", "Feb 2016"],
    ["2015-02-01", "2015-02-27", "1–27 Feb 2015"],
    ["2014-01-01", "2014-12-31", "2014"],
    ["2011-01-01", "2016-12-31", "2011–2016"],
    ["2014-03-01", "2014-05-31", "Mar–May 2014"],
    ["2014-03-30", "2014-04-02", "30 Mar – 2 Apr 2014"],
    ["2013-12-31", "2014-01-01", "31 Dec 2013 – 1 Jan 2014"],
    [null, "2014-03-03", "until 3 Mar 2014"],
    ["2014-03-03", null, "from 3 Mar 2014"],
    [null, null, null],
  ])("%s to %s is %s", (earliest, latest, said) => {
    expect(intervalText(day(earliest), day(latest))).toBe(said);
  });
});

describe("looking up", () => {
  it.each([
    ["kerry call", "Phone call: John Kerry, Sergei Lavrov", true],
    ["calls", "Phone call", true],
    ["hollande", "François HOLLANDE", true],
    ["francois", "François Hollande", true],
    ["iran", "Tehiran", false],
    ["obama", "Michelle and Barack", false],
    ["  ", "anything", true],
    ["اتصال", "اتصال هاتفي", true],
  ])("%j in %j: %s", (query, text, found) => {
    expect(termsOf(query).every((term) => fold(text).includes(term))).toBe(found);
  });
});

describe("kinds of events", () => {
  it.each([
    ["CONSULT", "phone", "Phone call"],
    ["CONSULT", null, "Meeting or talks"],
    ["RETREAT", "a mode to come", "Pullback"],
    ["ASSAULT", "constructor", "Attack"],
    ["A TYPE TO COME", null, "A TYPE TO COME"],
    ["toString", "base", "toString"],
  ])("%s %s is called %s", (type, mode, name) => {
    expect(eventKind(type, mode)).toBe(name);
  });
});

describe("segments", () => {
  it("overlapping marks are cut where one begins or ends", () => {
    const marks = [
      { start: 0, end: 10, name: "quote" },
      { start: 5, end: 15, name: "evidence" },
      { start: 7, end: 8, name: "trigger" },
    ];
    const said = cutText({ start: 2, end: 20 }, marks).map(({ start, end, marks: over }) => [
      start,
      end,
      over.map(({ name }) => name).join("+"),
    ]);
    expect(said).toEqual([
      [2, 5, "quote"],
      [5, 7, "quote+evidence"],
      [7, 8, "quote+evidence+trigger"],
      [8, 10, "quote+evidence"],
      [10, 15, "evidence"],
      [15, 20, ""],
    ]);
  });

  it("cover the stretch once, in order, each with just the marks that cover it", () => {
    const mark = fc.tuple(fc.nat(60), fc.nat(60)).map(([start, end]) => ({ start, end }));
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 12 }), fc.nat(20), fc.nat(40), (marks, start, length) => {
        const end = start + length + 1;
        const segments = cutText({ start, end }, marks);
        expect(segments[0]?.start).toBe(start);
        expect(segments.at(-1)?.end).toBe(end);
        segments.forEach((segment, i) => {
          expect(segment.start).toBeLessThan(segment.end);
          if (i > 0) expect(segment.start).toBe(segments[i - 1]?.end);
          const covering = marks.filter((one) => one.start <= segment.start && one.end >= segment.end);
          expect(new Set(segment.marks)).toEqual(new Set(covering));
        });
      }),
    );
  });
});
