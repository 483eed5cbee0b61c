import { readFileSync } from "node:fs";
import type { Diagnostic } from "@readout/model";
import { decode } from "@readout/parser";
import { parse } from "csv-parse/sync";
import { BuildError, reasonOf } from "../failure.js";

/** A row by the names of its columns, and the line on which it ends, from 1. */
export type SourcesRow = Readonly<{ line: number; row: Readonly<Record<string, string>> }>;

/** What stands between fields: a comma, or what spreadsheets write where the comma is for decimals. */
const delimiters = [",", ";", "\t"];

export type SourcesCsv = Readonly<{
  /** Null where no column is called `file`. */
  rows: readonly SourcesRow[] | null;
  /** What there was to say about its encoding. */
  diagnostics: readonly Diagnostic[];
}>;

/**
 * Reads a sources.csv in whatever encoding its program saved it: a spreadsheet's plain "CSV" is windows-1252. Throws a
 * {@link BuildError} where it cannot be read or is no CSV.
 */
export const readSourcesCsv = (path: string): SourcesCsv => {
  try {
    const { text, diagnostics } = decode(readFileSync(path));
    const [header = ""] = text.split("\n", 1);
    const delimiter = delimiters.find((one) => columnsOf(header, one).includes("file"));
    if (delimiter === undefined) return { rows: null, diagnostics };
    const rows = parse(text, {
      delimiter,
      columns: (names: readonly string[]) => names.map((name) => name.trim()),
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as readonly Readonly<{
      info: Readonly<{ lines: number }>;
      record: Record<string, string>;
    }>[];
    return { rows: rows.map(({ info, record }) => ({ line: info.lines, row: record })), diagnostics };
  } catch (error) {
    throw new BuildError(`${path}: ${reasonOf(error)}`);
  }
};

const columnsOf = (header: string, delimiter: string): readonly string[] =>
  header.split(delimiter).map((name) => name.trim().replace(/^"(.*)"$/, "$1"));
