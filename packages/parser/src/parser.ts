import {
  type Block,
  createDateReader,
  type Metadata,
  type ParsedDocument,
  type SourceDocument,
} from "@readout/model";
import { assignRoles } from "./blocks/assign-roles.js";
import { Clues } from "./blocks/clues.js";
import { findBody } from "./blocks/find-body.js";
import { createLanguageGuesser } from "./language/guess-language.js";
import { readMetadata } from "./metadata/read-metadata.js";
import { findTitle } from "./metadata/title.js";
import { createPageReader, loadPageKnowledge } from "./page.js";
import { plainBlocks } from "./plain/plain-blocks.js";

/** `page`: a web page saved as text, furniture and all. `plain`: clean text, every line of it body. */
export type Layout = "page" | "plain";

export interface Parser {
  /** The structure of one document. Never throws, whatever the text; linear in its length. */
  parse(source: SourceDocument, options: Readonly<{ layout: Layout }>): ParsedDocument;
}

/** Makes a parser: words are entered and the language models loaded once, which is why it is asynchronous. */
export const createParser = async (): Promise<Parser> => {
  const knowledge = loadPageKnowledge();
  const readDates = createDateReader(knowledge.vocabulary);
  const readPage = createPageReader(knowledge);
  const guessLanguage = await createLanguageGuesser();
  return {
    parse(source, { layout }) {
      const page = readPage(source.text, layout === "page" ? "cut" : "keep");
      const language = guessLanguage(page);
      if (layout === "plain") {
        const metadata: Metadata = { ...nothingStated, language: language.tag };
        return { source, blocks: plainBlocks(page), metadata, diagnostics: language.diagnostics };
      }
      const clues = new Clues(page, knowledge, readDates);
      const body = findBody(page);
      const title = findTitle(clues, body, source);
      const roles = assignRoles(clues, body, title);
      const blocks: Block[] = roles.map((role, i) => ({
        role,
        start: page.lines.start[i] ?? 0,
        end: page.lines.end[i] ?? 0,
      }));
      const metadata = { ...readMetadata(clues, roles, source), language: language.tag };
      return { source, blocks, metadata, diagnostics: language.diagnostics };
    },
  };
};

const nothingStated: Metadata = {
  title: null,
  subtitle: null,
  authors: [],
  publisher: null,
  published: null,
  dateline: null,
  language: null,
};
