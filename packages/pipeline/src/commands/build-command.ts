import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";
import { type Format, formats, isFormat } from "@readout/exporters/table";
import { type Command, InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import type { Progress } from "../build-options.js";
import { cacheOptions, userCache } from "../cache/default-cache.js";
import { BuildError } from "../failure.js";
import { createProgress } from "../progress.js";
import { defaultTolerance } from "../worker/within-tolerance.js";
import { workerCommand } from "../worker/worker-command.js";
import { onInterrupt } from "./interrupt.js";
import { counted, oneLine, printable } from "./terminal-text.js";

const options = z.object({
  out: z.string(),
  format: z.array(z.custom<Format>(isFormat)),
  layout: z.enum(["page", "plain"]),
  text: z.enum(["full", "none"]),
  csv: z.enum(["plain", "excel"]),
  sources: z.string().optional(),
  workers: z.int().min(1),
  strict: z.boolean().default(false),
  tolerate: z.number(),
  cache: z.string().optional(),
});

/** `readout build <inputs…> --out DIR`: news pages in, tables out. */
export const addBuildCommand = (program: Command): void => {
  program
    .command("build")
    .summary("news pages in, tables out")
    .description(
      "Reads text, HTML, JSONL, WARC and WET files (plain, .gz, .zst), folders of them, or - for standard input, and writes every table to a folder, which appears whole or not at all. Memory stays below 1 GB a worker however much is read.",
    )
    .addHelpText("after", aboutCache)
    .argument("<inputs...>", "files, folders, or - for standard input")
    .requiredOption("--out <dir>", "folder for the dataset; one that is not Readout's is left alone")
    .addOption(
      new Option("--format <list>", "formats, with commas between")
        .default([...formats], formats.join(","))
        .argParser(readFormats),
    )
    .addOption(
      new Option("--layout <kind>", "saved pages with furniture, or clean text")
        .choices(["page", "plain"])
        .default("page"),
    )
    .addOption(
      new Option("--text <kind>", "none leaves texts out and keeps offsets")
        .choices(["full", "none"])
        .default("full"),
    )
    .addOption(
      new Option("--csv <kind>", "excel adds a byte order mark and disarms formulas")
        .choices(["plain", "excel"])
        .default("plain"),
    )
    .option(
      "--sources <file>",
      "CSV with file, url, title, publisher, published; default: sources.csv beside the input",
    )
    .addOption(
      new Option("--workers <n>", "processes that annotate")
        .default(availableParallelism())
        .argParser(readWorkers),
    )
    .option("--strict", "fail where an input cannot be read", false)
    .addOption(
      new Option(
        "--tolerate <share>",
        "share of documents whose annotation may fail before the build does; five may always",
      )
        .default(defaultTolerance)
        .argParser(readShare),
    )
    .option("--cache <dir>", "folder for finished documents, or none; default: see below")
    .action(runBuild);
};

const runBuild = async (inputs: string[], given: unknown): Promise<void> => {
  const { out, format, layout, text, csv, sources, workers, strict, tolerate, cache } = options.parse(given);
  // Loaded when it is wanted: a wrong argument is told at once.
  const { build } = await import("../run.js");
  const progress = createProgress(process.stderr);
  const interrupt = onInterrupt();
  growHeapBy(heapGrowth.reading);
  try {
    const { rows, rejected, quarantined, cached } = await build(
      {
        inputs,
        out,
        formats: format,
        layout,
        text,
        csv,
        sources: sources ?? null,
        onRejected: strict ? "fail" : "report",
        tolerance: tolerate,
        cache: cacheOptions(cache, out),
      },
      {
        workers: { workers, command: workerCommand() },
        signal: interrupt.signal,
        progress: collectingBy(progress),
      },
    );
    progress.clear();
    listRejected(rejected);
    process.stderr.write(
      `${out}: ${counted(rows.documents, "document")} (${cached} from the cache, ${quarantined} quarantined), ${counted(rows.events, "event")}\n`,
    );
  } catch (error) {
    progress.clear();
    throw diskError(error) ?? error;
  } finally {
    interrupt.release();
  }
};

/**
 * By how many percent the heap may grow before V8 looks through all of it. A driver that reads holds little (15 MB) and copies much: with V8's
 * own measure it would look through it at every five megabytes of answers, with this at every 30. One that resolves holds what grows with the
 * corpus, and twice that as waste made a gigabyte of pages take a third more memory than 50 MB. A V8 without the flag ignores it.
 */
const heapGrowth = { reading: 200, resolving: 50 } as const;

const growHeapBy = (percent: number): void => setFlagsFromString(`--heap-growing-percent=${percent}`);

/** Tells the progress of a build; with the first stage that it tells, reading is over. */
const collectingBy = (progress: Progress): Progress => ({
  ...progress,
  stage: (name) => {
    growHeapBy(heapGrowth.resolving);
    progress.stage(name);
  },
});

/** Rejected inputs that are listed on the terminal; all are in the diagnostics table. */
const shownRejected = 20;

const listRejected = (rejected: readonly Readonly<{ source: string; message: string }>[]): void => {
  for (const { source, message } of rejected.slice(0, shownRejected))
    process.stderr.write(`${printable(oneLine(`${source}: ${message}`))}\n`);
  if (rejected.length > shownRejected)
    process.stderr.write(`… and ${rejected.length - shownRejected} more, see diagnostics\n`);
};

const readFormats = (list: string): Format[] => {
  const wanted = list.split(",").map((name) => name.trim());
  const unknown = wanted.find((name) => !isFormat(name));
  if (unknown !== undefined) throw new InvalidArgumentError(`"${unknown}" is none of ${formats.join(", ")}.`);
  return formats.filter((format) => wanted.includes(format));
};

const readWorkers = (text: string): number => {
  const workers = Number(text);
  if (!Number.isInteger(workers) || workers < 1)
    throw new InvalidArgumentError("a number from 1 up is wanted.");
  return workers;
};

const readShare = (text: string): number => {
  const share = Number(text);
  if (text.trim() === "" || !(share >= 0 && share <= 1))
    throw new InvalidArgumentError("a number from 0 to 1 is wanted.");
  return share;
};

const aboutCache = `
Finished documents are kept, so that a build that was stopped goes on where it was, and a build into the same folder with
one page more costs one page. They lie in ${userCache()}, texts of pages
included, for this user alone, and take 4 GB at most. --cache DIR keeps them in DIR for all builds that name it, without a
limit: about ten times the text. Any of it can be deleted at any time.
`;

/** What the file system refused while the output was written, in words. */
const diskError = (error: unknown): BuildError | null => {
  if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) return null;
  return error.code === "ENOSPC" || error.code === "EDQUOT"
    ? new BuildError("no space left on the device; nothing was written")
    : new BuildError(`${error.message}; nothing was written`);
};
