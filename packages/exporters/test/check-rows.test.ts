import { describe, expect, it } from "vitest";
import { checkRows, createRowCheck, RowError } from "../src/index.js";
import { sample, sampleTable } from "./sample-table.js";

const problemOf = (row: unknown): string => {
  try {
    createRowCheck(sampleTable)(row);
  } catch (error) {
    if (error instanceof RowError) return error.message;
    throw error;
  }
  return "none";
};

describe("createRowCheck", () => {
  it.each([
    [
      "a whole number that does not fit 32 bits",
      { ...sample(), count: 2 ** 31 },
      "count",
      "number 2147483648",
    ],
    ["a fraction for a whole number", { ...sample(), count: 1.7 }, "count", "1.7"],
    ["a number that is none", { ...sample(), count: Number.NaN }, "count", "NaN"],
    ["an endless number", { ...sample(), weight: Number.POSITIVE_INFINITY }, "weight", "Infinity"],
    ["null in a column that has none", { ...sample(), id: null }, "id", "null"],
    ["undefined for null", { ...sample(), label: undefined }, "label", "undefined"],
    ["a value that the enum lacks", { ...sample(), mood: "angry" }, "mood", '"angry"'],
    ["a day that is not in the calendar", { ...sample(), day: "2013-02-29" }, "day", '"2013-02-29"'],
    ["a day with a time", { ...sample(), day: "2013-02-28T00:00:00Z" }, "day", "2013-02-28T00"],
    ["a time with an offset", { ...sample(), at: "2013-02-28T00:00:00+02:00" }, "at", "+02:00"],
    ["a number in a list of text", { ...sample(), tags: [1] }, "tags", "[1]"],
    ["a bigint", { ...sample(), count: 1n }, "count", "bigint"],
    ["a column too many", { ...sample(), extra: 1 }, "extra", "no such column"],
    ["what is not a row", "row", "?", '"row"'],
  ])("refuses %s and says where", (_, row, column, shown) => {
    const problem = problemOf(row);
    expect(problem).toContain(`Table sample, row 1, column ${column}: `);
    expect(problem).toContain(shown);
  });

  it("counts rows from 1", () => {
    const check = createRowCheck(sampleTable);
    check(sample());
    expect(() => check({ ...sample(), count: -1 })).toThrow(/row 2, column count/);
  });

  it("puts columns into the order of the schema", () => {
    const turned = Object.fromEntries(Object.entries(sample()).reverse());
    expect(Object.keys(createRowCheck(sampleTable)(turned))).toEqual(Object.keys(sampleTable.schema.shape));
  });

  it("shortens what stood there", () => {
    expect(problemOf({ ...sample(), day: "x".repeat(1000) }).length).toBeLessThan(200);
  });
});

describe("checkRows", () => {
  it("passes good rows on and stops at the first bad one", async () => {
    const seen: unknown[] = [];
    const rows = [sample(), sample({ id: "s2" }), sample({ count: -1 }), sample()];
    await expect(async () => {
      for await (const { id } of checkRows(rows, sampleTable)) seen.push(id);
    }).rejects.toThrow(/row 3/);
    expect(seen).toEqual(["s1", "s2"]);
  });
});
