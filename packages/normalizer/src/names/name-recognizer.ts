import type { Vocabulary } from "@readout/model";
import type { Passage } from "../passage.js";
import { createNameCompleter } from "./known-names.js";
import type { LinkedNames } from "./link/gather.js";
import { createNameLinker, type LinkContext } from "./link/linker.js";
import { loadMinedNames, loadModel, loadWordCases } from "./load-model.js";
import { type NameCandidate, nameCandidate } from "./name-candidate.js";
import { createNameSplitter } from "./split-names.js";
import { coarseTypes } from "./tagger/labels.js";
import type { TaggerModel } from "./tagger/model.js";
import { createTagger } from "./tagger/tagger.js";

export type NameRecognizer = Readonly<{
  /** The names of a passage, in order and disjoint. */
  recognize: (passage: Passage) => readonly NameCandidate[];
  /** Who or what they are. May be called again when the date is known better. */
  link: (candidates: readonly NameCandidate[], passage: Passage, context: LinkContext) => LinkedNames;
}>;

/** Recognises and links names. Its words enter the vocabulary, so call it before the first document. */
export const createNameRecognizer = (
  vocabulary: Vocabulary,
  model: TaggerModel = loadModel(),
): NameRecognizer => {
  const tag = createTagger(vocabulary, model, loadMinedNames(), loadWordCases());
  const split = createNameSplitter(vocabulary);
  const complete = createNameCompleter(vocabulary);
  const link = createNameLinker(vocabulary);
  return {
    recognize: (passage) => {
      const { tokens, sentences } = passage;
      const names = tag(tokens, sentences).map(({ first, last, sentence, type, score }) =>
        nameCandidate(tokens, sentence, first, last, coarseTypes[type] ?? "MISC", score),
      );
      return complete(split(names, passage), passage);
    },
    link,
  };
};
