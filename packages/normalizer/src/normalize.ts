import { type Annotations, type ParsedDocument, Vocabulary } from "@readout/model";
import { createPhraseParser } from "./grammar/phrases.js";
import { createNameRecognizer } from "./names/name-recognizer.js";
import { createPassageReader } from "./passage.js";
import { createQuantityRecognizer } from "./quantities/quantity-recognizer.js";
import { createQuoteRecognizer } from "./quotes/quote-recognizer.js";
import { createTimeRecognizer } from "./times/create-time-recognizer.js";

/** Finds everything in one document. The tokens of its result are valid until its next document. */
export type Annotator = (parsed: ParsedDocument) => Annotations;

/** Loads every lexicon into one vocabulary, once a process. */
export const createAnnotator = (): Annotator => {
  const vocabulary = new Vocabulary();
  const passages = createPassageReader(vocabulary);
  const names = createNameRecognizer(vocabulary);
  const { recognize, resolve } = createTimeRecognizer(vocabulary);
  const { parsePhrases } = createPhraseParser(vocabulary);
  const quantityRecognizer = createQuantityRecognizer(vocabulary);
  const quoteRecognizer = createQuoteRecognizer(vocabulary);
  return (parsed) => {
    const passage = passages.ofDocument(parsed);
    const day = parsed.source.given.published ?? parsed.metadata.published?.day ?? null;
    const published = { earliest: day, latest: day };
    const { times, diagnostics } = resolve(recognize(passage), passage, published);
    const linked = names.link(names.recognize(passage), passage, { published, metadata: parsed.metadata });
    const phrases = parsePhrases(passage);
    return {
      published: { day, at: null, ...published, basis: day === null ? "none" : "stated" },
      tokens: passage.tokens,
      sentences: passage.sentences,
      ...linked,
      times,
      quotes: quoteRecognizer.recognize(passage, { phrases, ...linked }),
      quantities: quantityRecognizer.recognize(passage, { times }),
      events: [],
      diagnostics,
    };
  };
};
