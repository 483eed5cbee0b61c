import { type Quote, type Span, sentenceOfToken } from "@readout/model";
import type { Assignment } from "./assign-quotations.js";
import type { QuoteText } from "./quote-text.js";
import type { Report, TokenRange } from "./report.js";
import type { Speaker } from "./resolve-speakers.js";

type Row = { quote: Quote; part: number; follows: Row | null };

/**
 * One row for each quotation of a report, one for each stretch of its content that has none. Later parts of one report
 * `continue` the part before them; several quotations in one stretch share its content.
 */
export const writeQuotes = (
  text: QuoteText,
  reports: readonly Report[],
  { report: owner, carried }: Assignment,
  speakers: readonly Speaker[],
): Quote[] => {
  const rows: Row[] = [];
  const lastOf: (Row | undefined)[] = [];
  const add = (
    index: number,
    span: Span,
    kind: Quote["kind"],
    content: Span,
    rule: string,
    token: number,
  ): void => {
    const report = reports[index];
    if (report === undefined) return;
    const speaker = speakers[index];
    const row: Row = {
      quote: {
        ...span,
        sentence: sentenceOfToken(text.passage.sentences, token),
        kind,
        content,
        continues: null,
        speaker: report.speaker === null ? null : spanOf(text, report.speaker),
        speakerEntity: speaker?.entity ?? null,
        speakerName: speaker?.name ?? null,
        cue: report.cue === null ? null : spanOf(text, report.cue),
        addresseeEntity: speaker?.addressee ?? null,
        rule,
      },
      part: rows.length,
      follows: lastOf[index] ?? null,
    };
    lastOf[index] = row;
    rows.push(row);
  };
  reports.forEach((report, index) => {
    for (const piece of report.pieces) {
      const content = spanOf(text, piece);
      const inside = quotationsIn(text, piece, owner, index);
      // The words of a transcript are the speaker's own, marks or not.
      if (report.rule === "transcript") {
        add(index, content, "direct", content, report.rule, piece.first);
        continue;
      }
      if (inside.length === 0) add(index, content, "indirect", content, report.rule, piece.first);
      for (const quotation of inside) {
        const words = wordsOf(text, quotation);
        const whole = text.quotations[quotation];
        const direct =
          whole !== undefined && whole.open <= piece.first && text.endOf(quotation) >= piece.last;
        add(index, words, direct ? "direct" : "mixed", direct ? words : content, report.rule, piece.first);
      }
    }
  });
  owner.forEach((index, quotation) => {
    if (index < 0 || carried[quotation] !== 1) return;
    const words = wordsOf(text, quotation);
    add(index, words, "direct", words, "continued", text.quotations[quotation]?.first ?? 0);
  });
  return inTextOrder(rows);
};

const inTextOrder = (rows: Row[]): Quote[] => {
  rows.sort((a, b) => a.quote.start - b.quote.start || b.quote.end - a.quote.end || a.part - b.part);
  const place = new Map(rows.map((row, index) => [row, index]));
  return rows.map((row) => ({
    ...row.quote,
    continues: row.follows === null ? null : (place.get(row.follows) ?? null),
  }));
};

const quotationsIn = (text: QuoteText, piece: TokenRange, owner: Int32Array, report: number): number[] => {
  const found: number[] = [];
  for (let token = piece.first; token < piece.last; ) {
    const quotation = text.quotationOf[token] ?? -1;
    if (quotation >= 0 && owner[quotation] === report) found.push(quotation);
    token = quotation >= 0 ? Math.max(token + 1, text.endOf(quotation)) : token + 1;
  }
  return found;
};

const spanOf = ({ tokens }: QuoteText, { first, last }: TokenRange): Span => ({
  start: tokens.start[first] ?? 0,
  end: tokens.end[last - 1] ?? 0,
});

/** The words of a quotation without its marks. */
const wordsOf = (text: QuoteText, quotation: number): Span => {
  const { first, last } = text.quotations[quotation] ?? { first: 0, last: 1 };
  return spanOf(text, { first, last });
};
