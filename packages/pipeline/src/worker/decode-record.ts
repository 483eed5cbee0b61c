import { diagnostic, type SourceDocument } from "@readout/model";
import { decode, looksLikeHtml, readHtml } from "@readout/parser";
import type { OpenHead, SessionOptions } from "./protocol.js";

/**
 * A record's bytes as a source document. The encoding that a container settles is kept to; else the bytes tell. A label
 * that no decoder knows is as good as none.
 */
export const decodeRecord = (
  head: OpenHead,
  payload: Uint8Array,
  layout: SessionOptions["layout"],
): SourceDocument => {
  if (head.format === "html") {
    const page = readHtml(payload, head.encoding);
    return sourceDocument(head, page.text, page.head, page.diagnostics);
  }
  const { text, diagnostics } = decode(payload, head.encoding);
  // Clean text is taken at its word: a corpus may well speak of markup.
  if (layout === "page" && looksLikeHtml(text)) {
    const page = readHtml(text);
    return sourceDocument(head, page.text, page.head, [
      ...diagnostics,
      diagnostic("read_as_html"),
      ...page.diagnostics,
    ]);
  }
  return sourceDocument(head, text, null, diagnostics);
};

const sourceDocument = (
  { docId, source, sha256, given, diagnostics }: OpenHead,
  text: string,
  head: SourceDocument["head"],
  found: SourceDocument["diagnostics"],
): SourceDocument => {
  // What is no text has said so.
  const empty = found.length === 0 && text.trim() === "" ? [diagnostic("empty_document")] : [];
  return { docId, source, sha256, text, given, head, diagnostics: [...diagnostics, ...found, ...empty] };
};
