/**
 * Prints the figures of the shipped name model, exact spans of four types on raw text:
 *
 *     npx tsx --conditions=@readout/source packages/normalizer/scripts/names/evaluate-names.ts CORPUS.conll…
 */
import { basename } from "node:path";
import { loadModel } from "../../src/names/load-model.js";
import { readCorpus } from "./corpus.js";
import { evaluate } from "./evaluate.js";

for (const path of process.argv.slice(2))
  console.log(`${basename(path)}: ${evaluate(readCorpus(path), loadModel())}`);
