import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const packageRoot = fileURLToPath(new URL("..", import.meta.url));

/** Code blocks of the README in a language, in order. */
const blocks = (markdown: string, language: string): string[] =>
  [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, name, code]) =>
    name === language && code !== undefined ? [code] : [],
  );

/** The blocks as one program: imports that a later block repeats are read once. */
const asProgram = (parts: readonly string[]): string => {
  const lines = parts.join("\n").split("\n");
  const imports = new Set(lines.filter((line) => line.startsWith("import ")));
  return [...imports, ...lines.filter((line) => !line.startsWith("import "))].join("\n");
};

describe("the examples of the README", () => {
  let folder = "";
  let readme = "";
  let printed = "";

  beforeAll(async () => {
    readme = await readFile(join(packageRoot, "README.md"), "utf8");
    // Inside the package, so that its own name resolves as it does for those who installed it.
    folder = await mkdtemp(join(packageRoot, "readme.tmp-"));
    await writeFile(join(folder, "example.mts"), asProgram(blocks(readme, "ts")));
    const tsx = fileURLToPath(import.meta.resolve("tsx/cli"));
    const command = [tsx, "--conditions=@readout/source", "example.mts"];
    printed = (await promisify(execFile)(process.execPath, command, { cwd: folder })).stdout;
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("print what it says", () => {
    const said = [...blocks(readme, "csv"), ...blocks(readme, "text")];
    expect(said.length).toBe(3);
    for (const text of said) expect(printed).toContain(text.trim());
  });

  it("write a Parquet file", async () => {
    const bytes = await readFile(join(folder, "calls.parquet"));
    const [first] = await parquetReadObjects({ file: Uint8Array.from(bytes).buffer });
    expect(first).toMatchObject({ id: "c1", caller: "USA", minutes: 35, topics: ["Syria", "arms"] });
  });
});
