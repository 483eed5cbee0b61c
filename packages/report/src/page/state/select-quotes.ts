import { absent } from "../../bundle/bundle-tables.js";
import type { Dataset } from "../data/dataset.js";
import { fold, termsOf } from "../words/fold.js";
import { quoteText } from "../words/quoted.js";
import type { State } from "./state.js";

export type QuoteSelector = Readonly<{
  /** The quotes that pass the filters: words, speaker, the country of the speaker, and the day of publication. */
  select: (state: State) => Int32Array;
  /** What of a quote can be looked up, folded; made when first asked for. */
  words: (quote: number) => string;
}>;

export const createQuoteSelector = (dataset: Dataset): QuoteSelector => {
  const { quotes, documents, entities } = dataset;
  const order = Int32Array.from({ length: quotes.rows }, (_, quote) => quote);
  const words: string[] = [];
  const wordsOf = (quote: number): string => {
    words[quote] ??= fold(
      [
        quoteText(dataset, quote),
        quotes.speaker_name.at(quote),
        quotes.speaker.at(quote),
        documents.publisher.at(quotes.document[quote] ?? 0),
      ].join(" "),
    );
    return words[quote];
  };
  const select = ({ words: query, from, to, who, countries }: State): Int32Array => {
    const terms = termsOf(query);
    return order.filter((quote) => {
      const speaker = quotes.speaker_entity[quote] ?? absent;
      if (who.length > 0 && !who.includes(speaker)) return false;
      if (
        countries.length > 0 &&
        !countries.includes((speaker === absent ? null : entities.country.at(speaker)) ?? "")
      )
        return false;
      const published = documents.published[quotes.document[quote] ?? 0] ?? absent;
      if (from !== null && (published === absent || published < from)) return false;
      if (to !== null && (published === absent || published > to)) return false;
      return terms.every((term) => wordsOf(quote).includes(term));
    });
  };
  return { select, words: wordsOf };
};
