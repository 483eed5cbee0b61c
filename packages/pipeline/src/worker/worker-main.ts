import { writeFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import type { RecordAnnotator } from "./annotate-record.js";
import type { SessionOptions } from "./protocol.js";
import { type Channel, serve } from "./serve.js";

/** Runs this process as a worker that annotates documents. */
export const runWorker = (load: (options: SessionOptions) => Promise<RecordAnnotator>): Promise<void> => {
  compileSmaller();
  return onStandardStreams((channel) => serve(load, channel));
};

/**
 * V8 folds what a function calls into it, up to 920 units of bytecode, and over the many recognisers that takes a third of the
 * CPU time of the first ten megabytes. With less than half of that those take a tenth less, and what follows no longer.
 * A V8 without these flags ignores them.
 */
const compileSmaller = (): void => {
  setFlagsFromString("--max-inlined-bytecode-size-cumulative=400");
  setFlagsFromString("--max-inlined-bytecode-size=200");
};

/**
 * Serves a driver on this process's standard streams. stdout carries frames alone, so the console is turned to
 * stderr first; the process ends with its driver, even from within an endless loop.
 */
export const onStandardStreams = async (serveOn: (channel: Channel) => Promise<void>): Promise<void> => {
  globalThis.console = new console.Console(process.stderr, process.stderr);
  preferToDie();
  // Ctrl-C reaches the whole group; the driver decides what becomes of its workers.
  process.on("SIGINT", () => undefined);
  // A thread of its own: this one may hang in a document when the driver dies.
  const watch = new Worker(new URL("./watch-parent.js", import.meta.url), {
    workerData: process.ppid,
  });
  watch.unref();
  await serveOn({ input: process.stdin, output: process.stdout });
  await watch.terminate();
};

/** On Linux, when memory runs out, a worker goes before its driver and before anything else of the user's. */
const preferToDie = (): void => {
  if (process.platform !== "linux") return;
  try {
    writeFileSync("/proc/self/oom_score_adj", "1000");
  } catch {
    // Sandboxes forbid it; the worker only loses the preference.
  }
};
