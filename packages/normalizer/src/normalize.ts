import { type Annotations, type ParsedDocument, Vocabulary } from "@readout/model";
import { createPassageReader } from "./passage.js";
import { createQuantityRecognizer } from "./quantities/quantity-recognizer.js";

/** Finds everything in one document. The tokens of its result are valid until its next document. */
export type Annotator = (parsed: ParsedDocument) => Annotations;

/** Loads every lexicon into one vocabulary, once a process. */
export const createAnnotator = (): Annotator => {
  const vocabulary = new Vocabulary();
  const passages = createPassageReader(vocabulary);
  const quantities = createQuantityRecognizer(vocabulary);
  return (parsed) => {
    const passage = passages.ofDocument(parsed);
    return {
      published: { day: parsed.source.given.published, at: null, earliest: null, latest: null, basis: "none" },
      tokens: passage.tokens,
      sentences: passage.sentences,
      entities: [],
      mentions: [],
      times: [],
      quotes: [],
      quantities: quantities.recognize(passage, { times: [] }),
      events: [],
      diagnostics: [],
    };
  };
};
