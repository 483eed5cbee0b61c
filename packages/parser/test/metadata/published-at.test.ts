import { dayOf } from "@readout/model";
import { describe, expect, it } from "vitest";
import { readPublishedAt } from "../../src/metadata/published-at.js";

const cases: readonly (readonly [string, string, string | null])[] = [
  ["2019-11-18", "T20:51:19Z Science", "2019-11-18T20:51:19+00:00"],
  ["November 18, 2019", " at 2:26 PM HST - Updated", "2019-11-18T14:26:00-10:00"],
  ["18 November 2019", ", 12:05 a.m. GMT", "2019-11-18T00:05:00+00:00"],
  ["2019-11-18", " 20:51 +0530", "2019-11-18T20:51:00+05:30"],
  ["18 November 2019", ", 18:40", null],
  ["18 November 2019", " 18:40 ET", null],
  ["18 November 2019", " 27:40 GMT", null],
  ["18 November 2019", "\n18:40 GMT", null],
];

describe("the time of publication", () => {
  for (const [date, rest, at] of cases) {
    it(date + rest.replace("\n", "⏎"), () => {
      expect(readPublishedAt(`Posted ${date}${rest}`, `Posted ${date}`.length, dayOf(2019, 11, 18))).toBe(at);
    });
  }
});
