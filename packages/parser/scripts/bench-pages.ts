/**
 * Speed of the parser on a folder of pages, in CPU time of this process: page splitting and measuring, finding the article, all of it.
 *
 *     npx tsx --conditions=@readout/source packages/parser/scripts/bench-pages.ts FOLDER [rounds]
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { nothingGiven } from "@readout/model";
import { loadBlockModel } from "../src/blocks/block-model.js";
import { findBody } from "../src/blocks/find-body.js";
import { blockTrees } from "../src/generated/block-trees.js";
import { bodyWords } from "../src/generated/body-words.js";
import { createPageReader, loadPageKnowledge } from "../src/page.js";
import { createParser } from "../src/parser.js";

const [folder, rounds = "3"] = process.argv.slice(2);
if (folder === undefined) throw new Error("usage: bench-pages.ts FOLDER [rounds]");
const texts = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .sort()
  .map((name) => readFileSync(join(folder, name), "utf8"));
const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;

const knowledge = loadPageKnowledge();
const model = loadBlockModel(knowledge.vocabulary, { words: bodyWords, trees: blockTrees });
const read = createPageReader(knowledge);
const parser = await createParser();
const steps: Readonly<Record<string, (text: string) => number>> = {
  "lines, tokens, measures": (text) => read(text, "cut").lines.length,
  "and the article": (text) => findBody(read(text, "cut"), knowledge.phrases, model).run.last,
  "the whole parser": (text) =>
    parser.parse(
      { docId: "", source: "", sha256: "", text, given: nothingGiven, head: null, diagnostics: [] },
      { layout: "page" },
    ).blocks.length,
};
for (const [name, step] of Object.entries(steps)) {
  const seconds: number[] = [];
  let check = 0;
  for (let round = 0; round < Number(rounds); round++) {
    const before = process.cpuUsage();
    for (const text of texts) check += step(text);
    const { user, system } = process.cpuUsage(before);
    seconds.push((user + system) / 1e6);
  }
  const best = Math.min(...seconds);
  console.log(
    `${name.padEnd(26)} ${(texts.length / best).toFixed(0)} pages/s ${(megabytes / best).toFixed(1)} MB/s (${seconds.map((s) => s.toFixed(2)).join(" ")} s, ${check})`,
  );
}
