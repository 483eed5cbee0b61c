import { writeFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { RecordAnnotator } from "./annotate-record.js";
import type { SessionOptions } from "./protocol.js";
import { type Channel, serve } from "./serve.js";

/** Runs this process as a worker that annotates documents. */
export const runWorker = (load: (options: SessionOptions) => Promise<RecordAnnotator>): Promise<void> =>
  onStandardStreams((channel) => serve(load, channel));

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
