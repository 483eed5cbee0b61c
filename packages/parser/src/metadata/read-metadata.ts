import type { BlockRole, DateReader, Metadata, SourceDocument, Span, Stated } from "@readout/model";
import type { DateCandidate } from "../fields/date-candidates.js";
import type { Picked } from "../fields/pick-fields.js";
import type { Page } from "../page.js";
import { cleanTitle } from "./clean-title.js";
import { readDateline } from "./dateline.js";
import { readPublishedAt } from "./published-at.js";
import type { PublisherReader } from "./publisher.js";

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
    title: titleOf(page, picked.title) ?? headed(head?.title),
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

/** The headline without the site's name; the span is that of the words kept. */
const titleOf = (page: Page, line: number): Stated<string> | null => {
  const stated = wholeLine(page, line);
  if (stated === null || stated.span === null) return null;
  const value = cleanTitle(stated.value, line === 0);
  const { start } = stated.span;
  const at = stated.value.indexOf(value);
  return { value, span: at >= 0 ? { start: start + at, end: start + at + value.length } : stated.span };
};

const tokenSpan = ({ tokens }: Page, first: number, last: number): Span => ({
  start: tokens.start[first] ?? 0,
  end: tokens.end[last - 1] ?? 0,
});
