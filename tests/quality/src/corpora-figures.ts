import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ownCache, readoutBin } from "../../pipeline/run-readout.js";
import { root } from "./build-dataset.js";
import { type Subset, shared } from "./corpora.js";

/**
 * Runs the scorer of the development corpora over a slice of one of them.
 *
 * @returns Numbers from 0 to 1, named "corpora times timebank value".
 * @throws Error with the scorer's output when a figure is not in it.
 */
export const corpusFigures = (subset: Subset): ReadonlyMap<string, number> => {
  const temporary = mkdtempSync(join(tmpdir(), "readout-corpora-"));
  try {
    const ids = join(temporary, "ids");
    if (subset.ids !== null) writeFileSync(ids, subset.ids().join("\n"));
    const output = execFileSync(
      "python3",
      [
        join(shared, "eval/measure.py"),
        subset.task,
        ...(subset.ids === null ? [] : ["--set", subset.set, "--ids", ids]),
        "--keep",
        join(temporary, "run"),
        "--readout",
        `${process.execPath} ${readoutBin}`,
      ],
      { cwd: root, env: ownCache, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 64 << 20 },
    );
    return new Map(
      subset.figures.map(({ name, line, unit }): [string, number] => {
        const found = line.exec(output)?.[1];
        if (found === undefined) throw new Error(`${subset.task} ${subset.set}: no ${name} in\n${output}`);
        return [
          `corpora ${subset.task} ${subset.set} ${name}`,
          Number(found) / (unit === "percent" ? 100 : 1),
        ];
      }),
    );
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
};
