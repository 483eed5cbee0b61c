import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "../output/digest.js";
import type { Problem } from "./problem.js";

/** What may stand in the folder without a checksum: the list itself, and a page made of the tables afterwards. */
const besides: ReadonlySet<string> = new Set(["SHA256SUMS", "report.html"]);

/** Every file stands in SHA256SUMS with the checksum it has, and the other way round. */
export function* checkFiles(folder: string): Generator<Problem> {
  const sums = new Map<string, string>();
  for (const line of readFileSync(join(folder, "SHA256SUMS"), "utf8").split("\n")) {
    const match = /^([0-9a-f]{64}) {2}(.+)$/.exec(line);
    if (match?.[1] !== undefined && match[2] !== undefined) sums.set(match[2], match[1]);
  }
  for (const [path, sum] of sums) {
    if (!existsSync(join(folder, path))) yield { place: path, message: "missing" };
    else if (digestOf(join(folder, path)).sha256 !== sum)
      yield { place: path, message: "changed since it was written" };
  }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name)
      .slice(join(folder).length + 1)
      .replaceAll("\\", "/");
    if (!besides.has(path) && !sums.has(path)) yield { place: path, message: "not in SHA256SUMS" };
  }
}
