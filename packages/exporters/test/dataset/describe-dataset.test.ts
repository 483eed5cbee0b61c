import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { describeDataset } from "../../src/index.js";
import { sampleDataset } from "./sample-dataset.js";

const files = describeDataset(sampleDataset);
const textOf = (path: string): string => files.find((file) => file.path === path)?.text ?? "";

describe("describeDataset", () => {
  it("makes the card, two descriptions for machines and the sums", () => {
    expect(files.map(({ path }) => path)).toEqual([
      "README.md",
      "croissant.json",
      "datapackage.json",
      "SHA256SUMS",
    ]);
  });

  it("sums up every other file, in the order of paths", () => {
    const lines = textOf("SHA256SUMS").split("\n").slice(0, -1);
    expect(lines.map((line) => line.slice(66))).toEqual([
      "README.md",
      "arrow/sample-2.arrow",
      "arrow/sample.arrow",
      "croissant.json",
      "csv/sample.csv",
      "datapackage.json",
      "jsonl/sample.jsonl",
      "parquet/sample.parquet",
    ]);
    expect(lines[0]?.slice(0, 64)).toBe(createHash("sha256").update(textOf("README.md")).digest("hex"));
  });

  it("says in the card what, whence, how much and what not", () => {
    const card = textOf("README.md").replace(/ +/g, " ");
    for (const part of [
      "# Sample data",
      "Version 1.2.0",
      "- [Made up](https://example.org/)",
      "- Things refused: 3",
      "| sample | 10 | Things of every kind | [csv](csv/sample.csv) | [jsonl](jsonl/sample.jsonl) | [arrow](arrow/sample.arrow) [2](arrow/sample-2.arrow) | [parquet](parquet/sample.parquet) |",
      "- Nothing here happened.",
      "### pandas",
      "### R",
      "Creative Commons Attribution 4.0",
    ]) {
      expect(card).toContain(part);
    }
    expect(card.startsWith('---\npretty_name: "Sample data"\n')).toBe(true);
  });

  it("lists every file in croissant.json, and each column with its place in Parquet", () => {
    const croissant: unknown = JSON.parse(textOf("croissant.json"));
    expect(croissant).toMatchObject({
      "@type": "sc:Dataset",
      conformsTo: "http://mlcommons.org/croissant/1.0",
    });
    expect(croissant).toHaveProperty("distribution.length", 5);
    expect(croissant).toHaveProperty("recordSet.0.field.13", {
      "@type": "cr:Field",
      "@id": "sample/tags",
      name: "tags",
      description: "Words",
      dataType: "sc:Text",
      repeated: true,
      source: { fileObject: { "@id": "parquet/sample.parquet" }, extract: { column: "tags" } },
    });
  });

  it("loads every part of a table that comes in several", () => {
    const card = textOf("README.md");
    expect(card).toContain(
      'sample = pd.concat([pd.read_feather(path, dtype_backend="pyarrow") for path in ["arrow/sample.arrow","arrow/sample-2.arrow"]])',
    );
    expect(card).toContain(
      'sample = pl.concat([pl.read_ipc(path) for path in ["arrow/sample.arrow","arrow/sample-2.arrow"]])',
    );
  });

  it("gives the same text twice", () => {
    expect(describeDataset(sampleDataset)).toEqual(files);
  });

  it("does without the formats that a dataset lacks", () => {
    const csvOnly = { ...sampleDataset, files: sampleDataset.files.filter(({ format }) => format === "csv") };
    const [card, croissant] = describeDataset(csvOnly);
    expect(card?.text).not.toContain("read_parquet");
    expect(card?.text).not.toContain("### TypeScript");
    expect(card?.text).toContain('- "csv/sample.csv"');
    expect(croissant?.text).toContain('"csv/sample.csv"');
  });
});
