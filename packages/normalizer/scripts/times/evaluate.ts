/**
 * Runs the time recogniser over TimeML documents and writes one JSON object a line: {"doc", "timexes": [{start, end, type, value}]},
 * offsets in UTF-16 units into the text. What is read: JSONL records {doc, dct, text}.
 *
 *     npx tsx packages/normalizer/scripts/times/evaluate.ts docs.jsonl predictions.jsonl
 */
import { readFileSync, writeFileSync } from "node:fs";
import { type Block, createSentenceSplitter, createTokenizer, readIsoDay, Vocabulary } from "@readout/model";
import { createTimeRecognizer } from "../../src/times/create-time-recognizer.js";

type Source = Readonly<{ doc: string; dct: string | null; text: string }>;

const [input, output] = process.argv.slice(2);
if (input === undefined || output === undefined)
  throw new Error("usage: evaluate.ts DOCS.jsonl PREDICTIONS.jsonl");
const vocabulary = new Vocabulary();
const recognizer = createTimeRecognizer(vocabulary);
const tokenize = createTokenizer(vocabulary);
const splitSentences = createSentenceSplitter(vocabulary);

/** As `--layout plain` reads it: every line is a paragraph. */
const blocksOf = (text: string): readonly Block[] => {
  const blocks: Block[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    if (line.trim() !== "") blocks.push({ start, end: start + line.length, role: "paragraph" });
    start += line.length + 1;
  }
  return blocks;
};

const lines = readFileSync(input, "utf8").split("\n").filter(Boolean);
const predictions = lines.map((line) => {
  const { doc, dct, text } = JSON.parse(line) as Source;
  const day = readIsoDay(dct?.slice(0, 10) ?? "");
  const blocks = blocksOf(text);
  const tokens = tokenize(text, blocks);
  const passage = { text, blocks, tokens, sentences: splitSentences(tokens, blocks) };
  const found = recognizer.resolve(recognizer.recognize(passage), passage, { earliest: day, latest: day });
  return JSON.stringify({
    doc,
    timexes: found.times.map(({ start, end, type, value, rule, mod }) => ({
      start,
      end,
      type,
      value,
      rule,
      mod,
    })),
  });
});
writeFileSync(output, `${predictions.join("\n")}\n`);
