import { type Day, type Given, nothingGiven, readIsoDay } from "@readout/model";

/** What a row of sources.csv or the fields of a record say, as written. */
export type GivenFields = Readonly<{
  url?: string | null | undefined;
  title?: string | null | undefined;
  publisher?: string | null | undefined;
  published?: string | null | undefined;
}>;

/**
 * What the fields say. A field `published` that is neither an ISO day nor an ISO date-time costs itself alone: it is null in `given`
 * and stands in `noDate` as it was written.
 */
export const readGiven = (fields: GivenFields): Readonly<{ given: Given; noDate: string | null }> => {
  const published = textOrNull(fields.published);
  const day = published === null ? null : readPublished(published);
  return {
    given: {
      ...nothingGiven,
      url: textOrNull(fields.url),
      title: textOrNull(fields.title),
      publisher: textOrNull(fields.publisher),
      published: day,
      publishedAt:
        published !== null && day !== null && published.length > 10 ? published.replace(" ", "T") : null,
    },
    noDate: day === null ? published : null,
  };
};

/** JSON can name half a pair (`"\ud83d"`), which no other format of a table holds: U+FFFD stands for it. */
const textOrNull = (text: string | null | undefined): string | null => {
  const trimmed = text?.trim().toWellFormed() ?? "";
  return trimmed === "" ? null : trimmed;
};

/** `2015-07-15`, `2015-07-15T04:02:11Z`, `2015-07-15 04:02+02:00`; the day is the one written, whatever the offset. */
const readPublished = (text: string): Day | null =>
  /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.test(text)
    ? readIsoDay(text.slice(0, 10))
    : null;
