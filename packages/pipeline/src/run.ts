import { join, resolve } from "node:path";
import type { BuildContext, BuildOptions } from "./build-options.js";
import { BuildError } from "./failure.js";
import { findInputs } from "./inputs/find-inputs.js";
import { readInputs } from "./inputs/read-inputs.js";
import { findSources, readSources } from "./inputs/sources.js";
import { openWorkshop } from "./output/dataset-folder.js";
import { readDatasetNotes } from "./output/dataset-notes.js";
import { writeDataset } from "./output/write-dataset.js";
import { type Rejected, rejectedInputs } from "./rejected-inputs.js";
import { resolveCorpus, type TableCounts } from "./resolve/resolve-corpus.js";
import { spool } from "./spool/spool.js";
import { annotateAll } from "./worker/annotate-all.js";
import { createWorkerPool } from "./worker/worker-pool.js";

/** What a build came to. */
export type BuildReport = Readonly<{
  rows: TableCounts;
  /** Inputs that could not be read. */
  rejected: readonly Rejected[];
}>;

/**
 * Builds a dataset: reads the inputs, annotates each document in a child process, resolves what only the corpus tells, writes
 * every table in every format asked for. The output folder appears whole or not at all. Throws a {@link BuildError} where
 * the build cannot be done.
 */
export const build = async (options: BuildOptions, context: BuildContext): Promise<BuildReport> => {
  const csvPaths = options.sources === null ? findSources(options.inputs) : [resolve(options.sources)];
  const inputs = findInputs(options.inputs, { except: [resolve(options.out), ...csvPaths] });
  if (inputs.files.length === 0) throw new BuildError(`${options.inputs.join(", ")}: nothing to read there`);
  const sources = readSources(csvPaths, inputs.files);
  const notes = readDatasetNotes(options.inputs);
  const workshop = openWorkshop(options.out);
  const pool = createWorkerPool({
    ...context.workers,
    session: { layout: options.layout, text: options.text },
  });
  const stop = (): void => pool.close();
  context.signal.addEventListener("abort", stop);
  try {
    const jsonl = join(workshop.folder, "jsonl");
    const resolved = resolveCorpus(
      await spool(annotateAll(readInputs(inputs, sources), pool), workshop.scratch, context.progress),
      jsonl,
      context.progress,
    );
    const rejected = rejectedInputs(jsonl);
    if (options.onRejected === "fail" && rejected.length > 0) throw new BuildError(refusal(rejected));
    await writeDataset(
      workshop.folder,
      resolved,
      { ...options, notes, rejected: rejected.length },
      context.progress,
    );
    context.signal.throwIfAborted();
    workshop.publish();
    return { rows: resolved.rows, rejected };
  } catch (error) {
    // What an abort breaks on its way is no news.
    throw context.signal.aborted ? context.signal.reason : error;
  } finally {
    context.signal.removeEventListener("abort", stop);
    pool.close();
    workshop.discard();
  }
};

const refusal = (rejected: readonly Rejected[]): string =>
  [
    `${rejected.length} inputs could not be read, nothing was written:`,
    ...rejected.map(({ source, message }) => `${source}: ${message}`),
  ].join("\n");
