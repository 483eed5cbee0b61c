import type { Dataset, Format, Table } from "../../src/index.js";
import { tablePath } from "../../src/index.js";
import { sampleTable } from "../sample-table.js";

const file = (table: Table, format: Format, part = 1) => ({
  path: tablePath(table.name, format, part),
  table: table.name,
  format,
  rows: 10,
  bytes: 1000 + part,
  sha256: `${part}`.repeat(64),
});

/** A dataset of one table in every format; its Arrow file comes in two parts. */
export const sampleDataset: Dataset = {
  name: "sample-data",
  title: "Sample data",
  description: "Things of every kind.",
  version: "1.2.0",
  licenses: [
    {
      name: "CC-BY-4.0",
      title: "Creative Commons Attribution 4.0",
      path: "https://creativecommons.org/licenses/by/4.0/",
    },
  ],
  sources: [{ title: "Made up", path: "https://example.org/" }],
  tables: [sampleTable],
  files: [
    file(sampleTable, "csv"),
    file(sampleTable, "jsonl"),
    file(sampleTable, "arrow"),
    file(sampleTable, "arrow", 2),
    file(sampleTable, "parquet"),
  ],
  counts: [{ label: "Things refused", value: 3 }],
  limits: ["Nothing here happened."],
};
