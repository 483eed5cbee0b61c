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
  const rows = new Rows(text, reports, speakers);
  for (let index = 0; index < reports.length; index++) {
    const report = reports[index];
    if (report === undefined) continue;
    for (const piece of report.pieces) rows.addPiece(index, report, piece, owner);
  }
  for (let quotation = 0; quotation < owner.length; quotation++) {
    const index = owner[quotation] ?? -1;
    if (index < 0 || carried[quotation] !== 1) continue;
    const words = wordsOf(text, quotation);
    rows.add(index, words, "direct", words, "continued", text.quotations[quotation]?.first ?? 0);
  }
  return inTextOrder(rows.list);
};

class Rows {
  readonly list: Row[] = [];
  private readonly lastOf: (Row | null)[];

  constructor(
    private readonly text: QuoteText,
    private readonly reports: readonly Report[],
    private readonly speakers: readonly Speaker[],
  ) {
    this.lastOf = new Array<Row | null>(reports.length).fill(null);
  }

  addPiece(index: number, report: Report, piece: TokenRange, owner: Int32Array): void {
    const { text } = this;
    const content = spanOf(text, piece);
    // The words of a transcript are the speaker's own, marks or not.
    if (report.rule === "transcript") {
      this.add(index, content, "direct", content, report.rule, piece.first);
      return;
    }
    const inside = quotationsIn(text, piece, owner, index);
    if (inside.length === 0) this.add(index, content, "indirect", content, report.rule, piece.first);
    for (const quotation of inside) {
      const words = wordsOf(text, quotation);
      const whole = text.quotations[quotation];
      const isDirect =
        whole !== undefined && whole.open <= piece.first && text.endOf(quotation) >= piece.last;
      const kind = isDirect ? "direct" : "mixed";
      this.add(index, words, kind, isDirect ? words : content, report.rule, piece.first);
    }
  }

  add(index: number, span: Span, kind: Quote["kind"], content: Span, rule: string, token: number): void {
    const report = this.reports[index];
    if (report === undefined) return;
    const speaker = this.speakers[index];
    const quote: Quote = {
      start: span.start,
      end: span.end,
      sentence: sentenceOfToken(this.text.passage.sentences, token),
      kind,
      content,
      continues: null,
      speaker: report.speaker === null ? null : spanOf(this.text, report.speaker),
      speakerEntity: speaker?.entity ?? null,
      speakerName: speaker?.name ?? null,
      cue: report.cue === null ? null : spanOf(this.text, report.cue),
      addresseeEntity: speaker?.addressee ?? null,
      rule,
    };
    const row: Row = { quote, part: this.list.length, follows: this.lastOf[index] ?? null };
    this.lastOf[index] = row;
    this.list.push(row);
  }
}

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
    if (quotation >= 0 && owner[quotation] === report && !isNameInside(text, quotation, piece))
      found.push(quotation);
    token = quotation >= 0 ? Math.max(token + 1, text.endOf(quotation)) : token + 1;
  }
  return found;
};

/** The name of a ship or the title of a film inside what is reported is no quoted speech. */
const isNameInside = (text: QuoteText, quotation: number, piece: TokenRange): boolean =>
  text.isTitle(quotation) &&
  text.endOf(quotation) - (text.quotations[quotation]?.open ?? 0) < piece.last - piece.first;

const spanOf = ({ tokens }: QuoteText, { first, last }: TokenRange): Span => ({
  start: tokens.start[first] ?? 0,
  end: tokens.end[last - 1] ?? 0,
});

/** The words of a quotation without its marks. */
const wordsOf = (text: QuoteText, quotation: number): Span => {
  const { first, last } = text.quotations[quotation] ?? { first: 0, last: 1 };
  return spanOf(text, { first, last });
};
