/**
 * Prints how often names are right, by the score they have:
 *
 *     npx tsx --conditions=@readout/source packages/normalizer/scripts/names/calibration.ts CORPUS.conll…
 *
 * For the points of src/names/tagger/calibrate.ts, run it with the identity in their place.
 */
import { createSentenceSplitter, createTokenizer, Vocabulary } from "@readout/model";
import { createNameRecognizer } from "../../src/names/name-recognizer.js";
import { readCorpus } from "./corpus.js";
import { linesOf } from "./evaluate.js";

const edges = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.000001];
const vocabulary = new Vocabulary();
const tokenize = createTokenizer(vocabulary);
const split = createSentenceSplitter(vocabulary);
const { recognize } = createNameRecognizer(vocabulary);
const bins = edges.slice(1).map(() => ({ names: 0, right: 0, score: 0 }));
for (const path of process.argv.slice(2))
  for (const { text, spans } of readCorpus(path)) {
    const blocks = linesOf(text);
    const tokens = tokenize(text, blocks);
    const gold = new Set(spans.map(({ start, end, type }) => `${start} ${end} ${type}`));
    for (const { start, end, type, score } of recognize({
      text,
      blocks,
      tokens,
      sentences: split(tokens, blocks),
    })) {
      const bin = bins[edges.findIndex((edge) => score < edge) - 1];
      if (bin === undefined) continue;
      bin.names++;
      bin.score += score;
      if (gold.has(`${start} ${end} ${type}`)) bin.right++;
    }
  }
console.log("score      names  mean   right");
bins.forEach(({ names, right, score }, i) => {
  const share = (sum: number): string => (sum / Math.max(1, names)).toFixed(3);
  console.log(
    `${edges[i]?.toFixed(2)}–${Math.min(1, edges[i + 1] ?? 1).toFixed(2)}  ${String(names).padStart(6)}  ${share(score)}  ${share(right)}`,
  );
});
