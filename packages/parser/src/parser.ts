import {
  createDateReader,
  diagnostic,
  nothingStated,
  type ParsedDocument,
  type SourceDocument,
  Vocabulary,
} from "@readout/model";
import { assignRoles } from "./blocks/assign-roles.js";
import { type BlockModel, type BlockModelTables, loadBlockModel } from "./blocks/block-model.js";
import { withClosingText } from "./blocks/closing-text.js";
import { Clues } from "./blocks/clues.js";
import { findBody, mostModelLines } from "./blocks/find-body.js";
import { saidOnce } from "./blocks/said-once.js";
import { reuseColumns } from "./features/columns.js";
import type { FieldReaders } from "./fields/field-sheet.js";
import { type FieldModel, loadFieldModel, pickFields } from "./fields/pick-fields.js";
import { blockTrees } from "./generated/block-trees.js";
import { bodyWords } from "./generated/body-words.js";
import { fieldTrees } from "./generated/field-trees.js";
import { createLanguageGuesser, type Language } from "./language/guess-language.js";
import { readDateline } from "./metadata/dateline.js";
import { fieldsByRules } from "./metadata/fields-by-rules.js";
import { loadNameWords } from "./metadata/name-words.js";
import { PublisherReader } from "./metadata/publisher.js";
import { readMetadata } from "./metadata/read-metadata.js";
import { createPageReader, loadPageKnowledge, type Page, type PageKnowledge } from "./page.js";
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

/** What a parser knows and reads pages with, loaded once. */
type Knowledge = Readonly<{
  page: PageKnowledge;
  model: BlockModel | null;
  fieldModel: FieldModel;
  readers: FieldReaders & Readonly<{ publishers: PublisherReader }>;
}>;

const loadKnowledge = (models: PageModels, vocabulary: Vocabulary): Knowledge => {
  const page = loadPageKnowledge(vocabulary);
  const model = loadBlockModel(vocabulary, models);
  const nameWords = loadNameWords(vocabulary);
  const readDates = createDateReader(vocabulary);
  const publishers = new PublisherReader(vocabulary, nameWords);
  return {
    page,
    model,
    fieldModel: loadFieldModel(models.fields),
    readers: { words: page.words, nameWords, readDates, publishers },
  };
};

/** Makes a parser: words are entered and the language models loaded once, which is why it is asynchronous. */
export const createParser = async ({
  models = trained,
  vocabulary = new Vocabulary(),
}: ParserOptions = {}): Promise<Parser> => {
  const knowledge = loadKnowledge(models, vocabulary);
  const guessLanguage = await createLanguageGuesser(vocabulary);
  const readPage = createPageReader(knowledge.page);
  return {
    parse(source, { layout }) {
      reuseColumns();
      const page = readPage(source.text, layout === "page" ? "cut" : "keep");
      const language = guessLanguage(page);
      const { tokens } = page;
      return layout === "plain"
        ? { source, ...plainStructure(page, language, knowledge), tokens }
        : { source, ...pageStructure(page, language, knowledge, source), tokens };
    },
  };
};

/** What a parsed document says of its text. */
type Structure = Pick<ParsedDocument, "blocks" | "metadata" | "diagnostics">;

const plainStructure = (page: Page, { tag, diagnostics }: Language, { readers }: Knowledge): Structure => {
  const blocks = plainBlocks(page);
  const roles = blocks.map(({ role }) => role);
  const dateline = readDateline(page, roles, readers.readDates);
  return { blocks, metadata: { ...nothingStated, dateline, language: tag }, diagnostics };
};

const pageStructure = (
  page: Page,
  { tag, diagnostics }: Language,
  { page: { words, phrases: table }, model, fieldModel, readers }: Knowledge,
  source: SourceDocument,
): Structure => {
  const phrases = table.inLines(page);
  const clues = new Clues(page, words, phrases, readers.readDates);
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
  const { start, end } = page.lines;
  const blocks = roles.map((role, i) => ({ role, start: start[i] ?? 0, end: end[i] ?? 0 }));
  const metadata = { ...readMetadata(page, roles, picked, source, readers), language: tag };
  const reason = whyRules(page, model);
  const missing = reason === null ? [] : [diagnostic("block_model_missing", { reason })];
  return { blocks, metadata, diagnostics: [...diagnostics, ...missing] };
};

/** Why rules alone found the article of a page; null where the model did. */
const whyRules = ({ lines }: Page, model: BlockModel | null): string | null => {
  if (model === null) return "no trees";
  return lines.length > mostModelLines ? `more than ${mostModelLines} lines` : null;
};
