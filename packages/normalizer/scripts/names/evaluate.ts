import { type Block, createSentenceSplitter, createTokenizer, Vocabulary } from "@readout/model";
import { createNameRecognizer } from "../../src/names/name-recognizer.js";
import { coarseTypes } from "../../src/names/tagger/labels.js";
import type { TaggerModel } from "../../src/names/tagger/model.js";
import type { GoldDocument } from "./corpus.js";

/** Exact spans of the four types on raw text: precision, recall and F1 over all, then F1 a type. */
export const evaluate = (documents: readonly GoldDocument[], model: TaggerModel): string => {
  const vocabulary = new Vocabulary();
  const tokenize = createTokenizer(vocabulary);
  const split = createSentenceSplitter(vocabulary);
  const { recognize } = createNameRecognizer(vocabulary, model);
  const right = new Map<string, number>();
  const found = new Map<string, number>();
  const gold = new Map<string, number>();
  const count = (counts: Map<string, number>, type: string): void => {
    for (const key of [type, "all"]) counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (const document of documents) {
    const blocks = linesOf(document.text);
    const tokens = tokenize(document.text, blocks);
    const want = new Set(document.spans.map(({ start, end, type }) => `${start} ${end} ${type}`));
    for (const { type } of document.spans) count(gold, type);
    const passage = { text: document.text, blocks, tokens, sentences: split(tokens, blocks) };
    for (const { start, end, type } of recognize(passage)) {
      count(found, type);
      if (want.has(`${start} ${end} ${type}`)) count(right, type);
    }
  }
  return ["all", ...coarseTypes]
    .map((type) => {
      const hits = right.get(type) ?? 0;
      const precision = hits / Math.max(1, found.get(type) ?? 0);
      const recall = hits / Math.max(1, gold.get(type) ?? 0);
      const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall);
      const percent = (share: number): string => (100 * share).toFixed(2);
      return type === "all"
        ? `P ${percent(precision)} R ${percent(recall)} F1 ${percent(f1)}`
        : `${type} ${percent(f1)}`;
    })
    .join("  ");
};

/** The lines of a text as blocks. */
export const linesOf = (text: string): readonly Block[] => {
  const lines: Block[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    if (end > start) lines.push({ start, end, role: "paragraph" });
    start = end + 1;
  }
  return lines;
};
