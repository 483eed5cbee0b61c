import type { Span } from "@readout/model";

/** How a gold file names a piece of the page: any of these words, the `nth` occurrence, or inside a longer piece. */
export type Snippet = Readonly<{
  text: readonly string[];
  nth?: number | undefined;
  in?: string | undefined;
}>;

/**
 * The spans (UTF-16 units) that a snippet stands for, one an alternative, the preferred one first. Whole words only:
 * "Russia" is not found in "Russian". The first alternative must be unique, or be chosen by `nth` or `in`; the others
 * are the occurrences that overlap it, or unique ones.
 *
 * @param seams Offsets at which one block ends and the next begins without a space: they are edges of words too.
 * @throws Error naming the words when they are not there, or too often.
 */
export const locate = (
  source: string,
  snippet: Snippet,
  seams: ReadonlySet<number> = new Set(),
): readonly Span[] => {
  const [first, ...others] = snippet.text;
  if (first === undefined) throw new Error("a snippet without text");
  const frame =
    snippet.in === undefined ? null : only(occurrences(source, snippet.in, "anywhere"), snippet.in);
  const within = (words: string): readonly Span[] =>
    occurrences(source, words, "words", seams).filter((span) => !frame || contains(frame, span));
  const found = within(first);
  const chosen = snippet.nth === undefined ? only(found, first) : found[snippet.nth - 1];
  if (!chosen) throw new Error(`"${first}" does not occur ${snippet.nth} times`);
  const alternatives = others.map((words) => {
    const spans = within(words);
    return spans.find((span) => span.start < chosen.end && chosen.start < span.end) ?? only(spans, words);
  });
  return [chosen, ...alternatives];
};

/** The span of a block: a whole line where the words make one, else a piece of a line, glued neighbours and all. */
export const locateBlock = (source: string, snippet: Snippet): Span => {
  const words = snippet.text[0] ?? "";
  const all = occurrences(source, words, "anywhere");
  const lines = all.filter((span) => isLine(source, span));
  const found = lines.length > 0 ? lines : all;
  const chosen = snippet.nth === undefined ? only(found, words) : found[snippet.nth - 1];
  if (!chosen) throw new Error(`"${words}" does not occur ${snippet.nth} times`);
  return chosen;
};

/** Every occurrence, from the left; `words`: only where it begins and ends at a word's edge. */
export const occurrences = (
  source: string,
  words: string,
  edges: "words" | "anywhere",
  seams: ReadonlySet<number> = new Set(),
): readonly Span[] => {
  const isBound = (at: number): boolean => edges === "anywhere" || seams.has(at) || isEdge(source, at);
  const found: Span[] = [];
  for (let at = source.indexOf(words); at >= 0; at = source.indexOf(words, at + 1)) {
    const span = { start: at, end: at + words.length };
    if (isBound(span.start) && isBound(span.end)) found.push(span);
  }
  return found;
};

export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

const only = (spans: readonly Span[], words: string): Span => {
  const [first, second] = spans;
  if (!first) throw new Error(`"${words}" is not there`);
  if (second) throw new Error(`"${words}" occurs ${spans.length} times: say which with nth or in`);
  return first;
};

const wordCharacter = /[\p{L}\p{N}]/u;
const isEdge = (source: string, at: number): boolean =>
  at === 0 ||
  at === source.length ||
  !(wordCharacter.test(source.charAt(at - 1)) && wordCharacter.test(source.charAt(at)));

const isLine = (source: string, span: Span): boolean => {
  const before = source.slice(source.lastIndexOf("\n", span.start - 1) + 1, span.start);
  const next = source.indexOf("\n", span.end);
  const after = source.slice(span.end, next < 0 ? source.length : next);
  return before.trim() === "" && after.trim() === "";
};
