import { availableParallelism } from "node:os";
import { type Command, Option } from "commander";
import { z } from "zod";
import { createProgress } from "../progress.js";
import { workerCommand } from "../worker/worker-command.js";
import { onInterrupt } from "./interrupt.js";
import { counted } from "./terminal-text.js";

const options = z.object({
  out: z.string(),
  title: z.string().optional(),
  text: z.enum(["full", "none"]),
  sources: z.string().optional(),
});

/** `readout report <dataset or inputs…> --out FILE`: one offline page. */
export const addReportCommand = (program: Command): void => {
  program
    .command("report")
    .summary("one offline HTML page that shows what is in the pages, and the words behind every row")
    .description(
      "Writes one HTML file that opens from disk, asks no network for anything, and shows events, quotes and who deals with whom, each with its sentence. Takes the folder of a dataset with JSON lines, or pages as `readout build` does.",
    )
    .argument("<inputs...>", "folder of a dataset; or files, folders, - for standard input")
    .requiredOption("--out <file>", "the page; a file that is no report of Readout's is left alone")
    .option("--title <text>", "heading; default: the dataset's title, or the input's name")
    .addOption(
      new Option("--text <kind>", "none leaves out every word of the pages")
        .choices(["full", "none"])
        .default("full"),
    )
    .option(
      "--sources <file>",
      "CSV with file, url, title, publisher, published, for inputs that are no dataset",
    )
    .action(async (inputs: string[], given: unknown) => {
      const { out, title, text, sources } = options.parse(given);
      const { report } = await import("../report/report.js");
      const progress = createProgress(process.stderr);
      const interrupt = onInterrupt();
      try {
        const { bytes, documents, events } = await report(
          { inputs, out, title: title ?? null, text, sources: sources ?? null },
          {
            workers: { workers: availableParallelism(), command: workerCommand() },
            signal: interrupt.signal,
            progress,
          },
        );
        progress.clear();
        process.stderr.write(
          `${out}: ${counted(documents, "document")}, ${counted(events, "event")}, ${(bytes / 1e6).toFixed(1)} MB\n`,
        );
      } finally {
        progress.clear();
        interrupt.release();
      }
    });
};
