import { join, resolve } from "node:path";
import type { BuildContext, BuildOptions, Progress } from "./build-options.js";
import { type AnswerCache, type CacheOptions, noCache, openAnswerCache } from "./cache/answer-cache.js";
import { BuildError, reasonOf } from "./failure.js";
import { type FoundInputs, findInputs } from "./inputs/find-inputs.js";
import { readInputs } from "./inputs/read-inputs.js";
import { findSources, readSources, type Sources } from "./inputs/sources.js";
import { openWorkshop, type Workshop } from "./output/dataset-folder.js";
import { type DatasetNotes, readDatasetNotes } from "./output/dataset-notes.js";
import { type BuildReport, writeDataset } from "./output/write-dataset.js";
import { resolveCorpus } from "./resolve/resolve-corpus.js";
import { spool } from "./spool/spool.js";
import { type Annotating, annotateAll } from "./worker/annotate-all.js";
import { describeEngine } from "./worker/engine.js";
import type { SessionOptions } from "./worker/protocol.js";
import { defaultTolerance, withinTolerance } from "./worker/within-tolerance.js";
import { createWorkerPool } from "./worker/worker-pool.js";

/**
 * Builds a dataset: reads the inputs, annotates each document in a child process, resolves what only the corpus tells, writes
 * every table in every format asked for. The output folder appears whole or not at all. Throws a {@link BuildError} where
 * the build cannot be done.
 */
export const build = async (options: BuildOptions, context: BuildContext): Promise<BuildReport> => {
  const { found, sources, notes } = openInputs(options);
  return inWorkshop(options, context, async ({ folder, scratch }, annotating) =>
    publishable(
      await writeDataset(
        folder,
        await resolveCorpus(
          await spool(
            withinTolerance(
              annotateAll(readInputs(found, sources), annotating),
              options.tolerance ?? defaultTolerance,
            ),
            scratch,
            context.progress,
            context.signal,
          ),
          join(folder, "jsonl"),
          context.progress,
          context.signal,
        ),
        { ...options, notes },
        context.progress,
        context.signal,
      ),
      options,
    ),
  );
};

type Inputs = Readonly<{ found: FoundInputs; sources: Sources; notes: DatasetNotes }>;

const openInputs = ({ inputs, out, sources }: BuildOptions): Inputs => {
  const csvPaths = sources === null ? findSources(inputs) : [resolve(sources)];
  const found = findInputs(inputs, { except: [resolve(out), ...csvPaths] });
  if (found.files.length === 0) throw new BuildError(`${inputs.join(", ")}: nothing to read there`);
  return { found, sources: readSources(csvPaths, found.files), notes: readDatasetNotes(inputs) };
};

/** Gives the work a folder to fill and workers to annotate with, publishes the folder when it is done, and always clears up. */
const inWorkshop = async <Result>(
  { out, layout, text, cache: cacheOptions = null }: BuildOptions,
  { workers, signal, progress }: BuildContext,
  work: (workshop: Workshop, annotating: Annotating) => Promise<Result>,
): Promise<Result> => {
  const session = { layout, text } as const;
  const cache = openCache(cacheOptions, session, progress);
  const workshop = openWorkshop(out);
  const pool = createWorkerPool({ ...workers, session });
  const stop = (): void => pool.close();
  signal.addEventListener("abort", stop);
  try {
    const result = await work(workshop, { pool, cache });
    signal.throwIfAborted();
    workshop.publish();
    return result;
  } catch (error) {
    // What an abort breaks on its way is no news.
    throw signal.aborted ? signal.reason : error;
  } finally {
    signal.removeEventListener("abort", stop);
    pool.close();
    cache.close();
    workshop.discard();
  }
};

const openCache = (
  options: CacheOptions | null,
  session: SessionOptions,
  { warn = () => undefined }: Progress,
): AnswerCache => {
  if (options === null) return noCache;
  try {
    return openAnswerCache(options, { engine: describeEngine(), session }, warn);
  } catch (error) {
    throw new BuildError(
      `${options.folder}: no place for a cache: ${reasonOf(error)}; --cache none builds without`,
    );
  }
};

/** The report, unless the build is to fail for what could not be read. */
const publishable = (report: BuildReport, { onRejected }: BuildOptions): BuildReport => {
  const { rejected } = report;
  if (onRejected === "report" || rejected.length === 0) return report;
  const reasons = rejected.map(({ source, message }) => `${source}: ${message}`);
  throw new BuildError(
    [`${rejected.length} inputs could not be read, nothing was written:`, ...reasons].join("\n"),
  );
};
