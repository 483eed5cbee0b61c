import { type Annotations, type ParsedDocument, Vocabulary } from "@readout/model";
import { createPhraseParser } from "./grammar/phrases.js";
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
  const timeRecognizer = createTimeRecognizer(vocabulary);
  const { parsePhrases } = createPhraseParser(vocabulary);
  const quoteRecognizer = createQuoteRecognizer(vocabulary);
  const quantities = createQuantityRecognizer(vocabulary);
  return (parsed) => {
    const passage = passages.ofDocument(parsed);
    const day = parsed.source.given.published ?? parsed.metadata.published?.day ?? null;
    const { times, diagnostics } = timeRecognizer.resolve(timeRecognizer.recognize(passage), passage, {
      earliest: day,
      latest: day,
    });
    return {
      published: { day, at: null, earliest: day, latest: day, basis: day === null ? "none" : "stated" },
      tokens: passage.tokens,
      sentences: passage.sentences,
      entities: [],
      mentions: [],
      times,
      quotes: quoteRecognizer.recognize(passage, {
        phrases: parsePhrases(passage),
        mentions: [],
        entities: [],
      }),
      quantities: quantities.recognize(passage, { times }),
      events: [],
      diagnostics,
    };
  };
};
