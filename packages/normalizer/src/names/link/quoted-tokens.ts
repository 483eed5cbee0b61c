import { Shape } from "@readout/model";
import type { Passage } from "../../passage.js";

/** Marks the tokens that stand inside double quotation marks; every block begins outside. */
export const quotedTokens = ({ text, tokens, sentences }: Passage): Uint8Array => {
  const quoted = new Uint8Array(tokens.length);
  let block = -1;
  let inside = 0;
  for (let s = 0; s < sentences.length; s++) {
    if (sentences.block[s] !== block) inside = 0;
    block = sentences.block[s] ?? 0;
    for (let token = sentences.first[s] ?? 0; token < (sentences.last[s] ?? 0); token++) {
      if ((tokens.shape[token] ?? 0) & Shape.mark) {
        const unit = text.charCodeAt(tokens.start[token] ?? 0);
        if (unit === 0x201c || unit === 0xab) inside = 1;
        else if (unit === 0x201d || unit === 0xbb) inside = 0;
        else if (unit === 0x22) inside = 1 - inside;
      }
      quoted[token] = inside;
    }
  }
  return quoted;
};
