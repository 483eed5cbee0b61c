import { absent } from "../../bundle/bundle-tables.js";
import type { Dataset } from "../data/dataset.js";
import { dayText, intervalText } from "./dates.js";
import { quoteText } from "./quoted.js";

/** Where a document's publication date comes from, in words. */
export const basisWords: Readonly<Record<string, string>> = {
  given: "given with the page",
  stated: "stated on the page",
  metadata: "from the page’s metadata",
  inferred: "inferred from what it says",
  none: "not known",
};

/** "3 Mar 2014", or the interval it can have been in; null where nothing is known. */
export const publishedText = ({ documents }: Dataset, document: number): string | null => {
  const published = documents.published[document] ?? absent;
  if (published !== absent) return dayText(published);
  return intervalText(
    documents.published_earliest[document] ?? absent,
    documents.published_latest[document] ?? absent,
  );
};

export const documentTitle = ({ documents }: Dataset, document: number): string =>
  documents.title.at(document) ?? documents.source.at(document) ?? "A page without a title";

/** "Meridian Wire, “Kerry and Lavrov talk”, 4 Mar 2014, https://…" as far as known; the file where there is no address. */
export const sourceText = (dataset: Dataset, document: number): string => {
  const { documents } = dataset;
  return [
    documents.publisher.at(document),
    `“${documentTitle(dataset, document)}”`,
    publishedText(dataset, document),
    documents.url.at(document) ?? documents.source.at(document),
  ]
    .filter((part) => part !== null)
    .join(", ");
};

/** A quote as it goes into one's notes: the words, who says them, and where they stand. */
export const quoteCitation = (dataset: Dataset, quote: number): string => {
  const { quotes } = dataset;
  const text = quoteText(dataset, quote);
  const words = quotes.kind.at(quote) === "indirect" ? text : `“${text}”`;
  const speaker = quotes.speaker_name.at(quote) ?? quotes.speaker.at(quote) ?? "speaker not known";
  return `${words}\n— ${speaker}. ${sourceText(dataset, quotes.document[quote] ?? 0)}`;
};
