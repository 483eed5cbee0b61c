import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { absent, type ColumnKind } from "../src/bundle/bundle-tables.js";
import { offsetsInto } from "../src/bundle/offsets.js";
import { toIpc } from "../src/bundle/to-ipc.js";
import { type Lists, readColumns, type Strings } from "../src/page/data/columns.js";
import { type Bundle, readBundle } from "../src/page/data/open-bundle.js";
import { reportOf } from "./browser.js";
import { largeDataset } from "./large-dataset.js";
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

/** The tables that a page holds. */
const tablesIn = (html: string): Bundle => {
  const packed = /id="bundle">([^<]+)</.exec(html)?.[1] ?? "";
  return readBundle(new Uint8Array(gunzipSync(Buffer.from(packed, "base64"))));
};

const stringsIn = (column: Strings): readonly (string | null)[] =>
  Array.from({ length: column.length }, (_, row) => column.at(row));

describe("what a page holds", () => {
  it("without the texts has no phrase of them, be it who takes part or a dateline", () => {
    const tables = storyDataset();
    const [document] = tables.documents;
    const [participant] = tables.participants;
    if (document === undefined || participant === undefined) throw new Error("a story without its rows");
    document.dateline = "NORD HAVEN (Quay) -";
    tables.participants.push({ ...participant, participant: 9, entity_id: null, name: "rowers of the quay" });
    const held = (text: "full" | "none") => {
      const { documents, participants } = tablesIn(reportOf(tables, { text }));
      return [...stringsIn(documents.dateline), ...stringsIn(participants.name)];
    };
    expect(held("full")).toEqual(expect.arrayContaining(["NORD HAVEN (Quay) -", "rowers of the quay"]));
    expect(held("none")).not.toContain("NORD HAVEN (Quay) -");
    expect(held("none")).not.toContain("rowers of the quay");
    expect(held("none")).toContain("Ana Torvald");
  });

  it("of a large dataset has the names of the documents that it holds, and no others", () => {
    const tables = largeDataset(60, 100);
    const all = tablesIn(reportOf(tables));
    const cut = tablesIn(reportOf(tables, { limits: { events: 10, documents: 5 } }));
    expect(all.entities.rows).toBe(tables.entities.length);
    expect(cut.entities.rows).toBeGreaterThan(0);
    expect(cut.entities.rows).toBeLessThan(all.entities.rows);
    const kept = new Set(stringsIn(cut.documents.doc_id));
    const named = tables.mentions.filter(({ doc_id }) => kept.has(doc_id)).map(({ entity_id }) => entity_id);
    expect(stringsIn(cut.entities.entity_id)).toEqual(expect.arrayContaining([...new Set(named)]));
    expect(cut.mentions.entity).not.toContain(absent);
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
