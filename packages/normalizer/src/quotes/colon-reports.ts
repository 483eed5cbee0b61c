import { sentenceOfToken } from "@readout/model";
import { VerbFlag } from "../grammar/phrases.js";
import type { QuoteText } from "./quote-text.js";
import type { Report } from "./report.js";

/**
 * Reports for quotations that follow a colon and that no cue has claimed, in the same sentence or as the next paragraph:
 * "The ministry issued this statement: “…”". The speaker is the subject of the sentence's first finite verb, which stands for
 * the cue.
 */
export const colonReports = (text: QuoteText, reports: readonly Report[]): Report[] => {
  const claimed = new Uint8Array(text.quotations.length);
  for (const { pieces } of reports)
    for (const piece of pieces)
      for (let token = piece.first; token < piece.last; token++) {
        const quotation = text.quotationOf[token] ?? -1;
        if (quotation >= 0) claimed[quotation] = 1;
      }
  const found: Report[] = [];
  text.quotations.forEach((quotation, index) => {
    if (claimed[index] === 1 || !text.isColon(quotation.open - 1)) return;
    const sentence = sentenceOfToken(text.passage.sentences, quotation.open - 1);
    if (sentence < 0 || quotation.block - text.blockOf(sentence) > 1) return;
    const report = introducedBy(text, sentence, quotation.open);
    if (report !== null)
      found.push({ ...report, pieces: [{ first: quotation.open, last: text.endOf(index) }] });
  });
  return found;
};

/** Verbs of a sentence that are looked through: a bound that keeps the pass linear on endless sentences. */
const fewEnough = 32;

const introducedBy = (text: QuoteText, sentence: number, end: number): Report | null => {
  const { verbs, nouns, firstVerb } = text.phrases;
  const begin = firstVerb[sentence] ?? 0;
  const last = Math.min(firstVerb[sentence + 1] ?? verbs.length, begin + fewEnough);
  for (let verb = begin; verb < last; verb++) {
    const first = verbs.first[verb] ?? 0;
    const subject = verbs.subject[verb] ?? -1;
    if (first >= end) return null;
    const flags = verbs.flags[verb] ?? 0;
    if ((flags & VerbFlag.finite) === 0 || text.isQuoted(first) || subject < 0) continue;
    // "It is hard: “…”", "he was shown: “…”": nobody there says it.
    if (flags & (VerbFlag.copula | VerbFlag.passive)) return null;
    return {
      cue: { first, last: verbs.last[verb] ?? first + 1 },
      speaker: { first: nouns.first[subject] ?? 0, last: nouns.last[subject] ?? 0 },
      speakerHead: nouns.head[subject] ?? -1,
      shared: false,
      asks: false,
      listener: null,
      pieces: [],
      rule: "colon",
    };
  }
  return null;
};
