import type { Quote, Span } from "@readout/model";

/** A quote and its index in the document's list. */
export type PlacedQuote = Readonly<{ quote: Quote; index: number }>;

/** The quotes of a document, found by place. */
export type PlacedQuotes = Readonly<{
  /** The quotes whose content covers a span, in the order of the document's list. */
  around: (span: Span) => PlacedQuote[];
}>;

/** Sorts the quotes of a document once, so that each look-up costs the quotes near by and not all of the page's. */
export const placeQuotes = (quotes: readonly Quote[]): PlacedQuotes => {
  const placed = quotes
    .map((quote, index) => ({ quote, index }))
    .sort((a, b) => a.quote.content.start - b.quote.content.start || a.index - b.index);
  // reach[i]: the furthest end of the contents up to i; where it falls short of a span, nothing before i covers that span.
  const reach = new Int32Array(placed.length);
  let furthest = 0;
  placed.forEach(({ quote }, at) => {
    furthest = Math.max(furthest, quote.content.end);
    reach[at] = furthest;
  });
  return {
    around: (span) => {
      let low = 0;
      let high = placed.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((placed[middle]?.quote.content.start ?? 0) > span.start) high = middle;
        else low = middle + 1;
      }
      const found: PlacedQuote[] = [];
      for (let at = low - 1; at >= 0 && (reach[at] ?? 0) >= span.end; at--) {
        const one = placed[at];
        if (one !== undefined && one.quote.content.end >= span.end) found.push(one);
      }
      return found.sort((a, b) => a.index - b.index);
    },
  };
};
