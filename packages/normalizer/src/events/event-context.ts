import type {
  DocumentEntity,
  Mention,
  ParsedDocument,
  Published,
  Quantity,
  Quote,
  Time,
} from "@readout/model";
import type { Phrases } from "../grammar/phrases.js";

/** What is known of a document when its events are read. All lists in text order. */
export type EventContext = Readonly<{
  parsed: Pick<ParsedDocument, "metadata" | "blocks">;
  phrases: Phrases;
  mentions: readonly Mention[];
  entities: readonly DocumentEntity[];
  times: readonly Time[];
  quotes: readonly Quote[];
  quantities: readonly Quantity[];
  published: Published;
}>;
