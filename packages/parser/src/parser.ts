import {
  type Block,
  createDateReader,
  diagnostic,
  type Metadata,
  nothingStated,
  type ParsedDocument,
  type SourceDocument,
  Vocabulary,
} from "@readout/model";
import { assignRoles } from "./blocks/assign-roles.js";
import { type BlockModelTables, loadBlockModel } from "./blocks/block-model.js";
import { withClosingText } from "./blocks/closing-text.js";
import { Clues } from "./blocks/clues.js";
import { findBody, mostModelLines } from "./blocks/find-body.js";
import { saidOnce } from "./blocks/said-once.js";
import { reuseColumns } from "./features/columns.js";
import { loadFieldModel, pickFields } from "./fields/pick-fields.js";
import { blockTrees } from "./generated/block-trees.js";
import { bodyWords } from "./generated/body-words.js";
import { fieldTrees } from "./generated/field-trees.js";
import { createLanguageGuesser } from "./language/guess-language.js";
import { readDateline } from "./metadata/dateline.js";
import { fieldsByRules } from "./metadata/fields-by-rules.js";
import { loadNameWords } from "./metadata/name-words.js";
import { PublisherReader } from "./metadata/publisher.js";
import { readMetadata } from "./metadata/read-metadata.js";
import { createPageReader, loadPageKnowledge } from "./page.js";
import { plainBlocks } from "./plain/plain-blocks.js";

/** `page`: a web page saved as text, furniture and all. `plain`: clean text, every line of it body. */
export type Layout = "page" | "plain";

export interface Parser {
  /** The structure of one document. Never throws, whatever the text; linear in its length. */
  parse(source: SourceDocument, options: Readonly<{ layout: Layout }>): ParsedDocument;
}

/** Trained tables; a page is labelled by rules where they are empty. */
export type PageModels = BlockModelTables & Readonly<{ fields: string }>;

const trained: PageModels = { words: bodyWords, trees: blockTrees, fields: fieldTrees };

export type ParserOptions = Readonly<{
  models?: PageModels;
  /** Where the words of pages go; a parser and an annotator that share one read a page once. */
  vocabulary?: Vocabulary;
}>;

/** Makes a parser: words are entered and the language models loaded once, which is why it is asynchronous. */
export const createParser = async ({
  models = trained,
  vocabulary = new Vocabulary(),
}: ParserOptions = {}): Promise<Parser> => {
  const knowledge = loadPageKnowledge(vocabulary);
  const model = loadBlockModel(knowledge.vocabulary, models);
  const fieldModel = loadFieldModel(models.fields);
  const nameWords = loadNameWords(knowledge.vocabulary);
  const readers = {
    words: knowledge.words,
    nameWords,
    readDates: createDateReader(knowledge.vocabulary),
    publishers: new PublisherReader(knowledge.vocabulary, nameWords),
  };
  const guessLanguage = await createLanguageGuesser(vocabulary);
  const readPage = createPageReader(knowledge);
  return {
    parse(source, { layout }) {
      reuseColumns();
      const page = readPage(source.text, layout === "page" ? "cut" : "keep");
      const { tag, diagnostics } = guessLanguage(page);
      if (layout === "plain") {
        const plain = plainBlocks(page);
        const dateline = readDateline(
          page,
          plain.map(({ role }) => role),
          readers.readDates,
        );
        return {
          source,
          blocks: plain,
          metadata: { ...nothingStated, dateline, language: tag },
          diagnostics,
          tokens: page.tokens,
        };
      }
      const phrases = knowledge.phrases.inLines(page);
      const clues = new Clues(page, knowledge.words, phrases, readers.readDates);
      const body = saidOnce(clues, withClosingText(clues, findBody(page, phrases, model, tag)));
      const picked =
        body.sheet === null || fieldModel.title.length === 0
          ? fieldsByRules(clues, body, readers)
          : pickFields(
              page,
              body,
              body.sheet,
              fieldModel,
              readers,
              (line) => clues.roleOf(line, false) === "caption",
            );
      const roles = assignRoles(clues, body, picked);
      const blocks: Block[] = roles.map((role, i) => ({
        role,
        start: page.lines.start[i] ?? 0,
        end: page.lines.end[i] ?? 0,
      }));
      const metadata: Metadata = { ...readMetadata(page, roles, picked, source, readers), language: tag };
      const reason =
        model === null
          ? "no trees"
          : page.lines.length > mostModelLines
            ? `more than ${mostModelLines} lines`
            : null;
      const missing = reason === null ? [] : [diagnostic("block_model_missing", { reason })];
      return { source, blocks, metadata, diagnostics: [...diagnostics, ...missing], tokens: page.tokens };
    },
  };
};
