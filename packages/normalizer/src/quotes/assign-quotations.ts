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
        // Among equals the shorter content is the inner one.
        const score = strong - (piece.last - piece.first) * 1e-7;
        if ((report[quotation] ?? -1) < 0 || score > (strength[quotation] ?? 0)) {
          report[quotation] = index;
          strength[quotation] = score;
        }
        token = Math.max(token + 1, text.endOf(quotation));
      }
    });
  });
  return { report, carried: carryOn(text, report) };
};

const strengthOf = (report: Report, place: number): number => {
  if (place > 0) return 2;
  if (report.rule === "quote-subject-verb" || report.rule === "quote-verb-subject") return 3;
  return report.rule.endsWith("-quote") || report.rule.endsWith("-colon") ? 1.5 : 1;
};

const carryOn = (text: QuoteText, report: Int32Array): Uint8Array => {
  const carried = new Uint8Array(report.length);
  for (let index = 1; index < report.length; index++) {
    if ((report[index] ?? -1) >= 0) continue;
    const quotation = text.quotations[index];
    const before = text.quotations[index - 1];
    if (quotation === undefined || before === undefined || (report[index - 1] ?? -1) < 0) continue;
    if (!continues(text, index)) continue;
    report[index] = report[index - 1] ?? -1;
    carried[index] = 1;
  }
  return carried;
};

/** Whether a quotation begins a sentence right after the one with the quotation before it, or a paragraph after an open one. */
const continues = (text: QuoteText, index: number): boolean => {
  const quotation = text.quotations[index];
  const before = text.quotations[index - 1];
  if (quotation === undefined || before === undefined) return false;
  const { sentences } = text.passage;
  const sentence = sentenceOfToken(sentences, quotation.open);
  if (text.firstToken(sentence) !== quotation.open) return false;
  if (quotation.block !== before.block) return before.close < 0 && quotation.block === before.block + 1;
  const last = sentenceOfToken(sentences, text.endOf(index - 1) - 1);
  return sentence - last <= 1;
};
