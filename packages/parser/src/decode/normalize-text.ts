import { type Diagnostic, diagnostic } from "@readout/model";
import { countMojibake } from "./mojibake.js";

/** With the flag `u` a pair is one character, which is no surrogate. */
const loneSurrogate = /\p{Surrogate}/gu;

/**
 * What a string goes through to become a source text, and nothing else does: byte order mark off, CRLF and CR to LF,
 * NUL and lone surrogates to U+FFFD, each counted in a diagnostic; text that was decoded twice is noted, not mended. What is
 * known to be free of NUL and of lone surrogates, `sound`, is not looked through for them, which takes longer than all the rest.
 */
export const normalizeText = (
  raw: string,
  sound = false,
): Readonly<{ text: string; diagnostics: readonly Diagnostic[] }> => {
  const diagnostics: Diagnostic[] = [];
  let text = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  if (text.includes("\r")) text = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  const nuls = sound ? 0 : count(text, "\0");
  if (nuls > 0) {
    text = text.replaceAll("\0", "\ufffd");
    diagnostics.push(diagnostic("nul_replaced", { count: nuls }));
  }
  const lone = sound ? 0 : countLoneSurrogates(text);
  if (lone > 0) {
    text = text.toWellFormed();
    diagnostics.push(diagnostic("surrogate_replaced", { count: lone }));
  }
  const mojibake = countMojibake(text);
  if (mojibake > 0) diagnostics.push(diagnostic("mojibake", { count: mojibake, encoding: "windows-1252" }));
  return { text, diagnostics };
};

const count = (text: string, character: string): number => {
  let n = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) n++;
  return n;
};

const countLoneSurrogates = (text: string): number =>
  text.isWellFormed() ? 0 : (text.match(loneSurrogate)?.length ?? 0);
