import { readdirSync, readFileSync } from "node:fs";
import { nothingGiven, tabulate, Vocabulary } from "@readout/model";
import { createAnnotator } from "@readout/normalizer";
import { createParser } from "@readout/parser";
import { expect, test } from "vitest";

const folder = new URL("../../datasets/syria-diplomacy/raw/", import.meta.url);
const sources = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .sort()
  .slice(0, 8)
  .map((name) => ({
    docId: name,
    source: name,
    sha256: "",
    text: readFileSync(new URL(name, folder), "utf8"),
    given: nothingGiven,
    head: null,
    diagnostics: [],
  }));

/** A page is read into tokens once where parser and annotator share a vocabulary; nothing in the rows may show it. */
test("rows are the same with one vocabulary, with two, and where all pages are parsed first", async () => {
  const vocabulary = new Vocabulary();
  const [apart, together] = [await createParser(), await createParser({ vocabulary })];
  const [alone, sharing] = [createAnnotator(), createAnnotator({ vocabulary })];
  // As lines: comparing a hundred thousand values one by one takes longer than finding them.
  const rowsOf = (annotate: typeof alone, parsed: ReturnType<typeof apart.parse>): readonly string[] =>
    Object.entries(tabulate(parsed, annotate(parsed), { text: "full" })).flatMap(([table, rows]) =>
      rows.map((row) => `${table} ${JSON.stringify(row)}`),
    );
  const expected = sources.map((source) => rowsOf(alone, apart.parse(source, { layout: "page" })));
  expect(sources.map((source) => rowsOf(sharing, together.parse(source, { layout: "page" })))).toEqual(
    expected,
  );
  const parsed = sources.map((source) => together.parse(source, { layout: "page" }));
  expect(parsed.map((one) => rowsOf(sharing, one))).toEqual(expected);
});
