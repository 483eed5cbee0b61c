import {
  annotatedRoles,
  type Block,
  createSentenceSplitter,
  createTokenizer,
  type ParsedDocument,
  type Sentences,
  type Tokens,
  tokensWithin,
  type Vocabulary,
} from "@readout/model";

/**
 * The text that is annotated: the body blocks and captions of a document, as tokens and sentences. `blocks[i]` is the
 * range that `sentences.block` and the tokens speak of; every token lies in one of them. Valid until the vocabulary's
 * next document.
 */
export type Passage = Readonly<{
  text: string;
  blocks: readonly Block[];
  tokens: Tokens;
  sentences: Sentences;
}>;

export type PassageReader = Readonly<{
  /** The annotated blocks of a parsed document; nothing of a document that is not in English. */
  ofDocument: (parsed: Pick<ParsedDocument, "source" | "blocks" | "metadata" | "tokens">) => Passage;
  /** A bare text: one paragraph block from end to end. */
  ofText: (text: string) => Passage;
}>;

/** Reads passages with one vocabulary, whose lexicon words must be complete by the first passage. */
export const createPassageReader = (vocabulary: Vocabulary): PassageReader => {
  const tokenize = createTokenizer(vocabulary);
  const splitSentences = createSentenceSplitter(vocabulary);
  const read = (text: string, blocks: readonly Block[], known?: Tokens): Passage => {
    const tokens =
      known !== undefined && vocabulary.holds(known) ? tokensWithin(known, blocks) : tokenize(text, blocks);
    return { text, blocks, tokens, sentences: splitSentences(tokens, blocks) };
  };
  return {
    ofDocument: ({ source, blocks, metadata, tokens }) =>
      read(
        source.text,
        isEnglish(metadata.language) ? blocks.filter((block) => annotatedRoles.has(block.role)) : [],
        tokens,
      ),
    ofText: (text) => read(text, [{ start: 0, end: text.length, role: "paragraph" }]),
  };
};

/** Too little text to tell the language counts as English: a caption or a brief is still worth reading. */
const isEnglish = (language: string | null): boolean => language === null || /^en(-|$)/i.test(language);
