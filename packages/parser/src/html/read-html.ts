import type { Diagnostic, Head } from "@readout/model";
import { parse } from "parse5";
import { decode } from "../decode/decode.js";
import { normalizeText } from "../decode/normalize-text.js";
import { readHead } from "./read-head.js";
import { renderVisible } from "./render-visible.js";
import { skim } from "./skim.js";

export type HtmlPage = Readonly<{
  /** What a reader sees: the source text of the page. */
  text: string;
  head: Head;
  diagnostics: readonly Diagnostic[];
}>;

/** Reads an HTML page: its visible text and what its head says about it. Never throws; broken markup is mended as browsers do. */
export const readHtml = (html: Uint8Array | string): HtmlPage => {
  const source = typeof html === "string" ? { text: html, diagnostics: [] } : decode(html);
  const document = parse(skim(source.text));
  const { text, diagnostics } = normalizeText(renderVisible(document));
  return { text, head: readHead(document), diagnostics: [...source.diagnostics, ...diagnostics] };
};
