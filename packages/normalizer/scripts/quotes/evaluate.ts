/**
 * Runs the quote recogniser over a folder of plain texts and writes one JSON line a text for the scorer of PolNeAR:
 *
 *     npx tsx --conditions=@readout/source packages/normalizer/scripts/quotes/evaluate.ts TEXTS OUT.jsonl [N:K]
 *
 * `{"id", "quotes": [{"content": [[start, end] …], "source": [start, end] | null, "cue": … }]}`, offsets in code points. N:K takes
 * every text whose place in sorted order leaves remainder K when divided by N. Mentions are left out: the
 * scorer asks for the speaker's phrase, not for the entity.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createSentenceSplitter, createTokenizer, type Quote, Vocabulary } from "@readout/model";
import { createPhraseParser } from "../../src/grammar/phrases.js";
import type { Passage } from "../../src/passage.js";
import { createQuoteRecognizer } from "../../src/quotes/quote-recognizer.js";

const [folder, out, part] = process.argv.slice(2);
if (folder === undefined || out === undefined) throw new Error("usage: evaluate.ts TEXTS OUT.jsonl [N:K]");
const [modulus = 1, remainder = 0] = (part ?? "1:0").split(":").map(Number);

const vocabulary = new Vocabulary();
const parser = createPhraseParser(vocabulary);
const recognizer = createQuoteRecognizer(vocabulary);
const tokenize = createTokenizer(vocabulary);
const splitSentences = createSentenceSplitter(vocabulary);

const read = (text: string): Passage => {
  const blocks = blocksOf(text);
  const tokens = tokenize(text, blocks);
  return { text, blocks, tokens, sentences: splitSentences(tokens, blocks) };
};

/** Paragraphs as the plain layout has them: a block a line. */
const blocksOf = (text: string) => {
  const blocks: { start: number; end: number; role: "paragraph" }[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    if (match[0].trim() !== "")
      blocks.push({ start: match.index, end: match.index + match[0].length, role: "paragraph" });
  }
  return blocks;
};

const codePoints = (text: string): ((offset: number) => number) => {
  const places = new Int32Array(text.length + 1);
  for (let i = 0; i < text.length; i++) {
    const low =
      (text.charCodeAt(i) & 0xfc00) === 0xdc00 && i > 0 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800;
    places[i + 1] = (places[i] ?? 0) + (low ? 0 : 1);
  }
  return (offset) => places[offset] ?? 0;
};

/** Parts joined by `continues` within a paragraph are one attribution; over paragraphs each is scored alone. */
const grouped = (text: string, quotes: readonly Quote[]) => {
  const at = codePoints(text);
  const span = ({ start, end }: { start: number; end: number }) => [at(start), at(end)];
  const groups: {
    content: number[][];
    source: number[] | null;
    cue: number[] | null;
    last: number;
    rule: string;
  }[] = [];
  const groupOf = new Map<number, (typeof groups)[number]>();
  quotes.forEach((quote, index) => {
    const head = quote.continues === null ? undefined : groupOf.get(quote.continues);
    if (head !== undefined && !text.slice(head.last, quote.content.start).includes("\n")) {
      head.content.push(span(quote.content));
      head.last = quote.content.end;
      groupOf.set(index, head);
      return;
    }
    const group = {
      content: [span(quote.content)],
      source: quote.speaker === null ? null : span(quote.speaker),
      cue: quote.cue === null ? null : span(quote.cue),
      last: quote.content.end,
      rule: quote.rule,
    };
    groups.push(group);
    groupOf.set(index, group);
  });
  return groups.map(({ content, source, cue, rule }) => ({ content, source, cue, rule }));
};

const lines: string[] = [];
readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .sort()
  .forEach((name, index) => {
    if (index % modulus !== remainder) return;
    const text = readFileSync(join(folder, name), "utf8");
    const passage = read(text);
    const phrases = parser.parsePhrases(passage);
    const quotes = recognizer.recognize(passage, { phrases, mentions: [], entities: [] });
    lines.push(JSON.stringify({ id: name.slice(0, -4), quotes: grouped(text, quotes) }));
  });
writeFileSync(out, `${lines.join("\n")}\n`);
