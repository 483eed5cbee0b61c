import { absent } from "../../bundle/bundle-tables.js";
import type { Dataset } from "../data/dataset.js";
import { isoText } from "../words/dates.js";
import { quoteText } from "../words/quoted.js";

const header = [
  "quote",
  "kind",
  "speaker",
  "speaker_as_written",
  "publisher",
  "published",
  "title",
  "source",
  "url",
  "doc_id",
];

/**
 * Quotes as RFC 4180 CSV. A cell that a spreadsheet would take for a formula gets an apostrophe before it: the words come from
 * pages that anyone can write.
 */
export const quotesCsv = (dataset: Dataset, rows: Iterable<number>): string => {
  const { quotes, documents } = dataset;
  const lines = [...rows].map((quote) => {
    const document = quotes.document[quote] ?? 0;
    return [
      quoteText(dataset, quote),
      quotes.kind.at(quote),
      quotes.speaker_name.at(quote),
      quotes.speaker.at(quote),
      documents.publisher.at(document),
      isoText(documents.published[document] ?? absent),
      documents.title.at(document),
      documents.source.at(document),
      documents.url.at(document),
      documents.doc_id.at(document),
    ];
  });
  return [header, ...lines].map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
};

const cell = (value: string | null): string => {
  const text = value ?? "";
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
