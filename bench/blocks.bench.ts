/**
 * Speed of blocks alone: the text of a saved page → its blocks and metadata; reading and decoding files left out. Beside it what the
 * tokeniser takes of that, below which no change to the parser can go.
 *
 *     npx tsx --conditions=@readout/source bench/blocks.bench.ts FOLDER [rounds]
 *
 * FOLDER holds pages as .txt. Each round is a process of its own: every third page warms up, each of the others is given once, for a
 * page given twice flatters caches. CPU is user + system, compiler and garbage collection on other threads included. Figures are
 * medians of rounds, with the lowest and highest.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createTokenizer, nothingGiven, Vocabulary } from "@readout/model";
import { createParser } from "@readout/parser";
import { readPages } from "./stages/texts.js";

type Figures = Readonly<Record<"megabytes" | "pages", number>>;
type Step = "tokens" | "blocks";

const create: Readonly<Record<Step, () => Promise<(text: string) => number>>> = {
  tokens: async () => {
    const tokenize = createTokenizer(new Vocabulary());
    return (text) => tokenize(text).length;
  },
  blocks: async () => {
    const { parse } = await createParser();
    const page = { docId: "", source: "", sha256: "", given: nothingGiven, head: null, diagnostics: [] };
    return (text) => parse({ ...page, text }, { layout: "page" }).blocks.length;
  },
};

const measure = async (folder: string, step: Step): Promise<Figures> => {
  const texts = readPages(folder).map(({ bytes }) => bytes.toString("utf8"));
  const given = texts.filter((_, i) => i % 3 !== 0);
  const run = await create[step]();
  for (const [i, text] of texts.entries()) if (i % 3 === 0) run(text);
  const before = process.cpuUsage();
  for (const text of given) run(text);
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  const bytes = given.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return { megabytes: bytes / 1e6 / seconds, pages: given.length / seconds };
};

const report = (folder: string, rounds: number): void => {
  const found: Record<Step, Figures[]> = { tokens: [], blocks: [] };
  for (let round = 0; round < rounds; round++)
    for (const step of ["tokens", "blocks"] as const) {
      const args = [...process.execArgv, fileURLToPath(import.meta.url), folder, "--step", step];
      const { stdout, status } = spawnSync(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
      if (status !== 0) throw new Error(`${step}: exit code ${status}`);
      found[step].push(JSON.parse(stdout.toString()) as Figures);
    }
  console.log("| | MB a CPU s | lowest–highest | pages a CPU s |\n|---|---|---|---|");
  for (const [step, figures] of Object.entries(found)) {
    const speeds = figures.map(({ megabytes }) => megabytes).sort((a, b) => a - b);
    const pages = figures.map((figure) => figure.pages).sort((a, b) => a - b);
    const middle = rounds >> 1;
    console.log(
      `| ${step} | ${speeds[middle]?.toFixed(1)} | ${speeds[0]?.toFixed(1)}–${speeds.at(-1)?.toFixed(1)} | ${pages[middle]?.toFixed(0)} |`,
    );
  }
};

const [folder, second = "5", step] = process.argv.slice(2);
if (folder === undefined) throw new Error("usage: blocks.bench.ts FOLDER [rounds]");
if (second !== "--step") report(folder, Number(second));
else if (step === "tokens" || step === "blocks") console.log(JSON.stringify(await measure(folder, step)));
