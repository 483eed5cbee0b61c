import { type Annotations, type DayInterval, type ParsedDocument, Vocabulary } from "@readout/model";
import { createDocumentDater, type Dating, knownDate } from "./dating/date-document.js";
import { createEventRecognizer } from "./events/event-recognizer.js";
import { createPhraseParser } from "./grammar/phrases.js";
import { createNameRecognizer } from "./names/name-recognizer.js";
import { createPassageReader } from "./passage.js";
import { createQuantityRecognizer } from "./quantities/quantity-recognizer.js";
import { createQuoteRecognizer } from "./quotes/quote-recognizer.js";
import { createTimeRecognizer } from "./times/create-time-recognizer.js";

/** Finds everything in one document. The tokens of its result are valid until its next document. */
export type Annotator = (parsed: ParsedDocument) => Annotations;

export type AnnotatorOptions = Readonly<{
  /** Where all words go, which must have no document's words in it yet; see the option of the parser. */
  vocabulary?: Vocabulary;
}>;

const openInterval: DayInterval = { earliest: null, latest: null };

/**
 * Loads every lexicon into one vocabulary, once a process, and gives the way of a document from structure to meaning:
 * recognise times and names, date the document, resolve what depends on its date, then what builds on those.
 */
export const createAnnotator = ({ vocabulary = new Vocabulary() }: AnnotatorOptions = {}): Annotator => {
  const passages = createPassageReader(vocabulary);
  const names = createNameRecognizer(vocabulary);
  const times = createTimeRecognizer(vocabulary);
  const { inferDate } = createDocumentDater(vocabulary);
  const { parsePhrases } = createPhraseParser(vocabulary);
  const quantityRecognizer = createQuantityRecognizer(vocabulary);
  const quoteRecognizer = createQuoteRecognizer(vocabulary);
  const eventRecognizer = createEventRecognizer(vocabulary);

  return (parsed) => {
    const passage = passages.ofDocument(parsed);
    const timeCandidates = times.recognize(passage);
    const nameCandidates = names.recognize(passage);
    const resolveAt = (published: DayInterval) => ({
      timed: times.resolve(timeCandidates, passage, published),
      linked: names.link(nameCandidates, passage, { published, metadata: parsed.metadata }),
    });
    // Names and dates resolve once where the date is known, and a second time where they themselves could tell it.
    const dated = (): Dating & ReturnType<typeof resolveAt> => {
      const known = knownDate(parsed);
      if (known !== null) return { ...known, ...resolveAt(known.published) };
      const undated = resolveAt(openInterval);
      const dating = inferDate({ parsed, passage, times: undated.timed.times, ...undated.linked });
      return { ...dating, ...(dating.published.basis === "none" ? undated : resolveAt(dating.published)) };
    };
    const { published, diagnostics, timed, linked } = dated();
    const phrases = parsePhrases(passage);
    const counted = quantityRecognizer.recognize(passage, timed);
    const quotes = quoteRecognizer.recognize(passage, { phrases, ...linked });
    const { events, quantities } = eventRecognizer.recognize(passage, {
      parsed,
      phrases,
      ...linked,
      times: timed.times,
      quotes,
      quantities: counted,
      published,
    });
    return {
      published,
      tokens: passage.tokens,
      sentences: passage.sentences,
      ...linked,
      times: timed.times,
      quotes,
      quantities,
      events,
      diagnostics: [...diagnostics, ...timed.diagnostics],
    };
  };
};
