import { TextDecoder } from "node:util";
import { type Diagnostic, diagnostic } from "@readout/model";
import chardet from "chardet";
import { canDecode, decodeAs } from "./decode-as.js";
import { normalizeText } from "./normalize-text.js";
import { notTextReason } from "./not-text.js";
import { utf16Pattern } from "./utf16-pattern.js";

export type Decoded = Readonly<{
  /** The source text that all offsets refer to; empty where the bytes are no text. */
  text: string;
  /** Label of the encoding read (WHATWG name), `binary` where the bytes are no text. */
  encoding: string;
  diagnostics: readonly Diagnostic[];
}>;

/** A detector looks at no more than this; chardet costs 10–30 ms on a whole page. */
const sample = 1 << 16;

/**
 * Bytes to source text; never throws. An encoding that is `stated` from outside, as by a web server, is kept to where a decoder knows
 * it. Else byte order mark, then the pattern of UTF-16 without one, then strict UTF-8,
 * then UTF-8 with a few broken bytes, then the charset that an HTML head states, then chardet, then windows-1252. A
 * detector comes only after strict UTF-8 failed: before it, chardet misses every UTF-16 text without a mark.
 * The mark is left out, line ends become LF, NUL and lone surrogates U+FFFD ({@link normalizeText}).
 */
export const decode = (bytes: Uint8Array, stated: string | null = null): Decoded =>
  stated !== null && canDecode(stated) ? decodeStated(bytes, stated) : decodeByPattern(bytes);

const decodeStated = (bytes: Uint8Array, label: string): Decoded => {
  const { encoding } = new TextDecoder(label);
  const strict = encoding === "utf-8" ? decodeStrictly(bytes) : null;
  if (strict !== null) return normalized(strict, encoding, [], !bytes.includes(0));
  return finish(bytes, encoding, "container");
};

const decodeByPattern = (bytes: Uint8Array): Decoded => {
  const marked = markedEncoding(bytes);
  const pattern = marked === null ? utf16Pattern(bytes) : null;
  const reason = marked === null && pattern === null ? notTextReason(bytes) : null;
  if (reason !== null)
    return { text: "", encoding: "binary", diagnostics: [diagnostic("not_text", { reason })] };
  if (marked !== null) return finish(bytes, marked, "mark");
  if (pattern !== null) return finish(bytes, pattern, "pattern");
  const strict = decodeStrictly(bytes);
  if (strict !== null) return normalized(strict, "utf-8", [], !bytes.includes(0));
  const lenient = decodeAs(bytes, "utf-8");
  if (isMostlyUtf8(lenient)) return finish(bytes, "utf-8", "pattern", lenient);
  const meta = metaCharset(bytes);
  if (meta !== null) return finish(bytes, meta, "meta");
  for (const { name } of chardet.analyse(bytes.subarray(0, sample))) {
    const label = name.toLowerCase();
    if (!label.startsWith("utf-") && canDecode(label)) return finish(bytes, label, "detector");
  }
  return finish(bytes, "windows-1252", "fallback");
};

const markedEncoding = (bytes: Uint8Array): string | null => {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return null;
};

const decodeStrictly = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
};

/**
 * Whether a lenient reading looks like UTF-8 with a few broken bytes (a page cut in the middle of a character), not
 * like another encoding: well-formed characters beyond ASCII outnumber the broken ones ten to one.
 */
const isMostlyUtf8 = (text: string): boolean => {
  let broken = 0;
  let whole = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) broken++;
    else if (unit > 0x7f) whole++;
  }
  return broken * 10 < whole;
};

const charsetPattern = /<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w-]{2,20})/i;

/** The charset that an HTML head states in its first 2,048 bytes, where a decoder knows it. */
const metaCharset = (bytes: Uint8Array): string | null => {
  const head = decodeAs(bytes.subarray(0, 2048), "windows-1252");
  const label = charsetPattern.exec(head)?.[1]?.toLowerCase();
  return label !== undefined && !label.startsWith("utf-") && canDecode(label) ? label : null;
};

const finish = (bytes: Uint8Array, encoding: string, basis: string, read?: string): Decoded => {
  const text = read ?? decodeAs(bytes, encoding);
  const found: Diagnostic[] = [];
  if (encoding !== "utf-8") found.push(diagnostic("encoding_detected", { encoding, basis }));
  let replaced = 0;
  for (let at = text.indexOf("\ufffd"); at >= 0; at = text.indexOf("\ufffd", at + 1)) replaced++;
  if (replaced > 0) found.push(diagnostic("bytes_replaced", { count: replaced, encoding }));
  return normalized(text, encoding, found);
};

const normalized = (text: string, encoding: string, found: readonly Diagnostic[], sound = false): Decoded => {
  const clean = normalizeText(text, sound);
  return { text: clean.text, encoding, diagnostics: [...found, ...clean.diagnostics] };
};
