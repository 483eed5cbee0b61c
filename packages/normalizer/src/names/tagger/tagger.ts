import { type Sentences, Shape, type Tokens, type Vocabulary } from "@readout/model";
import { calibrate } from "./calibrate.js";
import { Decoder } from "./decode.js";
import { FeatureExtractor, SLOTS, WORD_SLOTS } from "./features.js";
import { labelCount, OUTSIDE, Part, partOfLabel, typeOfLabel } from "./labels.js";
import type { MinedNames } from "./mined-names.js";
import type { TaggerModel } from "./model.js";
import { createRunFinder } from "./run-finder.js";
import { KINDS, SpanProbability } from "./span-probability.js";
import type { WordCases } from "./word-cases.js";
import { WordConsensus } from "./word-consensus.js";
import { WordScores } from "./word-scores.js";

const L = labelCount;

/** A name as the tagger sees it: tokens `[first, last)` of one sentence, `type` an index of `coarseTypes`. */
export type TaggedName = Readonly<{
  first: number;
  last: number;
  sentence: number;
  type: number;
  score: number;
}>;

/** A run of open tokens; its first row among the scores of the document, and its names. */
type Run = { sentence: number; first: number; last: number; row: number; names: readonly TaggedName[] };

export type Tagger = (tokens: Tokens, sentences: Sentences) => readonly TaggedName[];

/**
 * Tags the names of a document: first each run of open tokens by itself, then once more those with a word that the document
 * takes for something else in other places. Cost: linear in its tokens, most of it on capitalised ones.
 */
export const createTagger = (
  vocabulary: Vocabulary,
  model: TaggerModel,
  mined: MinedNames,
  cases: WordCases,
  consensus: WordConsensus = new WordConsensus(),
): Tagger => {
  const extractor = new FeatureExtractor(vocabulary, mined, cases);
  const findRuns = createRunFinder(vocabulary);
  const wordScores = new WordScores(vocabulary, model, extractor);
  const decoder = new Decoder(model.transitions);
  const probability = new SpanProbability(model.transitions);
  const features = new Int32Array(SLOTS).fill(-1);
  const advice = new Float32Array(KINDS);
  let scores = new Float32Array(0);
  let kinds = new Float32Array(0);
  let labels = new Uint8Array(0);

  /** Rows of `[first, last)` from `row` on. */
  const score = (tokens: Tokens, first: number, last: number, row: number): void => {
    for (let token = first, at = row * L; token < last; token++, at += L) {
      wordScores.read(tokens, token, scores, at);
      for (let slot = WORD_SLOTS; slot < SLOTS; slot++) features[slot] = -1;
      extractor.extractContext(token, features, 0);
      model.add(features, WORD_SLOTS, SLOTS - WORD_SLOTS, scores, at);
    }
  };

  /** Reads the names of a scored run; at first sight also what kinds its words are taken for. */
  const decode = (run: Run, atFirst: boolean): void => {
    const { sentence, first, last, row } = run;
    const n = last - first;
    if (n === 1) {
      const kind = probability.readOne(scores, row * L, kinds, row * KINDS);
      const score = kind === 0 ? 0 : calibrate(kinds[row * KINDS + kind] as number);
      run.names = kind === 0 ? noNames : [{ first, last, sentence, type: kind - 1, score }];
      return;
    }
    if (labels.length < n) labels = new Uint8Array(n * 2);
    decoder.decode(scores, row * L, n, labels);
    const isNamed = hasName(labels, n);
    if (isNamed || atFirst) probability.read(scores, row * L, n);
    if (atFirst) probability.kinds(n, kinds, row * KINDS);
    run.names = isNamed ? readNames(labels, n, first, sentence, probability) : noNames;
  };

  /** Adds what the rest of the document says to the scores of a run; false where it says nothing new. */
  const revise = (tokens: Tokens, { first, last, row }: Run): boolean => {
    let revised = false;
    for (let token = first, at = row; token < last; token++, at++) {
      if (((tokens.shape[token] as number) & Shape.capital) === 0) continue;
      if (!consensus.advise(tokens.word[token] as number, kinds, at * KINDS, advice)) continue;
      revised = true;
      for (let label = 0; label < L; label++) {
        const kind = label === OUTSIDE ? 0 : 1 + typeOfLabel(label);
        scores[at * L + label] = (scores[at * L + label] as number) + (advice[kind] as number);
      }
    }
    return revised;
  };

  return (tokens, sentences) => {
    const runs: Run[] = [];
    let rows = 0;
    extractor.beginDocument(tokens, sentences);
    wordScores.beginDocument();
    consensus.beginDocument();
    findRuns(tokens, sentences, (sentence, sentenceFirst, sentenceLast, first, last) => {
      const n = last - first;
      const row = rows;
      rows += n;
      if (scores.length < rows * L) scores = widen(scores, rows * L);
      if (kinds.length < rows * KINDS) kinds = widen(kinds, rows * KINDS);
      extractor.beginRun(sentence, sentenceFirst, sentenceLast, first, last);
      score(tokens, first, last, row);
      const run: Run = { sentence, first, last, row, names: noNames };
      decode(run, true);
      for (let token = first; token < last; token++)
        if (((tokens.shape[token] as number) & Shape.capital) !== 0)
          consensus.add(tokens.word[token] as number, kinds, (row + token - first) * KINDS);
      runs.push(run);
    });
    const names: TaggedName[] = [];
    for (const run of runs) {
      if (revise(tokens, run)) decode(run, false);
      for (const name of run.names) names.push(name);
    }
    return names;
  };
};

const noNames: readonly TaggedName[] = [];

const hasName = (labels: Uint8Array, n: number): boolean => {
  for (let i = 0; i < n; i++) if (labels[i] !== OUTSIDE) return true;
  return false;
};

/** Reads the names off a decoded run, each with its probability. */
const readNames = (
  labels: Uint8Array,
  n: number,
  first: number,
  sentence: number,
  probability: SpanProbability,
): readonly TaggedName[] => {
  const names: TaggedName[] = [];
  let from = -1;
  for (let i = 0; i < n; i++) {
    const label = labels[i] ?? OUTSIDE;
    if (label === OUTSIDE) continue;
    const part = partOfLabel(label);
    if (part === Part.begin || part === Part.single) from = i;
    if ((part === Part.end || part === Part.single) && from >= 0) {
      const score = calibrate(probability.of(labels, from, i + 1));
      names.push({ first: first + from, last: first + i + 1, sentence, type: typeOfLabel(label), score });
      from = -1;
    }
  }
  return names;
};

const widen = (column: Float32Array<ArrayBuffer>, size: number): Float32Array<ArrayBuffer> => {
  const wide = new Float32Array(Math.max(size, column.length * 2));
  wide.set(column);
  return wide;
};
