import {
  createSentenceSplitter,
  createTokenizer,
  type DocumentEntity,
  type Mention,
  type Quote,
  Vocabulary,
} from "@readout/model";
import { createPhraseParser } from "../../src/grammar/phrases.js";
import { createQuoteRecognizer } from "../../src/quotes/quote-recognizer.js";

const vocabulary = new Vocabulary();
const { parsePhrases } = createPhraseParser(vocabulary);
const recognizer = createQuoteRecognizer(vocabulary);
const tokenize = createTokenizer(vocabulary);
const splitSentences = createSentenceSplitter(vocabulary);

type Known = Readonly<{ mentions: readonly Mention[]; entities: readonly DocumentEntity[] }>;

/** The quotes of a text of which every line is a paragraph. */
export const recognizeQuotes = (text: string, known: Known = { mentions: [], entities: [] }): Quote[] => {
  const blocks = [...text.matchAll(/[^\n]+/g)].map((line) => ({
    start: line.index,
    end: line.index + line[0].length,
    role: "paragraph" as const,
  }));
  const tokens = tokenize(text, blocks);
  const passage = { text, blocks, tokens, sentences: splitSentences(tokens, blocks) };
  return recognizer.recognize(passage, { phrases: parsePhrases(passage), ...known });
};
