import { type Day, type Given, nothingGiven, readIsoDay } from "@readout/model";

/** What a row of sources.csv or the fields of a record say, as written. */
export type GivenFields = Readonly<{
  url?: string | undefined;
  title?: string | undefined;
  publisher?: string | undefined;
  published?: string | undefined;
}>;

/** Gives null for a field `published` that is neither an ISO day nor an ISO date-time. */
export const readGiven = (fields: GivenFields): Given | null => {
  const published = fields.published?.trim() ?? "";
  const day = published === "" ? null : readPublished(published);
  if (published !== "" && day === null) return null;
  return {
    ...nothingGiven,
    url: textOrNull(fields.url),
    title: textOrNull(fields.title),
    publisher: textOrNull(fields.publisher),
    published: day,
    publishedAt: day !== null && published.length > 10 ? published.replace(" ", "T") : null,
  };
};

const textOrNull = (text: string | undefined): string | null => {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
};

/** `2015-07-15`, `2015-07-15T04:02:11Z`, `2015-07-15 04:02+02:00`; the day is the one written, whatever the offset. */
const readPublished = (text: string): Day | null =>
  /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.test(text)
    ? readIsoDay(text.slice(0, 10))
    : null;
