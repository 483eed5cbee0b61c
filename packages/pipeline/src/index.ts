/** The readout command as functions: build a dataset, check one, serve as a worker. */
export { type BuildContext, type BuildOptions, type Progress, silent } from "./build-options.js";
export { BuildError, UsageError } from "./failure.js";
export type { BuildReport } from "./output/write-dataset.js";
export { build } from "./run.js";
export { createRecordAnnotator, type RecordAnnotator } from "./worker/annotate-record.js";
export { workerCommand } from "./worker/worker-command.js";
export { runWorker } from "./worker/worker-main.js";
