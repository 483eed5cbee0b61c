import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describeDataset } from "@readout/exporters/dataset";
import { tableList } from "@readout/model/rows";
import type { Progress } from "../build-options.js";
import type { Resolved, TableCounts } from "../resolve/resolve-corpus.js";
import type { DatasetNotes } from "./dataset-notes.js";
import { type Rejected, rejectedInputs } from "./rejected-inputs.js";
import { type FormatOptions, writeFormats } from "./write-formats.js";

export type DatasetOptions = FormatOptions & Readonly<{ notes: DatasetNotes }>;

/** What a build came to. */
export type BuildReport = Readonly<{
  rows: TableCounts;
  /** Documents whose annotation failed: of most of them the text was kept. */
  quarantined: number;
  /** Documents whose answer came from the cache. */
  cached: number;
  /** Inputs that could not be read. */
  rejected: readonly Rejected[];
}>;

/** Turns a folder with the tables as JSON lines into a dataset: every format, and the files that describe it. */
export const writeDataset = async (
  folder: string,
  resolved: Resolved,
  options: DatasetOptions,
  progress: Progress,
  signal?: AbortSignal,
): Promise<BuildReport> => {
  progress.stage("writing");
  const rejected = rejectedInputs(join(folder, "jsonl"));
  const files = await writeFormats(folder, resolved.rows, options, signal);
  const described = describeDataset({
    ...options.notes,
    sources: [],
    tables: tableList,
    files,
    counts: [
      { label: "Documents", value: resolved.rows.documents },
      { label: "Near-copies of another document", value: resolved.duplicates },
      { label: "Documents without a known day of publication", value: resolved.undated },
      { label: "Documents whose annotation failed; of most the text was kept", value: resolved.quarantined },
      { label: "Inputs that could not be read", value: rejected.length },
    ],
    limits,
  });
  for (const { path, text } of described) writeFileSync(join(folder, path), text, { flag: "wx" });
  return { rows: resolved.rows, quarantined: resolved.quarantined, cached: resolved.cached, rejected };
};

const limits: readonly string[] = [
  "English pages are annotated; pages in other languages have documents, blocks and a diagnostic.",
  "Rules and lexicons found all of it and no person checked it: `rule`, `basis` and the offsets say what each row rests on.",
  "A page without a day of publication has an interval in `published_earliest` and `published_latest`; relative dates in it are resolved as far as that allows.",
  "What was skipped, doubted or not read is listed in `diagnostics`.",
];
