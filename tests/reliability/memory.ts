/**
 * The memory of builds of different size: prints the largest resident memory of the driver and of all processes together.
 *
 *     npx tsx tests/reliability/memory.ts 50 1000        # megabytes of generated text, from the built command
 *
 * Linux alone, since it reads /proc. A gigabyte takes as long as two hundred million tokens do, and ten times its size on disk.
 */
import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { generatedNews } from "./generated-news.js";

const bin = fileURLToPath(new URL("../../packages/pipeline/bin/readout.js", import.meta.url));

const residentOf = (pid: number): number => {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
};

const childrenOf = (pid: number): readonly number[] => {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
  } catch {
    return [];
  }
};

const generate = (path: string, bytes: number): number => {
  const file = openSync(path, "w");
  let count = 0;
  for (const record of generatedNews(bytes, 20261122)) {
    writeSync(file, `${JSON.stringify(record)}\n`);
    count++;
  }
  closeSync(file);
  return count;
};

const measure = (
  input: string,
  out: string,
): Promise<Readonly<{ driver: number; all: number; code: number | null }>> =>
  new Promise((done, fail) => {
    const args = [
      bin,
      "build",
      input,
      "--out",
      out,
      "--format",
      "jsonl",
      "--workers",
      "2",
      "--cache",
      "none",
    ];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
    let [driver, all] = [0, 0];
    const watch = setInterval(() => {
      if (child.pid === undefined) return;
      const own = residentOf(child.pid);
      driver = Math.max(driver, own);
      all = Math.max(
        all,
        childrenOf(child.pid).reduce((sum, pid) => sum + residentOf(pid), own),
      );
    }, 100);
    child.on("error", fail);
    child.on("close", (code) => {
      clearInterval(watch);
      done({ driver, all, code });
    });
  });

for (const megabytes of process.argv.slice(2).map(Number)) {
  const folder = mkdtempSync(join(tmpdir(), "readout-memory-"));
  const input = join(folder, "news.jsonl");
  const pages = generate(input, megabytes * 1e6);
  const start = performance.now();
  const { driver, all, code } = await measure(input, join(folder, "out"));
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(
    `${megabytes} MB\t${pages} pages\t${seconds} s\tdriver ${driver.toFixed(0)} MB\tall ${all.toFixed(0)} MB\texit ${code}`,
  );
  rmSync(folder, { recursive: true });
}
