import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createSentenceSplitter, createTokenizer, Vocabulary } from "@readout/model";
import { loadMinedNames, loadWordCases } from "../../src/names/load-model.js";
import { calibrate } from "../../src/names/tagger/calibrate.js";
import { coarseTypes } from "../../src/names/tagger/labels.js";
import type { TaggerModel } from "../../src/names/tagger/model.js";
import { createTagger } from "../../src/names/tagger/tagger.js";
import { WordConsensus } from "../../src/names/tagger/word-consensus.js";
import { type GoldDocument, type GoldSpan, readCorpus } from "./corpus.js";
import { linesOf } from "./evaluate.js";

/** A document that a model has tagged: its names, and those among them that it is not sure of. */
export type SilverDocument = GoldDocument & Readonly<{ doubtful: readonly GoldSpan[] }>;

/**
 * Names of a lower probability under the model are in doubt; .8 by the points of {@link calibrate} that it was chosen with. Said as a
 * probability, since those points are measured anew for every model, and what a model learns from must not change with them.
 */
const SURE = calibrate(0.8053333333);
/**
 * What the rest of a document says is doubted half as much as in use: names that only their document makes plain are what there is
 * to learn (0.2 instead, in one training: 0.3 F1 less on conll03.testa and on worldwide.dev).
 */
const DOUBT = 0.1;
/** The sentences of the Groningen Meaning Bank come without documents: this many in a row are taken for one. */
const SENTENCES = 20;
/** Sentences of it that are used, the first half. */
const MOST = 20_000;

/**
 * Texts without names of their own, tagged by a model: the news of PolNeAR's training part and the texts of the Groningen
 * Meaning Bank, whose own tags are not read. `corpora` holds quotes/polnear/train/text/*.txt and names/gmb.silver.conll.
 */
export const silverDocuments = (corpora: string, model: TaggerModel): readonly SilverDocument[] => {
  const vocabulary = new Vocabulary();
  const tokenize = createTokenizer(vocabulary);
  const split = createSentenceSplitter(vocabulary);
  const tag = createTagger(vocabulary, model, loadMinedNames(), loadWordCases(), new WordConsensus(DOUBT));
  return unlabelledTexts(corpora).map((text) => {
    const blocks = linesOf(text);
    const tokens = tokenize(text, blocks);
    const names = tag(tokens, split(tokens, blocks)).map(({ first, last, type, score }) => ({
      start: tokens.start[first] ?? 0,
      end: tokens.end[last - 1] ?? 0,
      type: coarseTypes[type] ?? "MISC",
      score,
    }));
    return { text, spans: names, doubtful: names.filter(({ score }) => score < SURE) };
  });
};

const unlabelledTexts = (corpora: string): readonly string[] => {
  const news = join(corpora, "quotes", "polnear", "train", "text");
  const texts = readdirSync(news)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => readFileSync(join(news, file), "utf8"));
  const sentences = readCorpus(join(corpora, "names", "gmb.silver.conll")).map((document) => document.text);
  for (let i = 0; i + SENTENCES <= sentences.length && i < MOST; i += SENTENCES)
    texts.push(sentences.slice(i, i + SENTENCES).join("\n"));
  return texts;
};
