/**
 * A stretch of the source text: half-open, in UTF-16 units, into the unedited text. The surface of anything found
 * is always `slice(text, span)`; it is never stored a second time as truth.
 */
export type Span = Readonly<{ start: number; end: number }>;

/** The characters of a span. */
export const slice = (text: string, span: Span): string => text.slice(span.start, span.end);

/** Whether `outer` holds every character of `inner`. */
export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** Whether two spans share at least one character; spans that only touch do not overlap. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Orders spans by where they start, the longer first when they start together. */
export const compareSpans = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;
