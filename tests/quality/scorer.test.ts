import { describe, expect, test } from "vitest";
import { bCubed } from "./src/b-cubed.js";
import { raiseFloors, shortfalls } from "./src/floors.js";
import { placeGold } from "./src/gold-document.js";
import { goldPage } from "./src/gold-page.js";
import { locate, locateBlock } from "./src/locate.js";
import { foldName } from "./src/spans.js";
import { Tally } from "./src/tally.js";

describe("locate", () => {
  const source = "Russia told Russian envoys that Russia met Russia Today.";
  test.each([
    ["nth", { text: ["Russia"], nth: 2 }, [[32, 38]]],
    ["in", { text: ["Russia"], in: "that Russia met" }, [[32, 38]]],
    [
      "alternatives overlap the first",
      { text: ["Russia Today", "Russia"] },
      [
        [43, 55],
        [43, 49],
      ],
    ],
    ["a whole word only", { text: ["Russian"] }, [[12, 19]]],
  ])("%s", (_, snippet, spans) => {
    expect(locate(source, snippet)).toEqual(spans.map(([start, end]) => ({ start, end })));
  });

  test.each([
    ["what is not there", { text: ["Syria"] }, /not there/],
    ["part of a word", { text: ["envoy"] }, /not there/],
    ["what is ambiguous", { text: ["Russia"] }, /occurs 3 times/],
    ["too high a number", { text: ["Russia"], nth: 4 }, /does not occur 4 times/],
  ])("refuses %s", (_, snippet, message) => {
    expect(() => locate(source, snippet)).toThrow(message);
  });

  test("a block is a line where one is, else a piece of a line, glued or not", () => {
    expect(locateBlock("Share the news\nShare\n", { text: ["Share"] })).toEqual({ start: 15, end: 20 });
    expect(locateBlock("MERIDIAN/Ona LindqvarnThe port.", { text: ["MERIDIAN/Ona Lindqvarn"] })).toEqual({
      start: 0,
      end: 22,
    });
  });
});

describe("placeGold", () => {
  const page = (fields: object) =>
    goldPage.parse({
      page: "p.txt",
      published: "2015-01-02",
      shown: false,
      title: "Talks 😀 end",
      authors: [],
      publisher: null,
      blocks: [],
      times: [],
      entities: [],
      quotes: [],
      quantities: [],
      events: [],
      ...fields,
    });
  const source = "Talks 😀 end\nBarack Obama met Obama's staff.\nSign up, Obama fans\n";

  test("counts code points, and looks for names in the body alone, longest first", () => {
    const gold = placeGold(
      page({
        blocks: [{ role: "promotion", text: "Sign up, Obama fans" }],
        entities: [{ name: "Barack Obama", type: "PERSON", mentions: ["Barack Obama", "Obama"] }],
      }),
      source,
    );
    expect(gold.title).toEqual({ start: 0, end: 11 });
    expect(gold.mentions.map((mention) => mention.spans[0])).toEqual([
      { start: 12, end: 24 },
      { start: 29, end: 34 },
    ]);
  });

  test("lists all that is not on the page", () => {
    const broken = page({
      times: [{ text: "Monday", type: "DATE", value: "2015-01-05" }],
      events: [{ trigger: "flew", type: "CONSULT" }],
    });
    expect(() => placeGold(broken, source)).toThrow(
      /times: "Monday" is not there\n {2}events: "flew" is not there/,
    );
  });

  test("a field that does not exist is an error", () => {
    expect(() => page({ tmies: [] })).toThrow(/tmies/);
  });
});

test("B-cubed: a cluster torn in two costs recall, two thrown together cost precision", () => {
  const torn = [
    { gold: "a", got: "1" },
    { gold: "a", got: "1" },
    { gold: "a", got: "2" },
  ];
  expect(bCubed(torn)).toEqual({ precision: 3, recall: 2 / 3 + 2 / 3 + 1 / 3 });
  const merged = [
    { gold: "a", got: "1" },
    { gold: "b", got: "1" },
  ];
  expect(bCubed(merged)).toEqual({ precision: 1, recall: 2 });
});

test("a tally gives precision, recall and the score asked for", () => {
  const both = new Tally("f1");
  both.add(2, 1, 2);
  expect(both.figure).toMatchObject({ precision: 2 / 3, recall: 0.5 });
  expect(both.figure.score).toBeCloseTo(4 / 7);
  const recall = new Tally("recall");
  recall.add(1, 0, 3);
  expect(recall.figure).toMatchObject({ recall: 0.25, score: 0.25 });
  expect(new Tally("f1").figure.score).toBe(0);
});

describe("floors", () => {
  const floors = { tolerance: 0.005, floors: { a: 0.9, b: 0.5, gone: 0.4 } };

  test("a figure within the tolerance passes; one below, or one no longer measured, does not", () => {
    const scores = new Map([
      ["a", 0.896],
      ["b", 0.494],
    ]);
    expect(shortfalls(floors, scores, () => true).map((one) => one.name)).toEqual(["b", "gone"]);
    expect(shortfalls(floors, scores, (name) => name === "a")).toEqual([]);
  });

  test("rise, and fall only when told to", () => {
    const scores = new Map([
      ["a", 0.95678],
      ["b", 0.3],
      ["new", 0.1239],
    ]);
    expect(raiseFloors(floors, scores, false).floors).toEqual({ a: 0.956, b: 0.5, gone: 0.4, new: 0.123 });
    expect(raiseFloors(floors, scores, true).floors).toEqual({ a: 0.956, b: 0.3, gone: 0.4, new: 0.123 });
  });
});

test.each([
  ["The White House", "white house"],
  ["Recep Tayyip Erdoğan", "recep tayyip erdogan"],
  ["al-Assad", "al assad"],
])("foldName(%s)", (name, folded) => {
  expect(foldName(name)).toBe(folded);
});
