import type { Sentences, Tokens, Vocabulary } from "@readout/model";
import { Decoder } from "./decode.js";
import { FeatureExtractor, SLOTS } from "./features.js";
import { labelCount, OUTSIDE, Part, partOfLabel, typeOfLabel } from "./labels.js";
import type { TaggerModel } from "./model.js";
import { createOpenTokenMarker } from "./open-tokens.js";

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
        while (end < last && open[end - first] === 1) end++;
        if (!begun) beginSentence(s, first, last);
        begun = true;
        visit(s, token, end);
        token = end;
      }
    }
  };
};

export type Tagger = (tokens: Tokens, sentences: Sentences) => readonly TaggedName[];

/** Tags the names of a document. Cost: linear in its tokens, most of it on capitalised ones. */
export const createTagger = (vocabulary: Vocabulary, model: TaggerModel): Tagger => {
  const extractor = new FeatureExtractor(vocabulary);
  const findRuns = createRunFinder(vocabulary);
  const decoder = new Decoder(model.transitions);
  const features = new Int32Array(SLOTS);
  let scores = new Float32Array(64 * labelCount);
  let labels = new Uint8Array(64);
  return (tokens, sentences) => {
    const names: TaggedName[] = [];
    extractor.beginDocument(tokens, sentences);
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
          extractor.extract(first + i, features, 0);
          model.score(features, 0, SLOTS, scores, i * labelCount);
        }
        decoder.decode(scores, n, labels);
        readNames(labels, n, first, sentence, names);
      },
    );
    return names;
  };
};

/** Reads the names off a decoded run. */
export const readNames = (
  labels: Uint8Array,
  n: number,
  first: number,
  sentence: number,
  names: TaggedName[],
): void => {
  let from = -1;
  for (let i = 0; i < n; i++) {
    const label = labels[i] ?? OUTSIDE;
    if (label === OUTSIDE) continue;
    const part = partOfLabel(label);
    if (part === Part.begin || part === Part.single) from = i;
    if ((part === Part.end || part === Part.single) && from >= 0) {
      names.push({ first: first + from, last: first + i + 1, sentence, type: typeOfLabel(label), score: 1 });
      from = -1;
    }
  }
};
