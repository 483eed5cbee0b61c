import { ChunkKind } from "../grammar/phrases.js";
import { contentBefore } from "./clause-end.js";
import type { CueLexicon } from "./cue-lexicon.js";
import type { QuoteText } from "./quote-text.js";
import type { Report } from "./report.js";

/** Tokens between a quotation and its cue. */
const reach = 16;

/**
 * "…,” a voice in the ad states.": a finite form of a cue that grammar takes for a noun, at the end of the noun phrase at `chunk`,
 * close behind a quotation with its comma or stop and with no verb between. The words between are the speaker.
 */
export const quotedNounReport = (
  text: QuoteText,
  cues: CueLexicon,
  chunk: number,
  sentence: number,
): Report | null => {
  const token = text.last(chunk) - 1;
  const cue = cues.finite.get(text.word(token));
  if (cue === undefined || text.isQuoted(token)) return null;
  let close = token - 1;
  while (close >= 0 && token - close <= reach && !text.isQuoted(close)) close--;
  const quotation = close < 0 ? -1 : text.endsAt(close);
  if (quotation < 0 || !text.isSameBlock(quotation, token) || !text.isPunctuated(quotation)) return null;
  const first = close + 1;
  if (first >= token || first < text.firstToken(sentence)) return null;
  for (let at = chunk; at >= text.firstChunk(sentence) && text.first(at) >= first; at--)
    if (text.kind(at) === ChunkKind.verb || text.kind(at) === ChunkKind.relative) return null;
  const next = token + 1;
  if (
    next < text.lastToken(sentence) &&
    !text.isStop(next) &&
    !text.isComma(next) &&
    text.kind(chunk + 1) !== ChunkKind.preposition
  )
    return null;
  const left = contentBefore(text, sentence, text.endOf(quotation));
  if (left === null) return null;
  return {
    cue: { first: token, last: token + 1 },
    speaker: { first, last: token },
    speakerHead: first,
    shared: false,
    asks: cue.class === "question",
    listener: null,
    pieces: [left],
    rule: "quote-subject-verb",
  };
};
