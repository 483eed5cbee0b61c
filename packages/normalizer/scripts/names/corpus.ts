import { readFileSync } from "node:fs";

/** A document with gold names: its text as a newspaper would print it, the name spans in UTF-16 units. */
export type GoldDocument = Readonly<{ text: string; spans: readonly GoldSpan[] }>;
export type GoldSpan = Readonly<{ start: number; end: number; type: string }>;
type Sentence = { word: string; tag: string }[];

/** Tokens that take no space before them, and those that take none after. */
const noSpaceBefore = new Set([
  ",",
  ".",
  ";",
  ":",
  "!",
  "?",
  ")",
  "]",
  "}",
  "%",
  "'s",
  "'S",
  "n't",
  "N'T",
  "'m",
  "'re",
  "'ve",
  "'ll",
  "'d",
  "'",
  "...",
  "\u2019s",
  "\u2019",
  "\u201d",
  "''",
  "\u2026",
]);
const noSpaceAfter = new Set(["(", "[", "{", "$", "#", "\u201c", "``", "\u00a3", "\u20ac"]);

/** The documents of a CoNLL file (word first, BIO tag last; `-DOCSTART-` begins a document), detokenised. */
export const readCorpus = (path: string): readonly GoldDocument[] =>
  readSentences(path).map((sentences) => render(sentences));

/** Joins hyphens that an archive has set apart ("Suk - yeol"), as printed text has them. */
export const glueHyphens = (document: GoldDocument): GoldDocument => {
  const cut: number[] = [];
  const pattern = /\p{L} - (?=\p{L})/gu;
  for (let match = pattern.exec(document.text); match !== null; match = pattern.exec(document.text)) {
    const hyphen = match.index + match[0].length - 2;
    cut.push(hyphen - 1, hyphen + 1);
    pattern.lastIndex = hyphen + 2;
  }
  let text = "";
  let from = 0;
  for (const at of cut) {
    text += document.text.slice(from, at);
    from = at + 1;
  }
  text += document.text.slice(from);
  const shift = (offset: number): number => {
    let low = 0;
    let high = cut.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((cut[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
  return {
    text,
    spans: document.spans.map((span) => ({ ...span, start: shift(span.start), end: shift(span.end) })),
  };
};

const readSentences = (path: string): Sentence[][] => {
  const documents: Sentence[][] = [];
  let document: Sentence[] = [];
  let sentence: Sentence = [];
  const endSentence = (): void => {
    if (sentence.length > 0) document.push(sentence);
    sentence = [];
  };
  const endDocument = (): void => {
    endSentence();
    if (document.length > 0) documents.push(document);
    document = [];
  };
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line.startsWith("-DOCSTART-")) endDocument();
    else if (line.trim() === "") endSentence();
    else {
      const cells = line.trimEnd().split("\t");
      sentence.push({ word: cells[0] ?? "", tag: cells[cells.length - 1] ?? "O" });
    }
  }
  endDocument();
  return documents;
};

/** One sentence a line; quotes paired, punctuation joined to the word it follows. */
const render = (sentences: readonly Sentence[]): GoldDocument => {
  let text = "";
  const spans: { start: number; end: number; type: string }[] = [];
  for (const sentence of sentences) {
    if (text !== "") text += "\n";
    let glue = true;
    let quoted = false;
    let previous = "";
    let open: { start: number; end: number; type: string } | null = null;
    let before = "O";
    for (const { word, tag } of sentence) {
      const isQuote = word === '"';
      const apart = glue
        ? false
        : isQuote
          ? !quoted
          : !(noSpaceBefore.has(word) && !(word === "'" && previous !== "" && !/[sS]$/.test(previous)));
      if (apart) text += " ";
      const start = text.length;
      text += word;
      const type = tag.slice(2);
      if (tag === "O") open = null;
      else if (tag.startsWith("B") || before === "O" || before.slice(2) !== type || open === null) {
        open = { start, end: text.length, type };
        spans.push(open);
      } else open.end = text.length;
      before = tag;
      glue = noSpaceAfter.has(word);
      if (isQuote) {
        quoted = !quoted;
        glue = quoted;
      }
      previous = word;
    }
  }
  return { text, spans };
};
