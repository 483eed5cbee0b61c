import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type BuildOptions, silent } from "../src/build-options.js";
import type { BuildReport } from "../src/output/write-dataset.js";
import { build } from "../src/run.js";
import { temporaryFolder } from "./temporary-folder.js";
import { sourceCommand } from "./worker/source-command.js";

const command = sourceCommand(new URL("worker/poison-worker.ts", import.meta.url));

/** Builds pages with the worker of the tests, which does to a page what its text says. */
const buildPages = (folder: string, options: Partial<BuildOptions> = {}): Promise<BuildReport> =>
  build(
    {
      inputs: [join(folder, "in")],
      out: join(folder, "out"),
      formats: ["jsonl"],
      layout: "page",
      text: "full",
      csv: "plain",
      sources: null,
      onRejected: "report",
      ...options,
    },
    {
      workers: { workers: 2, command, patience: () => 5000 },
      signal: new AbortController().signal,
      progress: silent,
    },
  );

const pagesOf = (texts: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(texts.map((text, i) => [`in/${i}.txt`, text]));

describe("build", () => {
  test("where every annotation fails, the build does, and nothing is written", async () => {
    const folder = temporaryFolder(pagesOf(["throw 1", "throw 2", "throw 3"]));
    await expect(buildPages(folder)).rejects.toThrow(
      "annotation failed for 3 of 3 documents; nothing was written. The first: 0.txt: RangeError: poisoned",
    );
    expect(readdirSync(folder)).toEqual(["in"]);
  });

  test("where one of some fails, it is counted and tried anew the next time", async () => {
    const folder = temporaryFolder(pagesOf(["throw", "page 1", "page 2"]));
    const cache = { folder: join(folder, "cache"), scope: "all", limit: null };
    expect(await buildPages(folder, { cache })).toMatchObject({ quarantined: 1, cached: 0 });
    const card = readFileSync(join(folder, "out/README.md"), "utf8");
    expect(card).toMatch(/annotation failed.*\b1\b/i);
    expect(await buildPages(folder, { cache })).toMatchObject({ quarantined: 1, cached: 2 });
  });
});
