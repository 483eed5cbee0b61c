import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import type { Row, TableName } from "@readout/model/rows";
import { renderReport } from "@readout/report";
import { z } from "zod";
import type { BuildContext } from "../build-options.js";
import { BuildError, reasonOf } from "../failure.js";
import { isDataset } from "../output/dataset-folder.js";
import { build } from "../run.js";
import { readRows } from "../spool/read-rows.js";

/** What a report is to show. */
export type ReportRequest = Readonly<{
  /** The folder of a dataset, or inputs as a build takes them. */
  inputs: readonly string[];
  /** The HTML file. */
  out: string;
  /** Null: what the dataset is called, or the first input. */
  title: string | null;
  text: "full" | "none";
  sources: string | null;
}>;

export type ReportResult = Readonly<{ bytes: number; documents: number; events: number }>;

/**
 * Writes the offline page of a dataset; of inputs, by building them into a temporary folder first. The file appears whole or not at all.
 * Throws a {@link BuildError} where there is nothing to show or the file cannot be written.
 */
export const report = async (request: ReportRequest, context: BuildContext): Promise<ReportResult> => {
  refuseForeign(request.out);
  const [folder] = request.inputs;
  if (request.inputs.length === 1 && folder !== undefined && isDataset(folder)) {
    if (request.sources !== null)
      throw new BuildError(`${folder}: is a dataset already; --sources counts when it is built`);
    return writeReport(folder, request);
  }
  const scratch = mkdtempSync(join(tmpdir(), "readout-report-"));
  try {
    const dataset = join(scratch, "dataset");
    const { inputs, text, sources } = request;
    await build(
      {
        inputs,
        out: dataset,
        formats: ["jsonl"],
        layout: "page",
        text,
        csv: "plain",
        sources,
        onRejected: "report",
      },
      context,
    );
    return writeReport(dataset, { ...request, title: request.title ?? basename(resolve(folder ?? "")) });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
};

const writeReport = (folder: string, { out, title, text }: ReportRequest): ReportResult => {
  const counts = { documents: 0, events: 0 };
  const described = dataPackage.parse(JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8")));
  const html = renderReport(readTable(folder), {
    title: title ?? described.title ?? described.name ?? basename(resolve(folder)),
    description: title === null ? (described.description ?? null) : null,
    text,
  });
  for (const table of ["documents", "events"] as const)
    for (const _ of readTable(folder)(table)) counts[table] += 1;
  writeWhole(out, html);
  return { bytes: Buffer.byteLength(html), ...counts };
};

const dataPackage = z.object({
  name: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
});

const readTable =
  (folder: string) =>
  <Name extends TableName>(table: Name): Iterable<Row<Name>> => {
    const path = join(folder, "jsonl", `${table}.jsonl`);
    if (!existsSync(path)) throw new BuildError(`${folder}: has no JSON lines; build it with --format jsonl`);
    return readRows<Row<Name>>(path);
  };

/** What every report says of itself in its head; other files are not written over. */
const mark = '<meta name="generator" content="Readout" />';
const headLength = 4096;

const refuseForeign = (out: string): void => {
  if (!existsSync(out)) return;
  if (readHead(out).includes(mark)) return;
  throw new BuildError(
    `${out}: is no report of Readout's, and is left alone; name another file or remove it`,
  );
};

const readHead = (path: string): string => {
  try {
    return readFileSync(path, "utf8").slice(0, headLength);
  } catch (error) {
    throw new BuildError(`${path}: cannot be written: ${reasonOf(error)}`);
  }
};

const writeWhole = (out: string, html: string): void => {
  const beside = `${out}.tmp-${process.pid}`;
  try {
    writeFileSync(beside, html);
    renameSync(beside, out);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new BuildError(`${out}: cannot be written: ${reasonOf(error)}`);
  }
};
