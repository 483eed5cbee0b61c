import type { BlockRole, DateReader, Metadata, SourceDocument, Span, Stated } from "@readout/model";
import type { DateCandidate } from "../fields/date-candidates.js";
import type { Picked } from "../fields/pick-fields.js";
import type { Page } from "../page.js";
import { readDateline } from "./dateline.js";
import { readPublishedAt } from "./published-at.js";
import type { PublisherReader } from "./publisher.js";
import { titleValue } from "./title-value.js";

/** What a page states about itself, each value with the place it was read from; what only an HTML head says has no place. */
export const readMetadata = (
  page: Page,
  roles: readonly BlockRole[],
  picked: Picked,
  source: SourceDocument,
  readers: Readonly<{ publishers: PublisherReader; readDates: DateReader }>,
): Omit<Metadata, "language"> => {
  const { head } = source;
  const headed = (value: string | null | undefined): Stated<string> | null =>
    value ? { value, span: null } : null;
  const { author, published } = picked;
  return {
    title:
      picked.headline === null
        ? headed(head?.title)
        : { value: titleValue(page.text, picked.headline), span: spanOf(picked.headline) },
    subtitle: wholeLine(page, roles.indexOf("subtitle")),
    authors:
      author?.byline.authors ?? (head?.authors ?? []).map((name) => ({ name, kind: "person", span: null })),
    publisher: headed(head?.publisher) ?? readers.publishers.read(page, roles, picked.masthead?.name ?? null),
    published: published === null ? null : publishedOf(page, published),
    dateline: readDateline(page, roles, readers.readDates),
  };
};

const wholeLine = ({ lines, text }: Page, line: number): Stated<string> | null => {
  if (line < 0) return null;
  const span = { start: lines.start[line] ?? 0, end: lines.end[line] ?? 0 };
  return { value: text.slice(span.start, span.end), span };
};

const publishedOf = (page: Page, { date }: DateCandidate): NonNullable<Metadata["published"]> => {
  const span = tokenSpan(page, date.first, date.last);
  return { day: date.day, at: readPublishedAt(page.text, span.end, date.day), span };
};

const spanOf = ({ start, end }: Span): Span => ({ start, end });

const tokenSpan = ({ tokens }: Page, first: number, last: number): Span => ({
  start: tokens.start[first] ?? 0,
  end: tokens.end[last - 1] ?? 0,
});
