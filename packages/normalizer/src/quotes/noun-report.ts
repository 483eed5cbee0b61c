import { ChunkKind } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import { clauseEnd } from "./clause-end.js";
import type { CueLexicon } from "./cue-lexicon.js";
import type { QuoteText } from "./quote-text.js";
import type { Report } from "./report.js";

/**
 * "Lee's claim that …", "his warning that …": a noun of saying with its owner and a clause. Without an owner nobody is known
 * to say it, and "the claim that" mostly argues about something said elsewhere.
 */
export const nounReport = (
  text: QuoteText,
  cues: CueLexicon,
  chunk: number,
  sentence: number,
): Report | null => {
  const { nouns, tags } = text.phrases;
  const noun = text.ref(chunk);
  const head = nouns.head[noun] ?? -1;
  const limit = text.lastChunk(sentence);
  const cue = cues.nouns.get(text.word(head));
  if (cue === undefined || text.isQuoted(head) || chunk + 2 >= limit) return null;
  const next = text.kind(chunk + 1);
  const opens = next === ChunkKind.subordinator || next === ChunkKind.relative;
  if (!opens || text.word(text.first(chunk + 1)) !== text.words.that) return null;
  const first = nouns.first[noun] ?? 0;
  const owner = nouns.possessor[noun] ?? -1;
  const byPronoun = owner < 0 && tags[first] === Tag.possessive;
  // "that" must open a clause of its own: "his claim that was rejected" goes on about the claim.
  if ((owner < 0 && !byPronoun) || text.kind(chunk + 2) === ChunkKind.verb) return null;
  const from = text.first(chunk + 1);
  const last = clauseEnd(text, cues, chunk + 1, sentence, "clause");
  if (last - from < 3) return null;
  return {
    cue: { first: head, last: head + 1 },
    speaker: byPronoun
      ? { first, last: first + 1 }
      : { first: nouns.first[owner] ?? first, last: nouns.last[owner] ?? first + 1 },
    speakerHead: byPronoun ? first : (nouns.head[owner] ?? first),
    shared: false,
    asks: false,
    listener: null,
    pieces: [{ first: from, last }],
    rule: "noun-that",
  };
};
