import type { Diagnostic, Head } from "@readout/model";
import { parse } from "parse5";
import { decode } from "../decode/decode.js";
import { normalizeText } from "../decode/normalize-text.js";
import { buildTree } from "./build-tree.js";
import { type Document, treeAdapter } from "./nodes.js";
import { readHead } from "./read-head.js";
import { renderVisible } from "./render-visible.js";

export type HtmlPage = Readonly<{
  /** What a reader sees: the source text of the page. */
  text: string;
  head: Head;
  diagnostics: readonly Diagnostic[];
}>;

/**
 * Reads an HTML page: its visible text and what its head says about it. `stated` is the encoding of bytes that is known from outside.
 * Never throws; broken markup is mended as browsers do.
 */
export const readHtml = (html: Uint8Array | string, stated: string | null = null): HtmlPage => {
  const source = typeof html === "string" ? { text: html, diagnostics: [] } : decode(html, stated);
  const document = typeof html === "string" ? treeOf(html) : buildTree(source.text);
  const { text, diagnostics } = normalizeText(renderVisible(document));
  return { text, head: readHead(document), diagnostics: [...source.diagnostics, ...diagnostics] };
};

/** A page given as text may have CR and NUL in it, for which parse5 has its own rules; what is decoded has none. */
const treeOf = (html: string): Document =>
  /[\r\0]/.test(html) ? parse(html, { treeAdapter }) : buildTree(html);
