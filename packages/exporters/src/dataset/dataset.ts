import type { Format, Table } from "../table.js";

/** A file of a dataset that holds rows of a table; a table can have several of one format, in order. */
export type DatasetFile = Readonly<{
  /** Relative to the folder of the dataset, `/` between parts: `csv/events.csv`. */
  path: string;
  table: string;
  format: Format;
  rows: number;
  bytes: number;
  /** Hex. */
  sha256: string;
}>;

/** What the files beside the tables say of a dataset. Nothing here is looked up: no clock, no network, no disk. */
export type Dataset = Readonly<{
  /** Lower case, digits and hyphens: `syria-diplomacy`. */
  name: string;
  title: string;
  /** What it is, in a paragraph of Markdown. */
  description: string;
  /** Of the data: major for columns removed or changed in meaning, minor for rows or columns added, patch for corrections. */
  version: string;
  licenses: readonly Readonly<{ name: string; title: string; path?: string }>[];
  /** Where the input comes from. */
  sources: readonly Readonly<{ title: string; path?: string }>[];
  tables: readonly Table[];
  files: readonly DatasetFile[];
  /** Figures worth knowing before reading a table, in order: documents read, inputs refused, pages without a date. */
  counts: readonly Readonly<{ label: string; value: number }>[];
  /** Known limits, a sentence of Markdown each. */
  limits: readonly string[];
}>;

/** The files of a table in a format, in order; empty where the dataset has none. */
export const filesOf = (dataset: Dataset, table: Table, format: Format): readonly DatasetFile[] =>
  dataset.files.filter((file) => file.table === table.name && file.format === format);

/** Rows of a table; every format has the same. */
export const rowsOf = (dataset: Dataset, table: Table): number => {
  const first = dataset.files.find((file) => file.table === table.name);
  return dataset.files
    .filter((file) => file.table === table.name && file.format === first?.format)
    .reduce((sum, { rows }) => sum + rows, 0);
};
