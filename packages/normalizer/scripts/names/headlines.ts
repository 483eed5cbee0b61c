import type { GoldDocument } from "./corpus.js";

export type HeadlineCase = "title" | "upper";

/** Words that headlines in title case leave small. */
const small = new Set([
  "a",
  "an",
  "and",
  "as",
  "at",
  "but",
  "by",
  "for",
  "in",
  "of",
  "on",
  "or",
  "the",
  "to",
  "with",
]);
const FEWEST = 4;
const MOST = 14;

/**
 * Up to `limit` short sentences of a document that hold a name, set as headlines. The case of letters says nothing there, and
 * corpora have too few of them to learn that.
 */
export const asHeadlines = (document: GoldDocument, style: HeadlineCase, limit: number): GoldDocument => {
  let text = "";
  const spans: { start: number; end: number; type: string }[] = [];
  let start = 0;
  let taken = 0;
  for (const line of document.text.split("\n")) {
    const end = start + line.length;
    const words = line.split(" ").length;
    const inside = document.spans.filter((span) => span.start >= start && span.end <= end);
    if (taken < limit && inside.length > 0 && words >= FEWEST && words <= MOST) {
      taken++;
      if (text !== "") text += "\n";
      for (const span of inside)
        spans.push({ ...span, start: span.start - start + text.length, end: span.end - start + text.length });
      text += style === "upper" ? recase(line, (letter) => letter.toUpperCase()) : titleCase(line);
    }
    start = end + 1;
  }
  return { text, spans };
};

const titleCase = (line: string): string =>
  line
    .split(" ")
    .map((word, i) =>
      i > 0 && small.has(word)
        ? word
        : recase(word.slice(0, 1), (letter) => letter.toUpperCase()) + word.slice(1),
    )
    .join(" ");

/** Changes case where that keeps the length, so that offsets hold. */
const recase = (text: string, change: (letter: string) => string): string =>
  [...text]
    .map((letter) => {
      const changed = change(letter);
      return changed.length === letter.length ? changed : letter;
    })
    .join("");
