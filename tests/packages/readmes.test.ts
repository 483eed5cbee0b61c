import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const packages = fileURLToPath(new URL("../../packages", import.meta.url));
/** Those that are used alone; the examples of the command's package need pages to read. */
const names = ["exporters", "model", "normalizer", "parser", "report"];

/** Code blocks of a README in some languages, in order. */
const blocks = (markdown: string, ...languages: readonly string[]): string[] =>
  [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, language, code]) =>
    language !== undefined && languages.includes(language) && code !== undefined ? [code] : [],
  );

/** The blocks as one program: what a later block imports again is imported once. */
const asProgram = (parts: readonly string[]): string => {
  const lines = parts.join("\n").split("\n");
  const imports = new Set(lines.filter((line) => line.startsWith("import ")));
  return [...imports, ...lines.filter((line) => !line.startsWith("import "))].join("\n");
};

/** What a program prints that stands inside a package, where the package's own name means what it does to a user. */
const run = async (name: string, program: string): Promise<string> => {
  const folder = await mkdtemp(join(packages, name, "readme.tmp-"));
  try {
    await writeFile(join(folder, "example.mts"), program);
    const tsx = fileURLToPath(import.meta.resolve("tsx/cli"));
    const command = [tsx, "--conditions=@readout/source", "example.mts"];
    return (await promisify(execFile)(process.execPath, command, { cwd: folder })).stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

describe("the examples of a package's README print what it says", () => {
  it.each(names)("%s", { timeout: 120_000 }, async (name) => {
    const readme = await readFile(join(packages, name, "README.md"), "utf8");
    const printed = await run(name, asProgram(blocks(readme, "ts")));
    const said = blocks(readme, "text", "csv");
    expect(said.length).toBeGreaterThan(0);
    for (const text of said) expect(printed).toContain(text.trim());
  });
});
