import { join } from "node:path";
import { isoDay, messageOf } from "@readout/model";
import { describe, expect, test } from "vitest";
import { findInputs } from "../../src/inputs/find-inputs.js";
import { findSources, readSources } from "../../src/inputs/sources.js";
import { temporaryFolder } from "../temporary-folder.js";

const sourcesOf = (csv: string) => {
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
    ["no date", "file,published\none.txt,2013-09-31\n", "line 2: published is no ISO date: 2013-09-31"],
    ["two rows that differ", "file,publisher\none.txt,X\none.txt,Y\n", "publisher: X given, Y stated"],
  ])("%s", (_, csv, message) => {
    expect(sourcesOf(csv).messages).toEqual([message]);
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
