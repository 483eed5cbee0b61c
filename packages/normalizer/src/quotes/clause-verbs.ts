import { ChunkKind, NounFlag, VerbFlag } from "../grammar/phrases.js";
import type { QuoteText } from "./quote-text.js";

/** A noun phrase right behind the verb that does not say when. */
export const hasObject = (text: QuoteText, at: number, limit: number): boolean =>
  at < limit &&
  text.kind(at) === ChunkKind.noun &&
  ((text.phrases.nouns.flags[text.ref(at)] ?? 0) & NounFlag.time) === 0;

/** Chunks that are looked through for the verb of a clause before a cue. */
const clauseReach = 80;

/** Whether a finite verb stands in the clause that ends right before token `end`. */
export const hasFiniteVerb = (text: QuoteText, chunk: number, floor: number, end: number): boolean => {
  const { verbs } = text.phrases;
  for (let at = chunk - 1; at >= floor && at > chunk - clauseReach; at--)
    if (
      text.kind(at) === ChunkKind.verb &&
      text.first(at) < end &&
      (verbs.flags[text.ref(at)] ?? 0) & VerbFlag.finite
    )
      return true;
  return false;
};

/** Whether nothing but adjuncts follows up to the next comma or stop. */
export const endsClause = (text: QuoteText, from: number, limit: number): boolean => {
  for (let at = from; at < limit; at++) {
    const kind = text.kind(at);
    if (
      kind === ChunkKind.stop ||
      kind === ChunkKind.comma ||
      kind === ChunkKind.close ||
      kind === ChunkKind.quote
    )
      return true;
    if (kind === ChunkKind.verb || kind === ChunkKind.subordinator || kind === ChunkKind.relative)
      return false;
  }
  return true;
};
