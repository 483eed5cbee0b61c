import { type Annotations, type ParsedDocument, type Published, Vocabulary } from "@readout/model";
import { createEventRecognizer } from "./events/event-recognizer.js";
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
  const eventRecognizer = createEventRecognizer(vocabulary);
  return (parsed) => {
    const passage = passages.ofDocument(parsed);
    const day = parsed.source.given.published ?? parsed.metadata.published?.day ?? null;
    const published: Published = {
      day,
      at: null,
      earliest: day,
      latest: day,
      basis: day === null ? "none" : "stated",
    };
    const { times, diagnostics } = resolve(recognize(passage), passage, published);
    const linked = names.link(names.recognize(passage), passage, { published, metadata: parsed.metadata });
    const phrases = parsePhrases(passage);
    const quotes = quoteRecognizer.recognize(passage, { phrases, ...linked });
    const counted = quantityRecognizer.recognize(passage, { times });
    const { events, quantities } = eventRecognizer.recognize(passage, {
      parsed,
      phrases,
      ...linked,
      times,
      quotes,
      quantities: counted,
      published,
    });
    const { tokens, sentences } = passage;
    return { published, tokens, sentences, ...linked, times, quotes, quantities, events, diagnostics };
  };
};
