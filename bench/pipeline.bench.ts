/**
 * Speed of the whole command: all tables of a folder of pages, as a user builds them.
 *
 *     npx tsx --conditions=@readout/source bench/pipeline.bench.ts FOLDER [runs] [workers,workers …] [formats]
 *
 * Tokens are those of Readout's tokeniser over all source text, furniture included. CPU is user + system of the command and
 * its workers, as the kernel counts it for processes that have ended (Linux). Wall clock means something on an idle
 * machine only. `peak` is the largest memory that the driver had, workers not included.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { createTokenizer, Vocabulary } from "@readout/model";

const bin = fileURLToPath(new URL("../packages/pipeline/bin/readout.js", import.meta.url));
const [folder, runs = "3", workers = "1,2", formats = "jsonl"] = process.argv.slice(2);
if (folder === undefined) throw new Error("a folder of pages is wanted");

type Figures = Readonly<{ cpu: number; wall: number; peak: number }>;

/** Ticks of a second in /proc; 100 on every Linux that is met with. */
const ticks = 100;

/** CPU seconds of all children that have ended, and of theirs. */
const childrenCpu = (): number => {
  const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[13]) + Number(fields[14])) / ticks;
};

const peakOf = (pid: number): number => {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
};

const measure = (out: string, count: string): Promise<Figures> =>
  new Promise((done, fail) => {
    const [cpu, start] = [childrenCpu(), performance.now()];
    let peak = 0;
    const args = [
      bin,
      "build",
      folder,
      "--out",
      out,
      "--format",
      formats,
      "--workers",
      count,
      "--cache",
      "none",
    ];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "ignore"] });
    const watch = setInterval(() => {
      peak = Math.max(peak, peakOf(child.pid ?? 0));
    }, 50);
    child.on("close", (code) => {
      clearInterval(watch);
      if (code === 0) done({ cpu: childrenCpu() - cpu, wall: (performance.now() - start) / 1000, peak });
      else fail(new Error(`exit code ${code}`));
    });
  });

const countTokens = (dataset: string): number => {
  const vocabulary = new Vocabulary();
  const tokenize = createTokenizer(vocabulary);
  let tokens = 0;
  for (const line of readFileSync(join(dataset, "jsonl/documents.jsonl"), "utf8").split("\n")) {
    if (line === "") continue;
    const { text } = JSON.parse(line) as { text: string };
    vocabulary.beginDocument();
    tokens += tokenize(text, [{ start: 0, end: text.length }]).length;
  }
  return tokens;
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const temporary = mkdtempSync(join(tmpdir(), "readout-bench-"));
try {
  let tokens = 0;
  for (const count of workers.split(",")) {
    const figures: Figures[] = [];
    for (let run = 0; run < Number(runs); run++) {
      const out = join(temporary, "out");
      figures.push(await measure(out, count));
      if (tokens === 0 && formats.split(",").includes("jsonl")) tokens = countTokens(out);
    }
    const cpu = figures.map((one) => one.cpu);
    process.stdout.write(
      [
        `${count} workers`,
        `${tokens} tokens`,
        `CPU ${median(cpu).toFixed(1)} s (${Math.min(...cpu).toFixed(1)}–${Math.max(...cpu).toFixed(1)})`,
        `${Math.round(tokens / median(cpu))} tokens per CPU second`,
        `wall ${median(figures.map((one) => one.wall)).toFixed(1)} s`,
        `peak ${Math.max(...figures.map((one) => one.peak)).toFixed(0)} MB`,
      ].join("  "),
    );
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
