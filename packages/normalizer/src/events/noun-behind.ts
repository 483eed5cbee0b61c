import { ChunkKind, type Phrases, VerbFlag } from "../grammar/phrases.js";
import { isProper, isTime, type PrepositionalPhrase } from "./clause.js";
import type { Tables } from "./tables.js";

/** Chunks or pairs of them that are looked at behind a noun. */
const REACH = 8;

/** Prepositional phrases right behind a noun, up to the first comma or verb. */
export const readBehind = (phrases: Phrases, phrase: number): readonly PrepositionalPhrase[] => {
  const { chunks, nouns, verbs, tokens } = phrases;
  const found: PrepositionalPhrase[] = [];
  let c = (nouns.chunk[phrase] ?? -2) + 1;
  if (c <= 0) return found;
  for (let steps = 0; steps < REACH && c + 1 < chunks.length; steps++) {
    const kind = chunks.kind[c];
    const ref = chunks.ref[c] ?? 0;
    if (kind === ChunkKind.noun && isTime(phrases, ref)) c++;
    else if (kind === ChunkKind.other || kind === ChunkKind.quote) c++;
    // "a meeting held between", "strikes carried out by": a participle describes the noun.
    else if (kind === ChunkKind.verb && ((verbs.flags[ref] ?? 0) & VerbFlag.participle) !== 0) c++;
    else if (kind === ChunkKind.preposition && chunks.kind[c + 1] === ChunkKind.noun) {
      const next = chunks.ref[c + 1] ?? 0;
      if (!isTime(phrases, next)) found.push({ preposition: tokens.word[ref] ?? -1, phrase: next });
      c = behindConjuncts(phrases, next, c + 2);
    } else break;
  }
  return found;
};

/** The chunk behind the phrases that are joined to a leader: "by Oslo, Rome and Lima". */
const behindConjuncts = ({ chunks, nouns }: Phrases, leader: number, from: number): number => {
  const { conjunction, comma, noun } = ChunkKind;
  let c = from;
  while (
    c < chunks.length &&
    (chunks.kind[c] === conjunction || chunks.kind[c] === comma) &&
    chunks.kind[c + 1] === noun &&
    nouns.leader[chunks.ref[c + 1] ?? 0] === leader
  )
    c += 2;
  return c;
};

/** "support for the senator from Texas": who stands behind somebody describes them. */
export const describes = (
  phrases: Phrases,
  behind: readonly PrepositionalPhrase[],
  at: number,
  { words, judge }: Tables,
): boolean => {
  const [one, before] = [behind[at], behind[at - 1]];
  if (one === undefined || before === undefined || one.preposition !== words.from) return false;
  if (phrases.nouns.chunk[one.phrase] !== (phrases.nouns.chunk[before.phrase] ?? 0) + 2) return false;
  return (
    judge.canAct(phrases, before.phrase) && !isProper(phrases, before.phrase) && isProper(phrases, one.phrase)
  );
};
