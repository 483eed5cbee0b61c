import type { Span } from "@readout/model";
import { ChunkKind, firstToken, type Phrases, VerbFlag } from "../grammar/phrases.js";
import type { Draft } from "./draft.js";
import type { Tables } from "./tables.js";
import { needsObject } from "./trigger-table.js";

/** Chunks looked at on either side: a bound that keeps endless sentences linear. */
const REACH = 40;

/**
 * The part of a sentence whose places can be an event's: what stands before its first verb ("In Kidal on Monday, rebels …") and
 * the event's own clause. "Paid a visit to Moscow and thanked Putin for the strikes in Syria" did not visit Syria.
 */
export const settingOf = (
  phrases: Phrases,
  draft: Draft,
  sentence: Span,
  { words }: Tables,
): readonly Span[] => {
  const { chunks, verbs, tokens, nouns, firstChunk } = phrases;
  const first = firstChunk[draft.sentence] ?? 0;
  const last = firstChunk[draft.sentence + 1] ?? 0;
  const own = draft.verb >= 0 ? (verbs.chunk[draft.verb] ?? first) : (nouns.chunk[draft.noun] ?? first);
  const isClause = (chunk: number): boolean =>
    chunks.kind[chunk] === ChunkKind.verb &&
    ((verbs.flags[chunks.ref[chunk] ?? 0] ?? 0) & (VerbFlag.finite | VerbFlag.gerund)) !== 0;
  // What is talked about may lie anywhere: "talked about the war in Syria", "discussed the war in Syria".
  const topic = draft.verb >= 0 ? (verbs.object[draft.verb] ?? -1) : -1;
  const isTopic = (chunk: number): boolean => {
    if (draft.type !== "CONSULT") return false;
    const ref = chunks.ref[chunk] ?? 0;
    if (chunks.kind[chunk] === ChunkKind.preposition) {
      const word = tokens.word[ref] ?? -1;
      return word === words.about || word === words.over;
    }
    const ownObject = chunks.kind[chunk] === ChunkKind.noun && ref === topic;
    return (
      ownObject && !draft.actors.includes(ref) && (draft.trigger === null || !needsObject(draft.trigger))
    );
  };
  let from = own;
  while (from > first && from > own - REACH && !isClause(from - 1)) from--;
  let to = own + 1;
  while (to < last && to < own + REACH && !isClause(to) && !isTopic(to)) to++;
  let lead = first;
  while (lead < last && lead < first + REACH && !isClause(lead)) lead++;
  const startOf = (chunk: number): number => tokens.start[firstToken(phrases, chunk)] ?? sentence.start;
  const spanFrom = (start: number, end: number): Span => ({
    start: startOf(start),
    end: end >= last ? sentence.end : startOf(end),
  });
  return from === first ? [spanFrom(first, to)] : [spanFrom(from, to), spanFrom(first, lead)];
};
