import type { EventType } from "@readout/model";
import { ChunkKind, type Phrases, VerbFlag } from "../grammar/phrases.js";
import type { ActorJudge, EventWords } from "./actors.js";
import { isJoined, isPronoun, isProper, isTime, lastConjunct, namesOwner } from "./clause.js";
import type { Draft } from "./draft.js";
import { BRIEF } from "./standing.js";

export type ConcernedReader = Readonly<{
  /**
   * Somebody whom an act concerns where its own slots hold nobody, or a thing alone, or -1: "vetoed a text drafted by Lima", "lifted
   * the duties on fish from Peru", "gave its word that the farmers would be paid".
   */
  read: (phrases: Phrases, draft: Draft) => number;
}>;

/** Acts that are done to somebody by what is done to a thing. */
const concerning: ReadonlySet<EventType> = new Set([
  "AGREE",
  "SUPPORT",
  "CONCEDE",
  "AID",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
]);

/** Chunks looked at behind a trigger or the thing that it is done to. */
const REACH = 12;

export const createConcernedReader = (words: EventWords, judge: ActorJudge): ConcernedReader => {
  const { of, to, from, against, between, toward, towards, on, over, at, near, outside, inside, by } = words;
  const placing = new Set([words.in, at, near, outside, inside]);
  const holding = new Set([against, by, from, on, words.with]);
  const leading = new Set([...holding, of, words.for, to, over, toward, towards, between, at, words.in]);
  return {
    read: (phrases, draft) => {
      // "Oslo and Rome signed a pact": each is the other's side.
      if (!concerning.has(draft.type) || isJoined(phrases, draft.actors[0])) return -1;
      const [thing = -1] = draft.recipients;
      const held = thing >= 0 && (judge.canAct(phrases, thing) || namesOwner(phrases, thing));
      if (held) return -1;
      const from = startOf(phrases, draft, thing);
      // On a page, somebody further behind is of another matter in three cases of four (40 read).
      if (phrases.tokens.length <= BRIEF) return behind(phrases, draft, from);
      return thing >= 0 ? attached(phrases, draft, from) : -1;
    },
  };

  function startOf(phrases: Phrases, { verb, noun }: Draft, thing: number): number {
    const { nouns, verbs } = phrases;
    const own = (verb >= 0 ? verbs.chunk[verb] : nouns.chunk[noun]) ?? 0;
    const at = nouns.chunk[thing] ?? -1;
    return (at >= 0 ? lastConjunct(phrases, thing, at) : own) + 1;
  }

  /** Somebody who hangs on the thing that ends before a chunk: "charges against Lima", "a text drafted by Lima". */
  function attached(phrases: Phrases, { actors }: Draft, from: number): number {
    const { chunks, verbs, tokens } = phrases;
    const flags = chunks.kind[from] === ChunkKind.verb ? (verbs.flags[chunks.ref[from] ?? 0] ?? 0) : 0;
    const at = (flags & VerbFlag.participle) !== 0 ? from + 1 : from;
    if (chunks.kind[at] !== ChunkKind.preposition || chunks.kind[at + 1] !== ChunkKind.noun) return -1;
    if (!holding.has(tokens.word[chunks.ref[at] ?? 0] ?? -1)) return -1;
    return another(phrases, chunks.ref[at + 1] ?? -1, actors);
  }

  /** The first somebody behind a chunk, up to the next verb with a subject of its own. */
  function behind(phrases: Phrases, { sentence, actors }: Draft, from: number): number {
    const { chunks, nouns, verbs, tokens, firstChunk } = phrases;
    const end = Math.min(firstChunk[sentence + 1] ?? 0, from + REACH);
    // "the duties Lima lifted": whoever does something else there.
    const clause = from + 1 < end && chunks.kind[from] === ChunkKind.noun;
    const acts = clause && chunks.kind[from + 1] === ChunkKind.verb ? (chunks.ref[from + 1] ?? -1) : -1;
    if (((verbs.flags[acts] ?? 0) & VerbFlag.finite) !== 0) return -1;
    for (let c = from; c < end; c++) {
      const kind = chunks.kind[c];
      const ref = chunks.ref[c] ?? 0;
      if (kind === ChunkKind.stop || kind === ChunkKind.comma || kind === ChunkKind.open) return -1;
      if (kind === ChunkKind.conjunction && chunks.kind[c + 1] === ChunkKind.verb) return -1;
      if (kind === ChunkKind.verb && ((verbs.flags[ref] ?? 0) & VerbFlag.finite) !== 0) return -1;
      if (kind === ChunkKind.preposition && !leading.has(tokens.word[ref] ?? -1)) return -1;
      const leader = kind === ChunkKind.noun ? another(phrases, ref, actors) : -1;
      if (leader < 0) continue;
      const preposition = tokens.word[nouns.preposition[leader] ?? -1] ?? -1;
      // "the use of weapons by Oslo": an "of" right behind the thing is part of it.
      const own = c === from + 1 && preposition === of;
      const placed = placing.has(preposition) && isProper(phrases, ref);
      if (!own && !placed) return leader;
    }
    return -1;
  }

  /** The coordination of a phrase, where it is somebody, named in words, who does not act; -1 else. */
  function another(phrases: Phrases, phrase: number, actors: readonly number[]): number {
    const leader = phrases.nouns.leader[phrase] ?? phrase;
    if (isTime(phrases, phrase) || isPronoun(phrases, phrase) || actors.includes(leader)) return -1;
    return judge.canAct(phrases, phrase) ? leader : -1;
  }
};
