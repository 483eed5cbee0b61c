import type { Span } from "@readout/model";
import type { Dataset, DocumentTables } from "./dataset.js";
import type { GoldDocument } from "./gold-document.js";
import type { Report } from "./report.js";
import { spanOf } from "./spans.js";
import { createWho, type Who } from "./who.js";

type QuoteRow = DocumentTables["quotes"][number];

/** A comma or full stop inside or outside the marks is a matter of house style, and so is whether "that" belongs to a clause. */
const slack = { marked: 2, indirect: 6 };

/**
 * Direct and mixed quotes: `quotes:span` wants the quoted words, `quotes:kind` the kind too, `quotes:speaker` the right speaker.
 * `quotes:indirect`, by recall alone, wants the reported clause and its speaker.
 */
export const scoreQuotes = (
  gold: GoldDocument,
  tables: DocumentTables,
  dataset: Dataset,
  report: Report,
): void => {
  const is = createWho(gold.page.entities);
  const miss = (message: string): void => report.miss(gold.page.page, "quotes", message);
  const marked = tables.quotes.filter((row) => row.kind !== "indirect");
  const used = new Set<QuoteRow>();
  for (const quote of gold.quotes) {
    const isIndirect = quote.kind === "indirect";
    const row = (isIndirect ? tables.quotes : marked).find(
      (one) =>
        !used.has(one) &&
        quote.spans.some((span) => isNear(span, spanOf(one), isIndirect ? slack.indirect : slack.marked)),
    );
    if (row) used.add(row);
    if (quote.optional) continue;
    const isSpoken = row !== undefined && isSpeaker(is, quote.speaker, row, dataset);
    const isKind = row?.kind === quote.kind;
    if (isIndirect) report.addFound("quotes:indirect", isSpoken);
    else {
      count(report, "quotes:span", row, row !== undefined);
      count(report, "quotes:kind", row, isKind);
      count(report, "quotes:speaker", row, isSpoken);
    }
    if (isKind && isSpoken) continue;
    const got = row ? `${row.kind} by ${row.speaker} = ${row.speaker_name}` : "nothing";
    miss(`"${quote.text[0]}" is ${quote.kind} by ${quote.speaker}; got ${got}`);
  }
  for (const row of marked) {
    if (used.has(row)) continue;
    for (const name of ["quotes:span", "quotes:kind", "quotes:speaker"]) report.add(name, 0, 1, 0);
    miss(`not in gold: "${row.text}" ${row.kind} by ${row.speaker} (${row.rule})`);
  }
};

const count = (report: Report, name: string, row: QuoteRow | undefined, isRight: boolean): void =>
  report.add(name, isRight ? 1 : 0, row && !isRight ? 1 : 0, isRight ? 0 : 1);

const isSpeaker = (is: Who, speaker: string | null, row: QuoteRow, dataset: Dataset): boolean => {
  if (speaker === null) return row.speaker === null;
  const entity = row.speaker_entity_id ? dataset.entities.get(row.speaker_entity_id) : undefined;
  return is(speaker, entity, row.speaker_name) || is(speaker, undefined, row.speaker);
};

const isNear = (a: Span, b: Span, within: number): boolean =>
  Math.abs(a.start - b.start) <= within && Math.abs(a.end - b.end) <= within;
