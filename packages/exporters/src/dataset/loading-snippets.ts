import { columnsIn } from "../describe-columns.js";
import { type Format, formats, type Table } from "../table.js";
import { pandasTypes, polarsSchema, rColumnClasses } from "./column-types.js";
import { type Dataset, filesOf } from "./dataset.js";
import { duckdbColumns } from "./duckdb-ddl.js";

/** A few lines that load a table of a dataset, to be run in its folder. */
export type LoadingSnippet = Readonly<{
  tool: string;
  language: "python" | "sql" | "r" | "ts";
  code: string;
}>;

/**
 * How to load a table in each tool, from the formats that the dataset has: Arrow and Parquet say their types, CSV must
 * be told. `NA` and `null` are words like any other here, so readers that take them for missing are told not to.
 */
export const loadingSnippets = (dataset: Dataset, table: Table): readonly LoadingSnippet[] => {
  const has = new Map(formats.map((format) => [format, filesOf(dataset, table, format)[0]?.path]));
  return tools.flatMap(({ tool, language, start, load }) => {
    const lines = bestFirst.flatMap((format) => {
      const path = has.get(format);
      const line = path === undefined ? undefined : load[format]?.(table, path);
      return line === undefined ? [] : [line];
    });
    return lines.length === 0 ? [] : [{ tool, language, code: [...start, ...lines].join("\n") }];
  });
};

/** Parquet takes one line everywhere and is the smallest file. */
const bestFirst: readonly Format[] = ["parquet", "arrow", "jsonl", "csv"];

type Tool = Readonly<{
  tool: string;
  language: LoadingSnippet["language"];
  start: readonly string[];
  load: Partial<Readonly<Record<Format, (table: Table, path: string) => string>>>;
}>;

const columnsOf = (table: Table, kind: "date" | "list"): readonly string[] =>
  columnsIn(table, "csv")
    .filter((column) => column.kind === kind)
    .map(({ name }) => name);

const tools: readonly Tool[] = [
  {
    tool: "pandas",
    language: "python",
    start: ["import json", "import pandas as pd", ""],
    load: {
      parquet: ({ name }, path) => `${name} = pd.read_parquet("${path}", dtype_backend="pyarrow")`,
      arrow: ({ name }, path) => `${name} = pd.read_feather("${path}", dtype_backend="pyarrow")`,
      csv: (table, path) =>
        [
          `${table.name} = pd.read_csv(`,
          `    "${path}",`,
          `    dtype=${pandasTypes(table)},`,
          `    parse_dates=${JSON.stringify(columnsOf(table, "date"))},`,
          `    converters={${columnsOf(table, "list")
            .map((name) => `"${name}": json.loads`)
            .join(", ")}},`,
          `    keep_default_na=False, na_values=[""], encoding="utf-8",`,
          ")",
        ].join("\n"),
      jsonl: ({ name }, path) =>
        `${name} = pd.DataFrame(map(json.loads, open("${path}", encoding="utf-8", newline="\\n")))`,
    },
  },
  {
    tool: "polars",
    language: "python",
    start: ["import polars as pl", ""],
    load: {
      parquet: ({ name }, path) => `${name} = pl.read_parquet("${path}")`,
      arrow: ({ name }, path) => `${name} = pl.read_ipc("${path}")`,
      csv: (table, path) =>
        [`${table.name} = pl.read_csv(`, `    "${path}",`, `    schema=${polarsSchema(table)},`, ")"].join(
          "\n",
        ),
    },
  },
  {
    tool: "DuckDB",
    language: "sql",
    start: [],
    load: {
      parquet: (_, path) => `SELECT * FROM read_parquet('${path}');`,
      jsonl: (table, path) =>
        `SELECT * FROM read_json('${path}', format = 'newline_delimited', columns = ${duckdbColumns(table, "jsonl")});`,
      csv: (table, path) =>
        `SELECT * FROM read_csv('${path}', header = true, quote = '"', escape = '"', columns = ${duckdbColumns(table, "csv")});`,
    },
  },
  {
    tool: "R",
    language: "r",
    start: [],
    load: {
      csv: (table, path) =>
        [
          `${table.name} <- read.csv(`,
          `  "${path}", na.strings = "", encoding = "UTF-8",`,
          `  colClasses = ${rColumnClasses(table)}`,
          ")",
        ].join("\n"),
      jsonl: ({ name }, path) =>
        `${name} <- jsonlite::stream_in(file("${path}", encoding = "UTF-8"), verbose = FALSE)`,
    },
  },
  {
    tool: "TypeScript",
    language: "ts",
    start: ['import { readFileSync } from "node:fs";', 'import { tableFromIPC } from "apache-arrow";', ""],
    load: { arrow: ({ name }, path) => `const ${name} = tableFromIPC(readFileSync("${path}"));` },
  },
];
