import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { DatasetFile, Format, PartChunk, Table } from "@readout/exporters";
import { tablePath } from "@readout/exporters/dataset";
import { type TableName, tableList } from "@readout/model/rows";
import { pause } from "../pause.js";
import { type Appender, createAppender } from "../spool/appender.js";
import { readRows } from "../spool/read-rows.js";
import { digestOf } from "./digest.js";

export type FormatOptions = Readonly<{ formats: readonly Format[]; csv: "plain" | "excel" }>;

/**
 * Writes the tables, which lie in `folder/jsonl` as JSON lines, in the other formats asked for, and takes the JSON lines
 * away where they are not asked for. Gives the files that stand there then.
 */
export const writeFormats = async (
  folder: string,
  rows: Readonly<Record<TableName, number>>,
  { formats, csv }: FormatOptions,
  signal?: AbortSignal,
): Promise<readonly DatasetFile[]> => {
  const files: DatasetFile[] = [];
  for (const format of formats) {
    mkdirSync(join(folder, format), { recursive: true });
    for (const table of tableList) {
      const parts =
        format === "jsonl"
          ? [rows[table.name]]
          : await writeTable(folder, table, format, csv, rows[table.name], signal);
      parts.forEach((count, index) => {
        const path = tablePath(table.name, format, index + 1);
        files.push({ path, table: table.name, format, rows: count, ...digestOf(join(folder, path)) });
      });
    }
  }
  if (!formats.includes("jsonl")) rmSync(join(folder, "jsonl"), { recursive: true });
  return files;
};

/** Writes one table in one format; gives the rows of each part. */
const writeTable = async (
  folder: string,
  table: Table,
  format: Exclude<Format, "jsonl">,
  csv: FormatOptions["csv"],
  total: number,
  signal: AbortSignal | undefined,
): Promise<readonly number[]> => {
  const rows = readRows<Record<string, unknown>>(join(folder, tablePath(table.name, "jsonl")));
  const counts: number[] = [];
  let file: Appender | null = null;
  try {
    for await (const { part, bytes, rows: count } of await encode(format, rows, table, csv, total)) {
      if (part > counts.length) {
        file?.close();
        file = createAppender(join(folder, tablePath(table.name, format, part)));
        counts.push(0);
      }
      file?.append(bytes);
      counts[part - 1] = (counts[part - 1] ?? 0) + count;
      await pause(signal);
    }
  } finally {
    file?.close();
  }
  return counts;
};

/** A format's writer is loaded when it is wanted: all of them take as long to load as fifty pages to annotate. */
const encode = async (
  format: Exclude<Format, "jsonl">,
  rows: Iterable<Record<string, unknown>>,
  table: Table,
  preset: FormatOptions["csv"],
  total: number,
): Promise<AsyncIterable<PartChunk>> => {
  switch (format) {
    case "csv": {
      const { toCsv } = await import("@readout/exporters/csv");
      return asOnePart(toCsv(rows, table, { preset }), total);
    }
    case "arrow": {
      const { toArrowParts } = await import("@readout/exporters/arrow");
      return toArrowParts(rows, table);
    }
    case "parquet": {
      const { toParquet } = await import("@readout/exporters/parquet");
      return asOnePart(toParquet(rows, table), total);
    }
  }
};

async function* asOnePart(chunks: AsyncIterable<Uint8Array>, rows: number): AsyncGenerator<PartChunk> {
  let left = rows;
  for await (const bytes of chunks) {
    yield { part: 1, bytes, rows: left };
    left = 0;
  }
}
