import { ChunkKind } from "../grammar/phrases.js";
import { clauseEnd, contentBefore } from "./clause-end.js";
import type { CueLexicon } from "./cue-lexicon.js";
import type { QuoteText } from "./quote-text.js";
import type { Report, TokenRange } from "./report.js";
import { phraseAfter } from "./speaker-phrase.js";

/** Chunks between "according to" and the comma that ends its phrase. */
const longestPhrase = 30;

/** "According to X, clause" · "clause, according to X" · "clause, according to X, clause": the report at chunk `at`. */
export const accordingReport = (
  text: QuoteText,
  cues: CueLexicon,
  at: number,
  sentence: number,
): Report | null => {
  const first = text.first(at);
  const limit = text.lastChunk(sentence);
  let noun = at;
  while (noun < limit && text.first(noun) < first + 2) noun++;
  const phrase = phraseAfter(text, noun, limit);
  if (phrase === null) return null;
  const left = first > text.firstToken(sentence) ? contentBefore(text, sentence, first) : null;
  const pieces: TokenRange[] = left === null || left.last - left.first < 2 ? [] : [left];
  let next = noun;
  while (next < limit && text.first(next) < phrase.last) next++;
  if (pieces.length === 0) {
    // The comma that ends the opening phrase, past relative clauses and appositions.
    const bound = Math.min(limit, next + longestPhrase);
    while (next < bound && text.kind(next) !== ChunkKind.comma) next++;
    if (next + 1 < limit && text.kind(next) === ChunkKind.comma) {
      const last = clauseEnd(text, cues, next + 1, sentence, "clause");
      if (last > text.first(next + 1)) pieces.push({ first: text.first(next + 1), last });
    }
  }
  if (pieces.length === 0) return null;
  return {
    cue: { first, last: first + 2 },
    speaker: { first: phrase.first, last: phrase.last },
    speakerHead: phrase.head,
    shared: false,
    asks: false,
    listener: null,
    pieces,
    rule: "according-to",
  };
};
