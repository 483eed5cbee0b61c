/**
 * Speed of Stanford CoreNLP beside Readout, on the body text of saved pages, in turns:
 *
 *     npx tsx --conditions=@readout/source bench/corenlp.bench.ts FOLDER [rounds]
 *
 * Wants Java 17 and Maven, which fetches half a gigabyte of models once (bench/jvm/pom.xml). Both sides are given the same texts and
 * the same other texts to warm up with, on one thread; CoreNLP, which takes long to warm up, for a minute of CPU, Readout for at most
 * eight seconds; tokens are Readout's.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { countTokens, type Figures, inputOf, measure } from "./stages/measure.js";
import { ours, published } from "./stages/subjects.js";
import { generatePages, readPages } from "./stages/texts.js";

const mostPages = 240;
const warmUpPages = 60;
/** CPU seconds after which CoreNLP is given no further text. */
const patience = 60;
/** What is set beside each other: CoreNLP's annotators, and the steps of Readout that do what they do. */
const pairs = [
  { annotators: "tokenize", steps: ["tokens and sentences"] },
  { annotators: "tokenize,pos,lemma,ner", steps: ["names", "times"] },
] as const;

const [folder, rounds = "3", step] = process.argv.slice(2);
if (folder === undefined) throw new Error("a folder of saved pages is wanted");
const pages = readPages(folder).slice(0, mostPages);
const warmUp = generatePages(warmUpPages);

if (step !== undefined) {
  const subject = ours[step];
  if (subject === undefined) throw new Error(`no step is called ${step}`);
  console.log(JSON.stringify(await measure(subject, pages, warmUp)));
} else {
  const texts = mkdtempSync(join(tmpdir(), "readout-corenlp-"));
  try {
    await compare(texts, Number(rounds));
  } finally {
    rmSync(texts, { recursive: true });
  }
}

async function compare(texts: string, count: number): Promise<void> {
  const given = await inputOf({ input: "body" }, pages);
  const all = [...(await inputOf({ input: "body" }, warmUp)), ...given];
  for (const [i, { bytes }] of all.entries())
    writeFileSync(join(texts, `${String(i).padStart(5, "0")}.txt`), bytes);
  const jvm = fileURLToPath(new URL("jvm", import.meta.url));
  const paths = join(texts, "classpath");
  execFileSync("mvn", ["-q", "-B", "-f", jvm, "dependency:build-classpath", `-Dmdep.outputFile=${paths}`]);
  const classpath = readFileSync(paths, "utf8").trim();
  rmSync(paths);
  console.log("| | tokens a CPU s, of each round | load CPU s |\n|---|---|---|");
  const found = new Map<string, { speeds: number[]; load: number }>();
  const add = (name: string, tokens: number, { cpu, load }: Pick<Figures, "cpu" | "load">): void => {
    const { speeds } = found.get(name) ?? { speeds: [] };
    found.set(name, { speeds: [...speeds, tokens / cpu], load });
  };
  for (let round = 0; round < count; round++) {
    for (const { annotators, steps } of pairs) {
      const args = ["-Xmx6g", "-cp", classpath, join(jvm, "CoreNlp.java")];
      const settings = [annotators, published, String(warmUpPages), String(patience), texts];
      const java = run("java", [...args, ...settings]);
      add(`CoreNLP 4.5.7: ${annotators}`, countTokens(given.slice(0, java.pages)), java);
      for (const name of steps) {
        const script = [...process.execArgv, fileURLToPath(import.meta.url), folder as string, "1", name];
        const own = run(process.execPath, script);
        add(`Readout: ${name}`, own.tokens, own);
      }
    }
  }
  for (const [name, { speeds, load }] of found)
    console.log(`| ${name} | ${speeds.map((speed) => Math.round(speed)).join(", ")} | ${load.toFixed(1)} |`);
}

function run(command: string, args: readonly string[]): Figures {
  return JSON.parse(
    execFileSync(command, args, { stdio: ["ignore", "pipe", "inherit"] }).toString(),
  ) as Figures;
}
