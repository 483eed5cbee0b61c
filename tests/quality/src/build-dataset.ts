import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ownCache, readoutBin } from "../../pipeline/run-readout.js";
import type { GoldPage } from "./gold-page.js";
import type { Dating } from "./score-times.js";

export const root = new URL("../../../", import.meta.url).pathname;

/**
 * Builds the pages in `raw` with the command into `folder/<dating>` and returns that folder. `given` hands in the true
 * date of each page that has gold; `alone` gives nothing, so that pages must date themselves. The pages are copied
 * first: a sources.csv beside them would be read.
 *
 * @throws the error of the command, with what it wrote to stderr.
 */
export const buildDataset = (
  raw: string,
  gold: readonly GoldPage[],
  dating: Dating,
  folder: string,
): string => {
  const input = join(folder, `input-${dating}`);
  const output = join(folder, dating);
  mkdirSync(input, { recursive: true });
  cpSync(raw, input, { recursive: true });
  const sources: string[] = [];
  if (dating === "given") {
    const file = join(folder, "given.csv");
    const lines = gold.map((page) => `${page.page},${page.given ?? page.published[0]}`);
    writeFileSync(file, ["file,published", ...lines, ""].join("\n"));
    sources.push("--sources", file);
  }
  runReadout(["build", input, "--out", output, "--format", "jsonl", ...sources]);
  return output;
};

/** Runs the command and returns what it wrote to stdout. */
export const runReadout = (args: readonly string[]): string =>
  execFileSync(process.execPath, [readoutBin, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    env: ownCache,
  });
