import { ChunkKind } from "../grammar/phrases.js";
import { accordingReport } from "./according-report.js";
import type { CueLexicon } from "./cue-lexicon.js";
import type { QuoteText } from "./quote-text.js";
import type { Report } from "./report.js";
import { verbReport } from "./verb-report.js";

/** Every report of a text whose cue stands outside quotation marks, in the order of the cues. */
export const findReports = (text: QuoteText, cues: CueLexicon): Report[] => {
  const reports: Report[] = [];
  const sentences = text.passage.sentences.length;
  for (let sentence = 0; sentence < sentences; sentence++) {
    const limit = text.lastChunk(sentence);
    for (let chunk = text.firstChunk(sentence); chunk < limit; chunk++) {
      const report = reportAt(text, cues, chunk, sentence);
      if (report !== null) reports.push(report);
    }
  }
  return reports;
};

const reportAt = (text: QuoteText, cues: CueLexicon, chunk: number, sentence: number): Report | null => {
  if (text.kind(chunk) === ChunkKind.verb) {
    const verb = text.ref(chunk);
    if (text.isAccordingTo(text.first(chunk))) return accordingReport(text, cues, chunk, sentence);
    return verbReport(text, cues, verb, sentence);
  }
  const first = text.first(chunk);
  return text.isAccordingTo(first) && !text.isQuoted(first)
    ? accordingReport(text, cues, chunk, sentence)
    : null;
};
