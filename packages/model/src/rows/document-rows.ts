import { z } from "zod";
import { severities } from "../diagnostic.js";
import { blockRoles, publishedBases } from "../document.js";
import { docId, end, int, list, oneOf, optionalDay, optionalText, start, text } from "./columns.js";

export const documentRow = z.object({
  doc_id: z
    .string()
    .meta({ description: "`d` + 20 hex digits of SHA-256 over record name, NUL, payload", key: true }),
  source: text("Path below the deepest common folder of all inputs; `path#id` for a record of a container"),
  url: optionalText("Address of the page, where given or stated"),
  title: optionalText("Title of the article"),
  authors: list("Names in the byline: people, agencies, desks"),
  publisher: optionalText("The outlet"),
  published: optionalDay("Day of publication; null where it is not known to the day"),
  published_at: optionalText("ISO 8601 time of publication with offset, where stated"),
  published_earliest: optionalDay(
    "First day on which the page can have been published, inclusive; null = open",
  ),
  published_latest: optionalDay("Last day on which the page can have been published, inclusive; null = open"),
  published_basis: oneOf(publishedBases, "Where the publication date comes from"),
  dateline: optionalText("Dateline as written"),
  language: optionalText("BCP 47 tag"),
  duplicate_of: z.string().nullable().meta({
    description:
      "Head of the near-duplicate cluster (earliest published, then smallest doc_id); null for the head itself",
    references: "documents.doc_id",
  }),
  characters: z.int32().meta({ description: "Length of text", unit: "code points" }),
  words: int("Words in the whole text"),
  body_words: int("Words in the body: title, subtitle, headings, paragraphs, list items"),
  sha256: text("SHA-256 of the bytes read, hex"),
  // A spreadsheet holds at most 32,767 characters in a cell: whole pages are left to the other formats.
  text: optionalText("The source text, to which all offsets refer; null with --text none").meta({
    omit: ["csv"],
  }),
});

export const blockRow = z.object({
  doc_id: docId,
  block: z.int32().meta({ description: "Ordinal in the document, from 0", key: true }),
  role: oneOf(blockRoles, "Function on the page; body = title, subtitle, heading, paragraph, list_item"),
  start_char: start("the block"),
  end_char: end("the block"),
  text: optionalText("The words; null with --text none"),
});

export const sentenceRow = z.object({
  doc_id: docId,
  sentence: z.int32().meta({ description: "Ordinal in the document, from 0", key: true }),
  block: z.int32().meta({ description: "The block it stands in", references: "blocks.block" }),
  start_char: start("the sentence"),
  end_char: end("the sentence"),
  text: optionalText("The words; null with --text none"),
});

export const diagnosticRow = z.object({
  source: text("The input it is about"),
  doc_id: z
    .string()
    .nullable()
    .meta({ description: "The document, where there is one", references: "documents.doc_id" }),
  code: text("Stable code; docs/diagnostics.md lists them"),
  severity: oneOf(severities, "error: something was not read; warning: look at it; info: what was used"),
  start_char: z
    .int32()
    .nullable()
    .meta({ description: "First character concerned", unit: "code points into documents.text" }),
  end_char: z
    .int32()
    .nullable()
    .meta({ description: "Character after the last concerned", unit: "code points into documents.text" }),
  message: text("For people"),
});
