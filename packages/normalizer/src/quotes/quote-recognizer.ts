import type { DocumentEntity, Mention, Quote, Vocabulary } from "@readout/model";
import type { Phrases } from "../grammar/phrases.js";
import type { Passage } from "../passage.js";
import { assignQuotations } from "./assign-quotations.js";
import { colonReports } from "./colon-reports.js";
import { loadCueLexicon } from "./cue-lexicon.js";
import { findReports } from "./find-reports.js";
import { outermost } from "./outermost.js";
import { loadQuoteWords, QuoteText } from "./quote-text.js";
import { resolveSpeakers } from "./resolve-speakers.js";
import { transcriptReports } from "./transcript-reports.js";
import { uncuedReports } from "./uncued-reports.js";
import { writeQuotes } from "./write-quotes.js";

export type QuoteRecognizer = Readonly<{
  /** The reported speech of a passage in text order: direct, mixed and indirect quotes with their speakers. */
  recognize: (
    passage: Passage,
    found: Readonly<{ phrases: Phrases; mentions: readonly Mention[]; entities: readonly DocumentEntity[] }>,
  ) => Quote[];
}>;

/** A recogniser of quotations and reported speech. Adds its words to the vocabulary. */
export const createQuoteRecognizer = (vocabulary: Vocabulary): QuoteRecognizer => {
  const cues = loadCueLexicon(vocabulary);
  const words = loadQuoteWords(vocabulary);
  return {
    recognize: (passage, { phrases, mentions, entities }) => {
      const text = new QuoteText(passage, phrases, words);
      const found = [...findReports(text, cues), ...transcriptReports(text, cues, mentions)];
      const cued = outermost(text, found);
      const told = [...cued, ...colonReports(text, cued)];
      const uncued = uncuedReports(text, told, assignQuotations(text, told).report);
      const reports = [...told, ...uncued];
      const assignment = assignQuotations(text, reports);
      const speakers = resolveSpeakers(text, reports, mentions, entities);
      return writeQuotes(text, reports, assignment, speakers);
    },
  };
};
