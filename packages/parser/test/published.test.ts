import { isoDay, nothingGiven } from "@readout/model";
import { beforeAll, describe, expect, it } from "vitest";
import { createParser, type Parser } from "../src/parser.js";

const body = [
  "Ministers from nine countries met in the old town hall of Bergen on Monday and agreed that the ferries should run again.",
  "The talks had been put off three times since the spring, and few of those who came had thought that they would end in a day.",
  '"We have a timetable," the host told reporters after the last session, "and this time everybody has signed it."',
  "Officials said that a second round of talks would follow in the autumn, when the harbour has been repaired.",
].join("\n\n");

const cases: readonly (readonly [string, string, string | null])[] = [
  [
    "a date on a line of its own",
    `Ferries to run again\n\nBy Ana Ruiz\n\nPublished: 3 May 2014\n\n${body}`,
    "2014-05-03",
  ],
  [
    "the day of a picture",
    `Ferries to run again\n\nFILE - A ferry leaves the harbour of Bergen, Norway, March 17, 2011.\n\n${body}`,
    null,
  ],
  ["the day of an update", `Ferries to run again\n\nLast updated May 9, 2014\n\n${body}`, null],
  ["no day at all", `Ferries to run again\n\n${body}`, null],
];

describe("the day of publication", () => {
  let parser: Parser;
  beforeAll(async () => {
    parser = await createParser();
  });
  for (const [name, text, day] of cases) {
    it(name, () => {
      const { published } = parser.parse(
        { docId: "d", source: "s", sha256: "", text, given: nothingGiven, head: null, diagnostics: [] },
        { layout: "page" },
      ).metadata;
      expect(published === null ? null : isoDay(published.day)).toBe(day);
      if (published?.span) expect(text.slice(published.span.start, published.span.end)).toBe("3 May 2014");
    });
  }
});
