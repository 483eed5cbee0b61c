import { ChunkKind, VerbFlag } from "../grammar/phrases.js";
import { accordingReport } from "./according-report.js";
import type { CueLexicon } from "./cue-lexicon.js";
import { gerundReport } from "./gerund-report.js";
import { nounReport } from "./noun-report.js";
import type { QuoteText } from "./quote-text.js";
import { quotedNounReport } from "./quoted-noun-report.js";
import type { Report, TokenRange } from "./report.js";
import { verbReport } from "./verb-report.js";

/** Every report of a text whose cue stands outside quotation marks, in the order of the cues. */
export const findReports = (text: QuoteText, cues: CueLexicon): Report[] => {
  const reports: Report[] = [];
  const sentences = text.passage.sentences.length;
  for (let sentence = 0; sentence < sentences; sentence++) {
    const limit = text.lastChunk(sentence);
    const before = reports.length;
    for (let chunk = text.firstChunk(sentence); chunk < limit; chunk++) {
      const report = reportAt(text, cues, chunk, sentence);
      if (report !== null)
        reports.push(report.shared ? withSpeaker(text, report, reports, before, sentence) : report);
    }
  }
  return reports;
};

/** Reports and verbs of a sentence that are looked through: a bound that keeps the pass linear on endless sentences. */
const fewEnough = 32;

/**
 * Whom a cue without a subject of its own belongs to: grammar's answer, unless that stands inside what an earlier cue of the sentence
 * reports ("Lee said the members would stay, but said": not the members); then that cue's speaker, last the subject
 * of the sentence's first finite verb.
 */
const withSpeaker = (
  text: QuoteText,
  report: Report,
  reports: readonly Report[],
  from: number,
  sentence: number,
): Report => {
  for (let index = Math.max(from, reports.length - fewEnough); index < reports.length; index++) {
    const earlier = reports[index];
    if (earlier === undefined || earlier.speaker === null) continue;
    const inside = earlier.pieces.some(
      (piece) => piece.first <= report.speakerHead && report.speakerHead < piece.last,
    );
    const cueOutside = !earlier.pieces.some((piece) => holds(piece, report.cue?.first ?? -1));
    if (cueOutside && (report.speaker === null || inside))
      return { ...report, speaker: earlier.speaker, speakerHead: earlier.speakerHead };
  }
  if (report.speaker !== null || report.rule.startsWith("passive")) return report;
  const { verbs, nouns } = text.phrases;
  const first = text.phrases.firstVerb[sentence] ?? 0;
  const last = Math.min(text.phrases.firstVerb[sentence + 1] ?? verbs.length, first + fewEnough);
  for (let verb = first; verb < last; verb++) {
    const noun = verbs.subject[verb] ?? -1;
    if (((verbs.flags[verb] ?? 0) & VerbFlag.finite) === 0 || noun < 0) continue;
    const start = nouns.first[noun] ?? 0;
    if (text.isQuoted(start) || report.pieces.some((piece) => holds(piece, start))) continue;
    return {
      ...report,
      speaker: { first: start, last: nouns.last[noun] ?? start + 1 },
      speakerHead: nouns.head[noun] ?? start,
    };
  }
  return report;
};

const holds = (piece: TokenRange, token: number): boolean => piece.first <= token && token < piece.last;

const reportAt = (text: QuoteText, cues: CueLexicon, chunk: number, sentence: number): Report | null => {
  if (text.kind(chunk) === ChunkKind.verb) {
    const verb = text.ref(chunk);
    if (text.isAccordingTo(text.first(chunk))) return accordingReport(text, cues, chunk, sentence);
    return verbReport(text, cues, verb, sentence);
  }
  const first = text.first(chunk);
  if (text.kind(chunk) === ChunkKind.noun)
    return (
      gerundReport(text, cues, chunk, sentence) ??
      quotedNounReport(text, cues, chunk, sentence) ??
      nounReport(text, cues, chunk, sentence)
    );
  return text.isAccordingTo(first) && !text.isQuoted(first)
    ? accordingReport(text, cues, chunk, sentence)
    : null;
};
