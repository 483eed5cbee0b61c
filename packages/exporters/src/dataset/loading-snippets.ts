import { columnsIn } from "../describe-columns.js";
import type { Format, Table } from "../table.js";
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
export const loadingSnippets = (dataset: Dataset, table: Table): readonly LoadingSnippet[] =>
  tools.flatMap(({ tool, language, start, load }) => {
    const lines = bestFirst.flatMap((format) => {
      const paths = filesOf(dataset, table, format).map(({ path }) => path);
      const line = paths.length === 0 ? undefined : load[format]?.(table, paths);
      return line === undefined ? [] : [line];
    });
    return lines.length === 0 ? [] : [{ tool, language, code: [...start, ...lines].join("\n") }];
  });

/** Parquet takes one line everywhere and is the smallest file. */
const bestFirst: readonly Format[] = ["parquet", "arrow", "jsonl", "csv"];

type Tool = Readonly<{
  tool: string;
  language: LoadingSnippet["language"];
  start: readonly string[];
  /** Loads a table from its parts, of which there is one or more. */
  load: Partial<Readonly<Record<Format, (table: Table, paths: readonly string[]) => string>>>;
}>;

/** Python that reads one part, or all of them into one frame. `read` is given the expression for a path. */
const pythonParts = (
  paths: readonly string[],
  read: (path: string) => string,
  concat: "pd.concat" | "pl.concat",
): string =>
  paths.length === 1
    ? read(JSON.stringify(paths[0]))
    : `${concat}([${read("path")} for path in ${JSON.stringify(paths)}])`;

const rParts = (paths: readonly string[], read: (path: string) => string): string =>
  paths.length === 1
    ? read(JSON.stringify(paths[0]))
    : `do.call(rbind, lapply(c(${paths.map((path) => JSON.stringify(path)).join(", ")}), function(path) ${read("path")}))`;

/** DuckDB takes a path or a list of them. */
const sqlPaths = (paths: readonly string[]): string => {
  const quoted = paths.map((path) => `'${path}'`).join(", ");
  return paths.length === 1 ? quoted : `[${quoted}]`;
};

const namesOf = (table: Table, kind: "date" | "list"): readonly string[] =>
  columnsIn(table, "csv")
    .filter((column) => column.kind === kind)
    .map(({ name }) => name);

const pandasCsv = (table: Table, path: string): string =>
  [
    "pd.read_csv(",
    `    ${path},`,
    `    dtype=${pandasTypes(table)},`,
    `    parse_dates=${JSON.stringify(namesOf(table, "date"))},`,
    `    converters={${namesOf(table, "list")
      .map((name) => `"${name}": json.loads`)
      .join(", ")}},`,
    `    keep_default_na=False, na_values=[""], encoding="utf-8",`,
    ")",
  ].join("\n");

const tools: readonly Tool[] = [
  {
    tool: "pandas",
    language: "python",
    start: ["import json", "import pandas as pd", ""],
    load: {
      parquet: ({ name }, paths) =>
        `${name} = ${pythonParts(paths, (path) => `pd.read_parquet(${path}, dtype_backend="pyarrow")`, "pd.concat")}`,
      arrow: ({ name }, paths) =>
        `${name} = ${pythonParts(paths, (path) => `pd.read_feather(${path}, dtype_backend="pyarrow")`, "pd.concat")}`,
      jsonl: ({ name }, paths) =>
        `${name} = ${pythonParts(paths, (path) => `pd.DataFrame(map(json.loads, open(${path}, encoding="utf-8", newline="\\n")))`, "pd.concat")}`,
      csv: (table, paths) =>
        `${table.name} = ${pythonParts(paths, (path) => pandasCsv(table, path), "pd.concat")}`,
    },
  },
  {
    tool: "polars",
    language: "python",
    start: ["import polars as pl", ""],
    load: {
      parquet: ({ name }, paths) =>
        `${name} = ${pythonParts(paths, (path) => `pl.read_parquet(${path})`, "pl.concat")}`,
      arrow: ({ name }, paths) =>
        `${name} = ${pythonParts(paths, (path) => `pl.read_ipc(${path})`, "pl.concat")}`,
      csv: (table, paths) =>
        `${table.name} = ${pythonParts(paths, (path) => `pl.read_csv(\n    ${path},\n    schema=${polarsSchema(table)},\n)`, "pl.concat")}`,
    },
  },
  {
    tool: "DuckDB",
    language: "sql",
    start: [],
    load: {
      parquet: (_, paths) => `SELECT * FROM read_parquet(${sqlPaths(paths)});`,
      jsonl: (table, paths) =>
        `SELECT * FROM read_json(${sqlPaths(paths)}, format = 'newline_delimited', columns = ${duckdbColumns(table, "jsonl")});`,
      csv: (table, paths) =>
        `SELECT * FROM read_csv(${sqlPaths(paths)}, header = true, quote = '"', escape = '"', columns = ${duckdbColumns(table, "csv")});`,
    },
  },
  {
    tool: "R",
    language: "r",
    start: [],
    load: {
      jsonl: ({ name }, paths) =>
        `${name} <- ${rParts(paths, (path) => `jsonlite::stream_in(file(${path}, encoding = "UTF-8"), verbose = FALSE)`)}`,
      csv: (table, paths) =>
        `${table.name} <- ${rParts(paths, (path) => `read.csv(\n  ${path}, na.strings = "", encoding = "UTF-8",\n  colClasses = ${rColumnClasses(table)}\n)`)}`,
    },
  },
  {
    tool: "TypeScript",
    language: "ts",
    start: ['import { readFileSync } from "node:fs";', 'import { tableFromIPC } from "apache-arrow";', ""],
    load: {
      arrow: ({ name }, paths) =>
        paths.length === 1
          ? `const ${name} = tableFromIPC(readFileSync("${paths[0]}"));`
          : `const ${name} = ${JSON.stringify(paths)}\n  .map((path) => tableFromIPC(readFileSync(path)))\n  .reduce((parts, part) => parts.concat(part));`,
    },
  },
];
