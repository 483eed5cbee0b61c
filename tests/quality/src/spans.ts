import type { Span } from "@readout/model";

/** The span of a table row. */
export const spanOf = (row: Readonly<{ start_char: number; end_char: number }>): Span => ({
  start: row.start_char,
  end: row.end_char,
});

export const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;
export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
export const isSameAsAny = (spans: readonly Span[], span: Span): boolean =>
  spans.some((one) => isSame(one, span));
export const overlapsAny = (spans: readonly Span[], span: Span): boolean =>
  spans.some((one) => overlap(one, span));

/** Lower case, without accents, punctuation and leading article: for comparing names, never for finding them. */
export const foldName = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^(the|a|an) /, "");
