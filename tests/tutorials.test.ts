import { execFile, spawnSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { ownCache } from "./pipeline/run-readout.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const run = promisify(execFile);

const readTutorial = (name: string): Promise<string> =>
  readFile(join(root, "docs", `tutorial-${name}.md`), "utf8");

/** Code blocks of a page in some languages, in order. */
const blocks = (markdown: string, ...languages: readonly string[]): string[] =>
  [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, language, code]) =>
    language !== undefined && languages.includes(language) && code !== undefined ? [code] : [],
  );

/** Runs the blocks as one program inside a package that depends on all others; gives what it prints. */
const runTypeScript = async (parts: readonly string[]): Promise<string> => {
  const folder = await mkdtemp(join(root, "packages/pipeline", "tutorial.tmp-"));
  try {
    await writeFile(join(folder, "tutorial.mts"), parts.join("\n"));
    const tsx = fileURLToPath(import.meta.resolve("tsx/cli"));
    const command = [tsx, "--conditions=@readout/source", "tutorial.mts"];
    return (await run(process.execPath, command, { cwd: folder })).stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** A new folder in which `articles` holds saved pages with their sources.csv, and `readout` is on the path. */
const withArticles = async (
  use: (folder: string, env: NodeJS.ProcessEnv) => Promise<void>,
): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), "readout-tutorial-"));
  try {
    const dataset = join(root, "datasets/syria-diplomacy");
    await cp(join(dataset, "raw"), join(folder, "articles"), { recursive: true });
    await cp(join(dataset, "sources.csv"), join(folder, "articles/sources.csv"));
    const path = [join(root, "node_modules/.bin"), process.env.PATH].join(delimiter);
    await use(folder, { ...ownCache, PATH: path });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const hasR = spawnSync("Rscript", ["--vanilla", "-e", "library(jsonlite)"]).status === 0;

describe("the tutorials", () => {
  it("for the developer print what they say", { timeout: 120_000 }, async () => {
    const tutorial = await readTutorial("developer");
    const printed = await runTypeScript(blocks(tutorial, "ts"));
    const said = blocks(tutorial, "text", "csv");
    expect(said.length).toBe(4);
    for (const text of said) expect(printed).toContain(text.trim());
  });

  it("for the journalist run as they stand", { timeout: 120_000 }, async () => {
    const commands = blocks(await readTutorial("journalist"), "sh");
    expect(commands.length).toBeGreaterThan(4);
    await withArticles(async (cwd, env) => {
      const { stdout } = await run("sh", ["-eu", "-c", commands.join("\n")], { cwd, env });
      expect(stdout).toContain("[title]");
      expect(stdout).toMatch(/^\d+ \(nobody found\)$|^\d+ [A-Z]/m);
      expect(stdout).toMatch(/^\d{4}-\d\d-\d\d .* indirect /m);
      expect(stdout).toMatch(/^e[0-9a-f]{16} .* (?:actual|planned|hypothetical|negated|disputed)/m);
    });
  });

  it.skipIf(!hasR)("for the political scientist run as they stand", { timeout: 120_000 }, async () => {
    const tutorial = await readTutorial("political-scientist");
    await withArticles(async (cwd, env) => {
      await run("sh", ["-eu", "-c", blocks(tutorial, "sh").join("\n")], { cwd, env });
      await writeFile(join(cwd, "tutorial.R"), blocks(tutorial, "r").join("\n"));
      const { stdout } = await run("Rscript", ["--vanilla", "tutorial.R"], { cwd, env });
      expect(stdout).toContain("offsets agree: TRUE");
    });
  });
});
