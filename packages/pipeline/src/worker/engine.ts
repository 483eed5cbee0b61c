import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { tables } from "@readout/model/rows";
import { z } from "zod";
import type { Engine } from "./protocol.js";

/** The packages whose code decides which rows come out of a document. */
const packages = ["model", "parser", "normalizer", "exporters", "pipeline"] as const;

/**
 * Hashes the installed packages (code, compiled lexicons, weights, and package.json, which pins what they rest on), the Unicode
 * tables of this node, and the row schemas. Reads some five hundred files: 30 ms.
 */
export const describeEngine = (): Engine => {
  const code = createHash("sha256").update(process.versions.unicode ?? "");
  for (const name of packages) {
    // The folder of the package's main file: dist, or src where it runs from source.
    const main = dirname(fileURLToPath(import.meta.resolve(`@readout/${name}`)));
    hashFolder(code, main);
    hashFolder(code, join(main, "..", "data"));
    code.update(readFileSync(join(main, "..", "package.json")));
  }
  const schema = createHash("sha256");
  for (const [name, table] of Object.entries(tables))
    schema.update(name).update(JSON.stringify(z.toJSONSchema(table)));
  return { code: code.digest("hex"), schema: schema.digest("hex") };
};

const hashFolder = (hash: ReturnType<typeof createHash>, folder: string): void => {
  if (!existsSync(folder)) return;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !besideCode.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(`${file.slice(folder.length)}\0`).update(readFileSync(file));
};

/** Types, maps and build notes change no row. */
const besideCode = /\.(?:d\.ts|map|tsbuildinfo)$/;
