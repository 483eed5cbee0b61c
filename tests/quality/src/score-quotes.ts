import type { Span } from "@readout/model";
import type { Dataset, DocumentTables } from "./dataset.js";
import type { GoldDocument } from "./gold-document.js";
import type { Report } from "./report.js";
import { spanOf } from "./spans.js";
import { createWho } from "./who.js";

/** A comma or full stop inside or outside the marks is a matter of house style. */
const slack = 2;

/** Direct and mixed quotes. `quotes:span` wants the quoted words, `quotes:kind` the kind too, `quotes:speaker` the right speaker. */
export const scoreQuotes = (
  gold: GoldDocument,
  tables: DocumentTables,
  dataset: Dataset,
  report: Report,
): void => {
  const rows = tables.quotes.filter((row) => row.kind !== "indirect");
  const isSpeaker = createWho(gold.page.entities);
  const used = new Set<number>();
  for (const quote of gold.quotes) {
    const row = rows.find(
      (one) => !used.has(one.quote) && quote.spans.some((span) => isNear(span, spanOf(one))),
    );
    if (row) used.add(row.quote);
    if (quote.optional) continue;
    const entity = row?.speaker_entity_id ? dataset.entities.get(row.speaker_entity_id) : undefined;
    const spoken =
      row !== undefined &&
      (quote.speaker === null
        ? row.speaker === null
        : isSpeaker(quote.speaker, entity, row.speaker_name) ||
          isSpeaker(quote.speaker, undefined, row.speaker));
    const kind = row !== undefined && row.kind === quote.kind;
    report.add("quotes:span", row ? 1 : 0, 0, row ? 0 : 1);
    report.add("quotes:kind", kind ? 1 : 0, row && !kind ? 1 : 0, kind ? 0 : 1);
    report.add("quotes:speaker", spoken ? 1 : 0, row && !spoken ? 1 : 0, spoken ? 0 : 1);
    if (!kind || !spoken) {
      const got = row ? `${row.kind} by ${row.speaker} = ${entity?.name ?? row.speaker_name}` : "nothing";
      report.miss(
        gold.page.page,
        "quotes",
        `"${quote.text[0]}" is ${quote.kind} by ${quote.speaker}; got ${got}`,
      );
    }
  }
  for (const row of rows) {
    if (used.has(row.quote)) continue;
    for (const name of ["quotes:span", "quotes:kind", "quotes:speaker"]) report.add(name, 0, 1, 0);
    report.miss(
      gold.page.page,
      "quotes",
      `not in gold: "${row.text}" ${row.kind} by ${row.speaker} (${row.rule})`,
    );
  }
};

const isNear = (a: Span, b: Span): boolean =>
  Math.abs(a.start - b.start) <= slack && Math.abs(a.end - b.end) <= slack;
