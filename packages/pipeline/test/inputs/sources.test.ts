import { join } from "node:path";
import { isoDay, messageOf } from "@readout/model";
import { describe, expect, test } from "vitest";
import { findInputs } from "../../src/inputs/find-inputs.js";
import { findSources, readSources } from "../../src/inputs/sources.js";
import { temporaryFolder } from "../temporary-folder.js";

const sourcesOf = (csv: string | Uint8Array) => {
  const folder = temporaryFolder({
    "raw/one.txt": "",
    "raw/two.txt": "",
    "raw/deep/two.txt": "",
    "raw/sources.csv": csv,
  });
  const { files } = findInputs([join(folder, "raw")], { except: [] });
  const { givenOf, diagnostics } = readSources([join(folder, "raw/sources.csv")], files);
  const given = files.flatMap(({ path, source }) => {
    const said = givenOf.get(path);
    return said === undefined
      ? []
      : [[source, said.publisher, said.published === null ? null : isoDay(said.published)]];
  });
  return { given, messages: diagnostics.map(({ diagnostic }) => messageOf(diagnostic)) };
};

describe("sources.csv", () => {
  test("a path relative to the CSV, or a base name that one input has", () => {
    const { given, messages } = sourcesOf(
      "\uFEFFfile,publisher,published,note\none.txt,The Harbour Courier,2013-09-14,x\ndeep/two.txt,,2013-09-15T08:00:00Z,\n",
    );
    expect(given).toEqual([
      ["deep/two.txt", null, "2013-09-15"],
      ["one.txt", "The Harbour Courier", "2013-09-14"],
    ]);
    expect(messages).toEqual([]);
  });

  test.each([
    ["no such file", "file,publisher\nthree.txt,X\n", "three.txt: no such input"],
    [
      "a base name that two inputs have",
      "file,publisher\nelsewhere/two.txt,X\n",
      "elsewhere/two.txt: 2 inputs have this name",
    ],
    ["no file", "file,publisher\n,X\n", "line 2: no file named"],
    ["no file after an empty line", "file,publisher\n\n,X\n", "line 3: no file named"],
    ["no column of files", "name,publisher\none.txt,X\ntwo.txt,X\n", "line 1: no column file"],
    ["no date", "file,published\none.txt,2013-09-31\n", "line 2: published is no ISO date: 2013-09-31"],
    ["two rows that differ", "file,publisher\none.txt,X\none.txt,Y\n", "publisher: X given, Y stated"],
  ])("%s", (_, csv, message) => {
    expect(sourcesOf(csv).messages).toEqual([message]);
  });

  test("a date that is none leaves the rest of its row", () => {
    const { given, messages } = sourcesOf("file,publisher,published\none.txt,The Courier,14.9.2013\n");
    expect(given).toEqual([["one.txt", "The Courier", null]]);
    expect(messages).toEqual(["line 2: published is no ISO date: 14.9.2013"]);
  });

  test.each([
    ["a comma, and semicolons in a field", "file,publisher\none.txt,North; South\n", "North; South"],
    ["a semicolon, as where the comma is for decimals", '"file";"publisher"\none.txt;"A; B, C"\n', "A; B, C"],
    ["a tabulator", "publisher\tfile\nThe Courier\tone.txt\n", "The Courier"],
  ])("fields stand apart by %s", (_, csv, publisher) => {
    expect(sourcesOf(csv)).toEqual({ given: [["one.txt", publisher, null]], messages: [] });
  });

  test("a spreadsheet's windows-1252 keeps its letters", () => {
    const csv = Buffer.from("file,publisher\none.txt,Südkurier und Nørre Dagblad\n", "latin1");
    const { given, messages } = sourcesOf(csv);
    expect(given).toEqual([["one.txt", "Südkurier und Nørre Dagblad", null]]);
    expect(messages).toEqual(["read as iso-8859-1, by detector"]);
  });

  test("is found inside and beside an input", () => {
    const folder = temporaryFolder({
      "raw/one.txt": "",
      "sources.csv": "file\n",
      "more/sources.csv": "file\n",
    });
    expect(findSources([join(folder, "raw"), join(folder, "raw/one.txt"), join(folder, "more")])).toEqual([
      join(folder, "sources.csv"),
      join(folder, "more/sources.csv"),
    ]);
  });
});
