/**
 * Speed of every step and of all of them, on saved pages and on generated ones, beside peers in one run.
 *
 *     npx tsx --conditions=@readout/source bench/stages.bench.ts [FOLDER] [rounds]
 *
 * FOLDER holds saved pages as .txt or .html; without one, the pages of datasets/syria-diplomacy are read. Each subject runs in a
 * process of its own, in rounds that take turns, so that what else the machine does falls on all alike: read the ratios.
 * CPU is user + system of the process, loading left out; figures are medians, with the lowest and highest round behind them. A
 * token is one of Readout's, whoever is measured. Steps that need what came before them (grammar, quotes, quantities, events)
 * are told apart by the profiler, which runs once more at the end.
 */
import { spawnSync } from "node:child_process";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { type Figures, measure } from "./stages/measure.js";
import { peers } from "./stages/peers.js";
import { type Profile, profile } from "./stages/profile.js";
import type { Subject } from "./stages/subject.js";
import { ours } from "./stages/subjects.js";
import { generatePages, type Page, readPages } from "./stages/texts.js";

const own = fileURLToPath(new URL("../datasets/syria-diplomacy/raw", import.meta.url));
const generated = 120;
/** Saved pages that are read of a larger folder: what a subject that is given body text can parse beforehand in seconds. */
const mostPages = 240;
/** Pages that a subject is warmed up with; others than those it is measured on. */
const warmUpPages = 60;

const subjects: Readonly<Record<string, Subject>> = { ...ours, ...peers };

/** What each subject is set beside: the step of Readout that does what the peer does. */
const counterparts: Readonly<Record<string, string>> = {
  "wink-nlp, sentences": "tokens and sentences",
  "compromise, tokens": "tokens and sentences",
  "wink-nlp, sentences, tags, entities": "names",
  "compromise, tags and names": "names",
  "chrono-node": "times",
  "Recognizers-Text": "times",
  "Readability with linkedom": "html",
};

const pagesOf = (where: string): readonly Page[] =>
  where === "generated" ? generatePages(generated) : readPages(where).slice(0, mostPages);
const warmUpOf = (where: string): readonly Page[] =>
  where === "generated" ? readPages(own) : generatePages(generated + warmUpPages).slice(generated);

const [mode = own, name = "3", ...more] = process.argv.slice(2);
const [where = own] = more;
if (mode === "--subject") {
  const subject = subjects[name];
  if (subject === undefined) throw new Error(`no subject is called ${name}`);
  console.log(JSON.stringify(await measure(subject, pagesOf(where), warmUpOf(where))));
} else if (mode === "--profile") {
  const run = await subjects.whole?.create();
  for (const page of warmUpOf(where)) run?.(page);
  const taken = await profile(() => {
    for (const page of pagesOf(where)) run?.(page);
  });
  console.log(JSON.stringify(taken));
} else {
  console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}, ${name} rounds`);
  for (const texts of [mode, "generated"]) report(texts, Number(name));
}

function report(texts: string, rounds: number): void {
  const found = new Map<string, Figures[]>();
  for (let round = 0; round < rounds; round++) {
    for (const subject of Object.keys(subjects)) {
      const figures = child<Figures>("--subject", subject, texts);
      found.set(subject, [...(found.get(subject) ?? []), figures]);
    }
  }
  const first = found.get("whole")?.[0];
  console.log(
    `\n## ${texts === "generated" ? "Generated pages" : "Saved pages"}: ${first?.pages} pages, ${first?.tokens} tokens\n`,
  );
  console.log("| | tokens a CPU s | lowest–highest | pages a CPU s | Readout is | load CPU s | peak MB |");
  console.log("|---|---|---|---|---|---|---|");
  const speedOf = (subject: string): readonly number[] =>
    (found.get(subject) ?? []).map(({ tokens, cpu }) => tokens / cpu);
  for (const [subject, figures] of found) {
    const speeds = speedOf(subject);
    const beside = counterparts[subject];
    const ratio =
      beside === undefined
        ? ""
        : `${(median(pageSpeeds(found.get(beside))) / median(pageSpeeds(figures))).toFixed(1)} × as fast`;
    const tokens =
      subjects[subject]?.input === "html"
        ? ["", ""]
        : [rounded(median(speeds)), `${rounded(Math.min(...speeds))}–${rounded(Math.max(...speeds))}`];
    console.log(
      `| ${[
        subject,
        ...tokens,
        rounded(median(pageSpeeds(figures))),
        ratio,
        median(figures.map(({ load }) => load)).toFixed(2),
        median(figures.map(({ peak }) => peak)).toFixed(0),
      ].join(" | ")} |`,
    );
  }
  const whole = median((found.get("whole") ?? []).map(({ cpu, tokens }) => (cpu / tokens) * 1e6));
  const { stages, functions } = child<Profile>("--profile", "whole", texts);
  console.log("\n| step of the whole | share | µs a token |\n|---|---|---|");
  for (const { name: stage, share } of stages)
    console.log(`| ${stage} | ${(share * 100).toFixed(1)} % | ${(share * whole).toFixed(2)} |`);
  console.log("\n| function | share |\n|---|---|");
  for (const { name: label, share } of functions.slice(0, 15))
    console.log(`| ${label} | ${(share * 100).toFixed(1)} % |`);
}

function child<Result>(...args: readonly string[]): Result {
  const script = fileURLToPath(import.meta.url);
  const { stdout, status } = spawnSync(process.execPath, [...process.execArgv, script, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${args.join(" ")}: exit code ${status}`);
  return JSON.parse(stdout) as Result;
}

function pageSpeeds(figures: readonly Figures[] = []): readonly number[] {
  return figures.map(({ pages, cpu }) => pages / cpu);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function rounded(value: number): string {
  const digits = value >= 1000 ? 3 : 2;
  return String(Number(value.toPrecision(digits))).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
