/**
 * From bytes to the structure of a page. `createParser()` is asynchronous because the language models load once;
 * `parse` itself is synchronous, one document at a time.
 */
export { type Decoded, decode } from "./decode/decode.js";
export { normalizeText } from "./decode/normalize-text.js";
export { looksLikeHtml } from "./html/looks-like-html.js";
export { type HtmlPage, readHtml } from "./html/read-html.js";
export { createParser, type Layout, type Parser, type ParserOptions } from "./parser.js";
