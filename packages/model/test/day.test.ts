import { dateOf, dayOf, isDate, isoDay, isoWeekOf, mondayOf, readIsoDay, weekdayOf } from "@readout/model";
import { describe, expect, it } from "vitest";

describe("days", () => {
  it.each([
    [1970, 1, 1, 0, 4],
    [2012, 6, 18, 15509, 1],
    [2000, 2, 29, 11016, 2],
    [1582, 10, 15, -141427, 5],
    [1, 1, 1, -719162, 1],
  ])("%i-%i-%i", (year, month, day, number, weekday) => {
    expect(dayOf(year, month, day)).toBe(number);
    expect(dateOf(number)).toEqual({ year, month, day });
    expect(weekdayOf(number)).toBe(weekday);
  });

  it.each([
    ["2008-12-29", 2009, 1],
    ["2010-01-03", 2009, 53],
    ["2015-07-14", 2015, 29],
    ["2021-01-01", 2020, 53],
  ])("%s lies in week %i-%i", (day, year, week) => {
    const number = readIsoDay(day) ?? Number.NaN;
    expect(isoWeekOf(number)).toEqual({ year, week });
    expect(mondayOf(year, week)).toBe(number - weekdayOf(number) + 1);
  });

  it("goes through 800 years without a gap", () => {
    for (let day = dayOf(1600, 1, 1); day < dayOf(2400, 1, 1); day += 13) {
      const { year, month, day: ofMonth } = dateOf(day);
      expect(dayOf(year, month, ofMonth)).toBe(day);
      expect(readIsoDay(isoDay(day) ?? "")).toBe(day);
    }
  });

  it("knows which dates there are", () => {
    expect(isDate(2012, 2, 29)).toBe(true);
    expect(isDate(2013, 2, 29)).toBe(false);
    expect(isDate(2013, 2, 30)).toBe(false);
    expect(readIsoDay("2013-02-30")).toBeNull();
    expect(readIsoDay("2013-02-281")).toBeNull();
    expect(isoDay(dayOf(10000, 1, 1))).toBeNull();
  });
});
