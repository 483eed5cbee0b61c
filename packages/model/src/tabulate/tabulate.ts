import type { Annotations } from "../annotations.js";
import { type Day, isoDay } from "../calendar/day.js";
import { type Diagnostic, messageOf, severityOf } from "../diagnostic.js";
import { bodyRoles, type ParsedDocument } from "../document.js";
import type { Row } from "../rows/tables.js";
import type { Span } from "../span.js";
import { createCodePointCounter } from "./code-points.js";
import { countWords } from "./count-words.js";
import type { DocumentRows } from "./document-rows.js";
import { tabulateEvents } from "./tabulate-events.js";
import { tabulateMentions } from "./tabulate-mentions.js";

export type TabulateOptions = Readonly<{
  /** `none` leaves out text and evidence and keeps offsets and checksums, for data on licensed texts. */
  text: "full" | "none";
}>;

/** What the parts of {@link tabulate} share: the document, and how its spans become columns. */
export type Columns = Readonly<{
  docId: string;
  /** UTF-16 offset to code points. */
  at: (offset: number) => number;
  /** The words of a span; null with `text: "none"`. */
  words: (span: Span) => string | null;
  day: (day: Day | null) => string | null;
}>;

/**
 * The rows of one document, every column of every table filled here and nowhere else. Offsets turn from UTF-16 units into
 * Unicode code points, days into ISO strings.
 */
export const tabulate = (
  parsed: ParsedDocument,
  annotations: Annotations,
  options: TabulateOptions,
): DocumentRows => {
  const { source, blocks } = parsed;
  const columns: Columns = {
    docId: source.docId,
    at: createCodePointCounter(source.text),
    words: (span) => (options.text === "full" ? source.text.slice(span.start, span.end) : null),
    day: (day) => (day === null ? null : isoDay(day)),
  };
  const { docId, at, words } = columns;
  const { sentences } = annotations;
  // The passage's blocks are the annotated ones only: each sentence finds its own by place.
  let block = 0;
  const sentenceRows: Row<"sentences">[] = [];
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    const span = { start: sentences.start[sentence] ?? 0, end: sentences.end[sentence] ?? 0 };
    while (block + 1 < blocks.length && (blocks[block]?.end ?? 0) <= span.start) block++;
    sentenceRows.push({
      doc_id: docId,
      sentence,
      block,
      start_char: at(span.start),
      end_char: at(span.end),
      text: words(span),
    });
  }
  return {
    documents: [documentRow(parsed, annotations, columns, options)],
    blocks: blocks.map((b, i) => ({
      doc_id: docId,
      block: i,
      role: b.role,
      start_char: at(b.start),
      end_char: at(b.end),
      text: words(b),
    })),
    sentences: sentenceRows,
    ...tabulateMentions(annotations, columns),
    ...tabulateEvents(annotations, columns),
    diagnostics: [...source.diagnostics, ...parsed.diagnostics, ...annotations.diagnostics].map((d) =>
      diagnosticRow(d, source.source, columns),
    ),
  };
};

const documentRow = (
  { source, blocks, metadata }: ParsedDocument,
  { published }: Annotations,
  columns: Columns,
  options: TabulateOptions,
): Row<"documents"> => ({
  doc_id: source.docId,
  source: source.source,
  url: source.given.url ?? source.head?.url ?? null,
  title: source.given.title ?? metadata.title?.value ?? null,
  authors: metadata.authors.map((author) => author.name),
  publisher: source.given.publisher ?? metadata.publisher?.value ?? null,
  published: columns.day(published.day),
  published_at: published.at,
  published_earliest: columns.day(published.earliest),
  published_latest: columns.day(published.latest),
  published_basis: published.basis,
  dateline: metadata.dateline === null ? null : columns.words(metadata.dateline.span),
  language: metadata.language,
  duplicate_of: null,
  characters: columns.at(source.text.length),
  words: countWords(source.text, 0, source.text.length),
  body_words: blocks.reduce(
    (sum, block) => sum + (bodyRoles.has(block.role) ? countWords(source.text, block.start, block.end) : 0),
    0,
  ),
  sha256: source.sha256,
  text: options.text === "full" ? source.text : null,
});

const diagnosticRow = (
  diagnostic: Diagnostic,
  source: string,
  { docId, at }: Columns,
): Row<"diagnostics"> => ({
  source,
  doc_id: docId,
  code: diagnostic.code,
  severity: severityOf(diagnostic),
  start_char: diagnostic.span === null ? null : at(diagnostic.span.start),
  end_char: diagnostic.span === null ? null : at(diagnostic.span.end),
  message: messageOf(diagnostic),
});
