import type { Command } from "commander";

/** `readout worker --stdio`: the framed protocol that builds and clusters drive. */
export const addWorkerCommand = (program: Command): void => {
  program
    .command("worker")
    .summary("annotate documents for a driver, over frames on standard input and output")
    .requiredOption("--stdio", "the only channel there is")
    .action(async () => {
      // Loaded here alone: no other command needs the lexicons.
      const { createRecordAnnotator } = await import("../worker/annotate-record.js");
      const { runWorker } = await import("../worker/worker-main.js");
      await runWorker(createRecordAnnotator);
    });
};
