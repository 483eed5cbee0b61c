import { describe, expect, it } from "vitest";
import { createDateReader } from "../src/calendar/absolute-dates.js";
import { isoDay } from "../src/calendar/day.js";
import { createTokenizer } from "../src/tokens/tokenize.js";
import { Vocabulary } from "../src/tokens/vocabulary.js";

const vocabulary = new Vocabulary();
const readDates = createDateReader(vocabulary);
const tokenize = createTokenizer(vocabulary);
const daysIn = (text: string): readonly (string | null)[] => {
  const tokens = tokenize(text);
  return readDates(tokens, 0, tokens.length).map(({ day }) => isoDay(day));
};

describe("dates written out", () => {
  it.each([
    ["Nov. 3, 2026", "2026-11-03"],
    ["Nov. 3. 2026", "2026-11-03"],
    ["3. November 2026", "2026-11-03"],
    ["03.11.2026", "2026-11-03"],
    ["11.23.2026", "2026-11-23"],
    ["11/03/2026", "2026-11-03"],
    ["23/11/2026", "2026-11-23"],
  ])("%s", (text, day) => {
    expect(daysIn(text)).toEqual([day]);
  });

  it.each(["31 June 2026", "13.23.2026", "Nov. 3. It was 2026", "version 11.23.2"])("none in %s", (text) => {
    expect(daysIn(text)).toEqual([]);
  });
});
