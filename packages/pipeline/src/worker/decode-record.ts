import { diagnostic, type SourceDocument } from "@readout/model";
import { decode, looksLikeHtml, normalizeText, readHtml } from "@readout/parser";
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
  const known = head.encoding === null ? null : decodeAs(payload, head.encoding);
  if (head.format === "html") {
    const page = readHtml(known ?? payload);
    return sourceDocument(head, page.text, page.head, page.diagnostics);
  }
  const { text, diagnostics } = known === null ? decode(payload) : normalizeText(known);
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

const decodeAs = (payload: Uint8Array, label: string): string | null => {
  if (label === "utf-8")
    return Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).toString("utf8");
  try {
    return new TextDecoder(label).decode(payload);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};
