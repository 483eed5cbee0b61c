import {
  createSentenceSplitter,
  createTokenizer,
  type Sentences,
  type Tokens,
  Vocabulary,
} from "@readout/model";
import { loadMinedNames, loadWordCases } from "../../src/names/load-model.js";
import { FeatureExtractor, SLOTS } from "../../src/names/tagger/features.js";
import { coarseTypes, labelOf, OUTSIDE, Part } from "../../src/names/tagger/labels.js";
import { createRunFinder } from "../../src/names/tagger/run-finder.js";
import type { GoldDocument } from "./corpus.js";

/** Runs of open tokens with their features and gold labels, end to end: run `r` holds rows `start[r] … start[r + 1]`. */
export type TrainingRuns = Readonly<{
  start: Int32Array;
  features: Int32Array;
  labels: Uint8Array;
  /** What a run counts for in training, 1 for one that people have tagged. */
  weights: Float32Array;
  missed: number;
  gold: number;
}>;

/** Reads documents the way the tagger will meet them: our tokens, our sentences (a line is a block), only open tokens. */
export class CorpusReader {
  private readonly vocabulary = new Vocabulary();
  private readonly tokenize = createTokenizer(this.vocabulary);
  private readonly split = createSentenceSplitter(this.vocabulary);
  readonly extractor = new FeatureExtractor(this.vocabulary, loadMinedNames(), loadWordCases());
  readonly findRuns = createRunFinder(this.vocabulary);

  read(text: string): { tokens: Tokens; sentences: Sentences } {
    const blocks: { start: number; end: number }[] = [];
    for (let start = 0; start <= text.length; ) {
      const newline = text.indexOf("\n", start);
      const end = newline < 0 ? text.length : newline;
      if (end > start) blocks.push({ start, end });
      start = end + 1;
    }
    const tokens = this.tokenize(text, blocks);
    return { tokens, sentences: this.split(tokens, blocks) };
  }

  runsOf(documents: readonly GoldDocument[]): TrainingRuns {
    const starts: number[] = [0];
    let features = new Int32Array(SLOTS << 16);
    let labels = new Uint8Array(1 << 16);
    let rows = 0;
    let gold = 0;
    let kept = 0;
    for (const document of documents) {
      const { tokens, sentences } = this.read(document.text);
      const goldLabels = labelTokens(document, tokens);
      gold += document.spans.length;
      this.extractor.beginDocument(tokens, sentences);
      this.findRuns(tokens, sentences, (s, sentenceFirst, sentenceLast, first, last) => {
        this.extractor.beginRun(s, sentenceFirst, sentenceLast, first, last);
        while ((rows + last - first) * SLOTS > features.length) {
          const wide = new Int32Array(features.length * 2);
          wide.set(features);
          features = wide;
          const wideLabels = new Uint8Array(labels.length * 2);
          wideLabels.set(labels);
          labels = wideLabels;
        }
        for (let token = first; token < last; token++, rows++) {
          this.extractor.extract(token, features, rows * SLOTS);
          labels[rows] = goldLabels[token] ?? OUTSIDE;
        }
        kept += repair(labels, rows - (last - first), rows);
        starts.push(rows);
      });
    }
    return {
      start: Int32Array.from(starts),
      features: features.subarray(0, rows * SLOTS),
      labels: labels.subarray(0, rows),
      weights: new Float32Array(starts.length - 1).fill(1),
      missed: gold - kept,
      gold,
    };
  }
}

/** Some of the runs, in their order, with a weight each; those of weight 0 are left out. */
export const pickRuns = (runs: TrainingRuns, weights: Float32Array): TrainingRuns => {
  const starts: number[] = [0];
  const kept: number[] = [];
  let rows = 0;
  for (let run = 0; run < weights.length; run++) {
    if (weights[run] === 0) continue;
    kept.push(run);
    rows += (runs.start[run + 1] ?? 0) - (runs.start[run] ?? 0);
    starts.push(rows);
  }
  const features = new Int32Array(rows * SLOTS);
  const labels = new Uint8Array(rows);
  kept.forEach((run, i) => {
    const from = runs.start[run] ?? 0;
    const to = runs.start[run + 1] ?? 0;
    features.set(runs.features.subarray(from * SLOTS, to * SLOTS), (starts[i] ?? 0) * SLOTS);
    labels.set(runs.labels.subarray(from, to), starts[i] ?? 0);
  });
  return {
    start: Int32Array.from(starts),
    features,
    labels,
    weights: weights.filter((weight) => weight !== 0),
    missed: runs.missed,
    gold: runs.gold,
  };
};

/** Two sets of runs, one behind the other. */
export const joinRuns = (a: TrainingRuns, b: TrainingRuns): TrainingRuns => {
  const rows = a.labels.length;
  const features = new Int32Array(a.features.length + b.features.length);
  features.set(a.features);
  features.set(b.features, a.features.length);
  return {
    start: Int32Array.from([...a.start, ...b.start.subarray(1).map((start) => start + rows)]),
    features,
    labels: Uint8Array.from([...a.labels, ...b.labels]),
    weights: Float32Array.from([...a.weights, ...b.weights]),
    missed: a.missed + b.missed,
    gold: a.gold + b.gold,
  };
};

/** BIOES labels of tokens; a name takes every token it shares a character with. */
const labelTokens = (document: GoldDocument, tokens: Tokens): Uint8Array => {
  const labels = new Uint8Array(tokens.length);
  let token = 0;
  for (const span of document.spans) {
    while (token < tokens.length && (tokens.end[token] ?? 0) <= span.start) token++;
    let end = token;
    while (end < tokens.length && (tokens.start[end] ?? 0) < span.end) end++;
    const type = (coarseTypes as readonly string[]).indexOf(span.type);
    if (type < 0 || end === token) continue;
    for (let i = token; i < end; i++)
      labels[i] = labelOf(
        type,
        end - token === 1 ? Part.single : i === token ? Part.begin : i === end - 1 ? Part.end : Part.inside,
      );
    token = end;
  }
  return labels;
};

/** Drops what is left of names that the edge of a run cuts; gives the number of whole names. */
const repair = (labels: Uint8Array, from: number, to: number): number => {
  let names = 0;
  for (let i = from; i < to; i++) {
    const label = labels[i] ?? 0;
    if (label === OUTSIDE) continue;
    const part = (label - 1) & 3;
    if (part === Part.single) {
      names++;
      continue;
    }
    let end = i;
    if (part === Part.begin) {
      do end++;
      while (end < to && (labels[end] ?? 0) === label + 1);
      if (end < to && labels[end] === label + 2) {
        names++;
        i = end;
        continue;
      }
    } else end = i + 1;
    for (let j = i; j < end; j++) labels[j] = OUTSIDE;
    i = end - 1;
  }
  return names;
};
