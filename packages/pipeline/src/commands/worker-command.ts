import type { Command } from "commander";
import { UsageError } from "../failure.js";

type Options = Readonly<{ stdio?: true; read?: true; reduce?: string; plan?: string[]; sources?: string }>;

/** `readout worker`: what builds and clusters drive, over frames on standard input and output. */
export const addWorkerCommand = (program: Command): void => {
  program
    .command("worker")
    .summary("annotate documents for a driver, over frames on standard input and output")
    .option("--stdio", "annotate documents")
    .option("--read", "read input files and give their documents to be annotated elsewhere")
    .option("--reduce <name>", "one step of resolving a corpus, for an engine that sorts and groups")
    .option("--plan <inputs...>", "print what an engine needs to know of the inputs, as JSON lines")
    .option("--sources <file>", "with --plan: CSV with file, url, title, publisher, published")
    .action(async (options: Options) => {
      // Loaded here alone: no other command needs the lexicons, and no other role of a worker.
      if (options.plan !== undefined) {
        const { planLines } = await import("../cluster/print-plan.js");
        for (const line of planLines(options.plan, options.sources ?? null))
          process.stdout.write(`${line}\n`);
        return;
      }
      const { onStandardStreams, runWorker } = await import("../worker/worker-main.js");
      if (options.read) {
        const { serveReader } = await import("../cluster/serve-reader.js");
        await onStandardStreams(serveReader);
      } else if (options.reduce !== undefined) {
        const { isReducer, reducers } = await import("../cluster/reducers.js");
        const { serveReducer } = await import("../cluster/serve-reducer.js");
        const { reduce } = options;
        if (!isReducer(reduce)) throw new UsageError(`no reducer is called ${reduce}`);
        await onStandardStreams((channel) => serveReducer(reducers[reduce], channel));
      } else if (options.stdio) {
        const { createRecordAnnotator } = await import("../worker/annotate-record.js");
        await runWorker(createRecordAnnotator);
      } else throw new UsageError("readout worker needs --stdio, --read, --reduce or --plan");
    });
};
