import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { absent, type ColumnKind } from "../src/bundle/bundle-tables.js";
import { offsetsInto } from "../src/bundle/offsets.js";
import { toIpc } from "../src/bundle/to-ipc.js";
import { type Lists, readColumns, type Strings } from "../src/page/data/columns.js";
import { reportOf } from "./browser.js";
import { storyDataset } from "./story-dataset.js";

const columns: Readonly<Record<string, ColumnKind>> = {
  start: "rising",
  end: "after start",
  day: "int",
  word: "word",
  text: "text",
  rows: "ints",
};

describe("columns", () => {
  it("come out as they went in", () => {
    const offset = fc.integer({ min: 0, max: 1_000_000 });
    const row = fc.record({
      start: fc.option(offset),
      end: fc.option(offset),
      day: fc.option(fc.integer({ min: -200_000, max: 200_000 })),
      word: fc.option(fc.constantFrom("a", "b", "", "é")),
      text: fc.option(fc.string({ unit: "grapheme" })),
      rows: fc.array(fc.nat({ max: 100_000 }), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const read = readColumns(columns, toIpc(columns, rows as never)) as unknown as Readonly<{
          start: Int32Array;
          end: Int32Array;
          day: Int32Array;
          word: Strings;
          text: Strings;
          rows: number;
        }>;
        expect([...read.start]).toEqual(rows.map(({ start }) => start ?? absent));
        expect([...read.end]).toEqual(rows.map(({ end }) => end ?? absent));
        expect([...read.day]).toEqual(rows.map(({ day }) => day ?? absent));
        expect(rows.map((_, i) => read.word.at(i))).toEqual(rows.map(({ word }) => word));
        expect(rows.map((_, i) => read.text.at(i))).toEqual(rows.map(({ text }) => text));
      }),
      { numRuns: 200 },
    );
  });

  it("hold lists of row numbers", () => {
    const lists: Readonly<Record<string, ColumnKind>> = { actors: "ints" };
    const given = [[1, 2], [], [70_000]];
    const read = readColumns(
      lists,
      toIpc(lists, given.map((actors) => ({ actors })) as never),
    ) as unknown as Readonly<{
      actors: Lists;
    }>;
    expect(given.map((_, i) => [...read.actors.at(i)])).toEqual(given);
  });
});

describe("offsets", () => {
  it("of code points become those of UTF-16 units", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(), (text, n) => {
        const characters = [...text];
        const at = n % (characters.length + 1);
        expect(offsetsInto(text)(at)).toBe(characters.slice(0, at).join("").length);
      }),
    );
  });
});

describe("the file", () => {
  it("is the same for the same rows", () => {
    expect(reportOf(storyDataset())).toBe(reportOf(storyDataset()));
  });

  it("says nothing of the machine that packed it", () => {
    const packed = /id="bundle">([^<]+)</.exec(reportOf(storyDataset()))?.[1] ?? "";
    const bytes = Buffer.from(packed, "base64");
    expect([...bytes.subarray(4, 10)]).toEqual([0, 0, 0, 0, 2, 255]);
    expect(gunzipSync(bytes).length).toBeGreaterThan(1000);
  });

  it("asks for nothing and carries its policy before anything else", () => {
    const page = readFileSync(new URL("../dist/page.html", import.meta.url), "utf8");
    const policy = page.indexOf("Content-Security-Policy");
    expect(policy).toBeGreaterThan(0);
    expect(policy).toBeLessThan(page.indexOf("<style>"));
    expect(policy).toBeLessThan(page.indexOf("<script"));
    expect(page).not.toMatch(
      /<(link|img|iframe|base)\b|\bsrc=|@import|url\((?!data:)|innerHTML|insertAdjacentHTML|document\.write/,
    );
  });
});
