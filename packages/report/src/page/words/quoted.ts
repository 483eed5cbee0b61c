import type { Dataset } from "../data/dataset.js";

/** The words that report an event, as the page has them; "" where this report has no texts. */
export const evidenceOf = (dataset: Dataset, mention: number): string => {
  const { event_mentions: mentions, events } = dataset;
  const words = stretch(
    dataset,
    mentions.document[mention] ?? -1,
    mentions.evidence_start[mention],
    mentions.evidence_end[mention],
  );
  if (words !== null) return words;
  const event = mentions.event[mention] ?? -1;
  return events.first_mention[event] === mention ? (events.evidence.at(event) ?? "") : "";
};

/** The words of a quote; "" where this report has no texts. */
export const quoteText = (dataset: Dataset, quote: number): string => {
  const { quotes } = dataset;
  return (
    quotes.text.at(quote) ??
    stretch(dataset, quotes.document[quote] ?? -1, quotes.start[quote], quotes.end[quote]) ??
    ""
  );
};

/** A stretch of a page in one line. */
const stretch = (
  { textOf }: Dataset,
  document: number,
  start: number | undefined,
  end: number | undefined,
): string | null => textOf(document)?.slice(start, end).replace(/\s+/g, " ").trim() ?? null;
