import { sentenceOfToken } from "@readout/model";
import type { QuoteText } from "./quote-text.js";
import type { Report } from "./report.js";

/** Which report each quotation belongs to, and whether it merely carries on what that report began. */
export type Assignment = Readonly<{
  /** Index of the report by quotation, or -1. */
  report: Int32Array;
  /** 1 where the quotation follows its report without a cue of its own. */
  carried: Uint8Array;
}>;

/**
 * Gives each quotation to one report: to the cue right behind it before one that stands in front, among those to the
 * innermost. Quotations without a cue that begin a sentence carry on the speech of the one before them, in the same
 * paragraph or in the paragraphs of a quotation left open.
 */
export const assignQuotations = (text: QuoteText, reports: readonly Report[]): Assignment => {
  const count = text.quotations.length;
  const report = new Int32Array(count).fill(-1);
  const strength = new Float64Array(count);
  reports.forEach((candidate, index) => {
    candidate.pieces.forEach((piece, place) => {
      const strong = strengthOf(candidate, place);
      for (let token = piece.first; token < piece.last; ) {
        const quotation = text.quotationOf[token] ?? -1;
        if (quotation < 0) {
          token++;
          continue;
        }
        // Among equals the shorter content, or the later cue, is the inner one.
        const score = strong - (piece.last - piece.first) * 1e-7;
        if ((report[quotation] ?? -1) < 0 || score >= (strength[quotation] ?? 0)) {
          report[quotation] = index;
          strength[quotation] = score;
        }
        token = Math.max(token + 1, text.endOf(quotation));
      }
    });
  });
  return { report, carried: carryOn(text, reports, report, strength) };
};

const strengthOf = (report: Report, place: number): number => {
  if (place > 0) return 2;
  if (report.rule === "quote-subject-verb" || report.rule === "quote-verb-subject") return 3;
  return report.rule.endsWith("-quote") || report.rule.endsWith("-colon") ? 1.5 : 1;
};

/** Quotations looked back over: fragments and titles may stand between a quotation and what carries it on. */
const lookBack = 4;

const carryOn = (
  text: QuoteText,
  reports: readonly Report[],
  report: Int32Array,
  strength: Float64Array,
): Uint8Array => {
  const carried = new Uint8Array(report.length);
  for (let index = 1; index < report.length; index++) {
    if ((report[index] ?? -1) >= 0 || !beginsSentence(text, index)) continue;
    let best = -1;
    for (let before = index - 1; before >= 0 && before >= index - lookBack; before--) {
      if (!isNear(text, before, index, reports[report[before] ?? -1]?.cue?.last ?? 0)) break;
      if ((report[before] ?? -1) >= 0 && (best < 0 || (strength[before] ?? 0) > (strength[best] ?? 0) + 0.5))
        best = before;
    }
    if (best < 0) continue;
    report[index] = report[best] ?? -1;
    strength[index] = strength[best] ?? 0;
    carried[index] = 1;
  }
  return carried;
};

const beginsSentence = (text: QuoteText, index: number): boolean => {
  const open = text.quotations[index]?.open ?? 0;
  return text.firstToken(sentenceOfToken(text.passage.sentences, open)) === open;
};

/** Whether a quotation stands in the sentence before another or in its own, or ran open to the end of the paragraph before. */
const isNear = (text: QuoteText, before: number, index: number, cue: number): boolean => {
  const earlier = text.quotations[before];
  const later = text.quotations[index];
  if (earlier === undefined || later === undefined) return false;
  if (earlier.block !== later.block) return earlier.close < 0 && later.block === earlier.block + 1;
  const { sentences } = text.passage;
  // "Is that all?" Lee asked. "…": the cue may have a sentence of its own.
  const end = cue < later.open ? Math.max(cue, text.endOf(before)) : text.endOf(before);
  return sentenceOfToken(sentences, later.open) - sentenceOfToken(sentences, end - 1) <= 1;
};
