import { createTokenizer, readTable, Vocabulary } from "@readout/model";
import { expect, test } from "vitest";
import { listedNames } from "../../src/generated/listed-names.js";
import { loadMinedNames } from "../../src/names/load-model.js";
import { coarseTypes } from "../../src/names/tagger/labels.js";
import { LISTED_SHIFT } from "../../src/names/tagger/mined-names.js";
import { WordCases } from "../../src/names/tagger/word-cases.js";
import { WordFeatures } from "../../src/names/tagger/word-features.js";

const vocabulary = new Vocabulary();
const tokenize = createTokenizer(vocabulary);
const words = new WordFeatures(vocabulary, new WordCases(new Uint8Array()));
const mined = loadMinedNames();
/** Flags of the first token of a text: four bits a type, listed ones from {@link LISTED_SHIFT} on. */
const flagsOf = (text: string): number => {
  const tokens = tokenize(text);
  const flags = new Int32Array(tokens.length);
  words.beginDocument();
  mined.mark(words, tokens, 0, tokens.length, flags);
  return flags[0] ?? 0;
};

test("data/names/gazetteer.bin.gz holds the listed names as they are (else: scripts/names/mine-gazetteer.ts)", () => {
  const rows = readTable(listedNames, ["surface", "type", "kind"]);
  const missing = rows.filter(({ surface, type }) => {
    const at = (coarseTypes as readonly string[]).indexOf(type);
    return at < 0 || ((flagsOf(surface) >>> (LISTED_SHIFT + 4 * at)) & 0b1001) === 0;
  });
  expect(missing).toEqual([]);
});

test("names are listed once for a type, in order", () => {
  const keys = readTable(listedNames, ["surface", "type", "kind"]).map(
    (row) => `${row.surface}\t${row.type}`,
  );
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toEqual([...keys].sort());
});

test("what is not listed has no flag of the lists", () => {
  expect(flagsOf("Quillbottom Ferrywright") >>> LISTED_SHIFT).toBe(0);
});
