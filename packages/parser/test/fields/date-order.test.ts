import { isoDay, readIsoDay } from "@readout/model";
import { describe, expect, it } from "vitest";
import { type DateCandidate, inStatedOrder } from "../../src/fields/date-candidates.js";

const candidate = (day: string, ambiguous: boolean): DateCandidate => ({
  line: 0,
  date: { first: 0, last: 5, day: readIsoDay(day) ?? 0, ambiguous },
});
/** The day taken for 03/10/2014, read as 10 March, on a page that has other dates too. */
const dayBeside = (...others: readonly DateCandidate[]): string | null => {
  const slashed = candidate("2014-03-10", true);
  return isoDay(inStatedOrder(slashed, [slashed, ...others]).date.day);
};

describe("a date that can be read in two orders", () => {
  it("is read as a date of the page that cannot", () => {
    expect(dayBeside(candidate("2014-10-03", false))).toBe("2014-10-03");
  });
  it("stays where both orders are stated, or neither", () => {
    expect(dayBeside(candidate("2014-10-03", false), candidate("2014-03-10", false))).toBe("2014-03-10");
    expect(dayBeside(candidate("2014-10-04", false))).toBe("2014-03-10");
  });
  it("is no evidence for another", () => {
    expect(dayBeside(candidate("2014-10-03", true))).toBe("2014-03-10");
  });
  it("that can be read in one order stays", () => {
    const clear = candidate("2014-03-10", false);
    expect(inStatedOrder(clear, [clear, candidate("2014-10-03", false)])).toEqual(clear);
  });
});
