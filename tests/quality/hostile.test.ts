import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Row, tables } from "@readout/model/rows";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runReadout } from "./src/build-dataset.js";
import { type Dataset, type DocumentTables, readDataset } from "./src/dataset.js";

/** Pages that nobody wrote for readers. Each must become a document or a diagnostic, with offsets that hold. */
const sentence = "On Monday, Barack Obama met Vladimir Putin in Moscow. ";
const pages: Readonly<Record<string, string | Uint8Array>> = {
  "empty.txt": "",
  "spaces.txt": " \n\t\n \u00a0\u2003\n",
  "markup-only.txt": "<html><head><title></title></head><body><div><p></p></div></body></html>",
  "markup-only.html":
    "<!doctype html><html><body><script>var a = 1;</script><div hidden>x</div></body></html>",
  "deep.html": `${"<div>".repeat(5000)}Obama met Putin.${"</div>".repeat(5000)}`,
  "giant-line.txt": sentence.repeat(6000),
  "giant-word.txt": "a".repeat(300_000),
  "no-letters.txt": "1 2 3 . , ; : ! ? ( ) [ ] { } ".repeat(2000),
  "open-quotes.txt": "“".repeat(20_000),
  "open-brackets.txt": "([{".repeat(10_000),
  "spaced.txt": sentence.replaceAll(" ", " ".repeat(1000)),
  "emoji.txt": "😀👩‍👩‍👧‍👦🇸🇾🇷🇺 ".repeat(500),
  "emoji-names.txt": "🇺🇸 Barack Obama 😀 met 🇷🇺 Vladimir Putin on 😀 June 18, 2012 in Los Cabos.\n",
  "bidi.txt": "\u202eObama\u202c met \u2066Putin\u2069 on \u200fMonday\u200e.\n",
  "zero-width.txt": "Ba\u200brack O\u00adba\u2060ma met Vla\ufeffdimir Putin.\n",
  "combining.txt": `Z${"\u0301".repeat(5000)}algo met Putin on Monday.\n`,
  "control.txt": Uint8Array.from({ length: 512 }, (_, at) => at % 32),
  "nul.txt": "Obama\u0000met\u0000Putin\u0000on\u0000Monday.",
  "broken-utf8.txt": Uint8Array.from([
    0x4f, 0x62, 0xff, 0xfe, 0x61, 0xed, 0xa0, 0x80, 0x20, 0xc3, 0x28, 0x0a,
  ]),
  "carriage-returns.txt": "Obama met Putin.\r\rIn Moscow.\r\n\r\nOn Monday.\r",
  "dates.txt": "99/99/9999 00-00-0000 February 30, 2015 the 0th of May 31 June 25:61 ".repeat(300),
  "byline-only.txt": "By By By By By By\nPublished: Published: Published:\n",
  "utf16.txt": new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(sentence, "utf16le")])),
};

describe("hostile pages", () => {
  const folder = mkdtempSync(join(tmpdir(), "readout-hostile-"));
  let dataset: Dataset;
  let diagnostics: readonly Row<"diagnostics">[];

  beforeAll(() => {
    const input = join(folder, "in");
    mkdirSync(input);
    for (const [name, content] of Object.entries(pages)) writeFileSync(join(input, name), content);
    runReadout(["build", input, "--out", join(folder, "out"), "--format", "jsonl"]);
    dataset = readDataset(join(folder, "out"));
    diagnostics = readFileSync(join(folder, "out/jsonl/diagnostics.jsonl"), "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => tables.diagnostics.parse(JSON.parse(line)));
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(Object.keys(pages))("%s becomes a document or a diagnostic", (name) => {
    const isTold = diagnostics.some((row) => row.source.endsWith(name));
    expect(dataset.pages.has(name) || isTold).toBe(true);
  });

  test.each(Object.keys(pages))("%s: every span lies in the text and slices to its words", (name) => {
    const document = dataset.pages.get(name);
    if (!document) return;
    const characters = Array.from(document.document.text ?? "");
    expect(document.document.characters).toBe(characters.length);
    for (const row of spanRows(document)) {
      expect(row.start_char).toBeLessThan(row.end_char);
      expect(row.end_char).toBeLessThanOrEqual(characters.length);
      expect(characters.slice(row.start_char, row.end_char).join("")).toBe(row.text);
    }
  });

  test.each(Object.keys(pages))(
    "%s: blocks are in order, disjoint, and leave out nothing but white space",
    (name) => {
      const document = dataset.pages.get(name);
      if (!document) return;
      const characters = Array.from(document.document.text ?? "");
      let at = 0;
      for (const block of document.blocks) {
        expect(block.start_char).toBeGreaterThanOrEqual(at);
        expect(characters.slice(at, block.start_char).join("").trim()).toBe("");
        at = block.end_char;
      }
      expect(characters.slice(at).join("").trim()).toBe("");
    },
  );

  test("an emoji before a name does not move its offsets", () => {
    const document = dataset.pages.get("emoji-names.txt");
    expect(document?.mentions.map((row) => row.text)).toEqual(
      expect.arrayContaining(["Barack Obama", "Vladimir Putin"]),
    );
  });
});

const spanRows = (document: DocumentTables) => [
  ...document.blocks,
  ...document.sentences,
  ...document.mentions,
  ...document.times,
  ...document.quotes,
  ...document.quantities,
  ...document.events,
];
