import { type Sentences, Shape, type Tokens, type Vocabulary } from "@readout/model";
import { calibrate } from "./calibrate.js";
import { Decoder } from "./decode.js";
import { FeatureExtractor, SLOTS, WORD_SLOTS } from "./features.js";
import { labelCount, OUTSIDE, Part, partOfLabel, typeOfLabel } from "./labels.js";
import type { MinedNames } from "./mined-names.js";
import type { TaggerModel } from "./model.js";
import { createOpenTokenMarker } from "./open-tokens.js";
import { SpanProbability } from "./span-probability.js";
import { WordScores } from "./word-scores.js";

/** A name as the tagger sees it: tokens `[first, last)` of one sentence, `type` an index of `coarseTypes`. */
export type TaggedName = Readonly<{
  first: number;
  last: number;
  sentence: number;
  type: number;
  score: number;
}>;

/** Runs of tokens that may hold names, each scored and decoded on its own: what lies between is outside. */
export type RunVisitor = (sentence: number, first: number, last: number) => void;

/** Visits the runs of open tokens of a document in order. */
export const createRunFinder = (vocabulary: Vocabulary) => {
  const mark = createOpenTokenMarker(vocabulary);
  let open = new Uint8Array(256);
  return (tokens: Tokens, sentences: Sentences, beginSentence: RunVisitor, visit: RunVisitor): void => {
    for (let s = 0; s < sentences.length; s++) {
      const first = sentences.first[s] ?? 0;
      const last = sentences.last[s] ?? 0;
      if (open.length < last - first) open = new Uint8Array((last - first) * 2);
      mark(tokens, first, last, open);
      let begun = false;
      for (let token = first; token < last; ) {
        if (open[token - first] !== 1) {
          token++;
          continue;
        }
        let end = token;
        while (end < last && open[end - first] === 1 && (end === token || !followsBlankLine(tokens, end)))
          end++;
        if (!begun) beginSentence(s, first, last);
        begun = true;
        visit(s, token, end);
        token = end;
      }
    }
  };
};

/** Whether an empty line stands before a token: no name goes on after it. */
const followsBlankLine = (tokens: Tokens, token: number): boolean => {
  if (((tokens.shape[token] ?? 0) & Shape.newline) === 0) return false;
  let lines = 0;
  for (let at = (tokens.start[token] ?? 0) - 1; at >= 0 && lines < 2; at--) {
    const unit = tokens.text.charCodeAt(at);
    if (unit === 0x0a) lines++;
    else if (unit !== 0x20 && unit !== 0x09 && unit !== 0x0d) break;
  }
  return lines >= 2;
};

export type Tagger = (tokens: Tokens, sentences: Sentences) => readonly TaggedName[];

/** Tags the names of a document. Cost: linear in its tokens, most of it on capitalised ones. */
export const createTagger = (vocabulary: Vocabulary, model: TaggerModel, mined: MinedNames): Tagger => {
  const extractor = new FeatureExtractor(vocabulary, mined);
  const findRuns = createRunFinder(vocabulary);
  const wordScores = new WordScores(vocabulary, model, extractor);
  const decoder = new Decoder(model.transitions);
  const probability = new SpanProbability(model.transitions);
  const features = new Int32Array(SLOTS);
  let scores = new Float32Array(64 * labelCount);
  let labels = new Uint8Array(64);
  return (tokens, sentences) => {
    const names: TaggedName[] = [];
    extractor.beginDocument(tokens, sentences);
    wordScores.beginDocument();
    findRuns(
      tokens,
      sentences,
      (s, first, last) => extractor.beginSentence(s, first, last),
      (sentence, first, last) => {
        const n = last - first;
        if (labels.length < n) {
          labels = new Uint8Array(n * 2);
          scores = new Float32Array(n * 2 * labelCount);
        }
        for (let i = 0; i < n; i++) {
          wordScores.read(tokens, first + i, scores, i * labelCount);
          features.fill(-1);
          extractor.extractContext(first + i, features, 0);
          model.add(features, WORD_SLOTS, SLOTS - WORD_SLOTS, scores, i * labelCount);
        }
        decoder.decode(scores, n, labels);
        readNames(labels, n, first, sentence, names, probability, scores);
      },
    );
    return names;
  };
};

/** Reads the names off a decoded run, each with its probability. */
const readNames = (
  labels: Uint8Array,
  n: number,
  first: number,
  sentence: number,
  names: TaggedName[],
  probability: SpanProbability,
  scores: Float32Array,
): void => {
  let from = -1;
  let read = false;
  for (let i = 0; i < n; i++) {
    const label = labels[i] ?? OUTSIDE;
    if (label === OUTSIDE) continue;
    const part = partOfLabel(label);
    if (part === Part.begin || part === Part.single) from = i;
    if ((part === Part.end || part === Part.single) && from >= 0) {
      if (!read) probability.read(scores, n);
      read = true;
      const score = calibrate(probability.of(labels, from, i + 1));
      names.push({ first: first + from, last: first + i + 1, sentence, type: typeOfLabel(label), score });
      from = -1;
    }
  }
};
