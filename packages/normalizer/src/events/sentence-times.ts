import { type Time, tokenAt } from "@readout/model";
import { ChunkKind, firstToken, type Phrases, VerbFlag } from "../grammar/phrases.js";
import type { GrammarWords } from "../grammar/words.js";
import type { EventWords } from "./actors.js";
import { isTime } from "./clause.js";
import type { Draft } from "./draft.js";

/** A time of a sentence with what it dates: a verb group or a noun phrase. */
type Owned = Readonly<{ time: number; verb: number; noun: number; token: number }>;

/** Chunks walked from a time to what it dates. */
const REACH = 24;

/** Tokens on either side of a trigger among which its time stands: a bound that keeps endless sentences linear. */
const WINDOW = 200;

/** Says which time of its sentence dates an event. */
export type SentenceTimes = Readonly<{
  /** Index into the document's times, or -1. */
  timeOf: (draft: Draft) => number;
}>;

/**
 * Gives each time of a sentence to the verb or event noun that it stands with: the nearest one before it in its clause, else the
 * verb that follows ("On June 18, they met"). A time that stands with a verb of saying dates the saying alone.
 */
export const readSentenceTimes = (
  phrases: Phrases,
  grammar: GrammarWords,
  sentence: number,
  times: readonly Time[],
  candidates: readonly number[],
  drafts: readonly Draft[],
  words: Pick<EventWords, "in" | "during">,
): SentenceTimes => {
  const { chunks, nouns, verbs, firstChunk } = phrases;
  const first = firstChunk[sentence] ?? 0;
  const last = firstChunk[sentence + 1] ?? 0;
  const eventNouns = new Set(drafts.flatMap(({ noun }) => (noun >= 0 ? [noun] : [])));
  const draftsOf = new Map<number, Draft[]>();
  for (const draft of drafts) {
    const held = draftsOf.get(draft.verb);
    if (held !== undefined) held.push(draft);
    else if (draft.verb >= 0) draftsOf.set(draft.verb, [draft]);
  }
  /** In text order. */
  const owned = candidates.map(ownerOf);
  return { timeOf };

  function chunkAt(token: number): number {
    let low = first;
    let high = last - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (firstToken(phrases, middle) <= token) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  function ownerOf(time: number): Owned {
    const token = tokenAt(phrases.tokens, times[time]?.start ?? 0);
    const at = chunkAt(token);
    if (chunks.kind[at] === ChunkKind.noun && !isTime(phrases, chunks.ref[at] ?? 0)) {
      // "Monday's call", "the April 11 airstrike".
      const noun = chunks.ref[at] ?? -1;
      if (eventNouns.has(noun)) return { time, verb: -1, noun, token };
      // "the 2016 race", "20th century dictators": a year that only names which one; "in the 1952 campaign" dates.
      if (isLong(times[time]) && !isFrame(noun)) return { time, verb: -1, noun: -1, token };
    }
    let noun = -1;
    for (let c = at - 1, steps = 0; c >= first && steps < REACH; c--, steps++) {
      const kind = chunks.kind[c];
      if (kind === ChunkKind.stop) break;
      if (kind === ChunkKind.verb) return { time, verb: chunks.ref[c] ?? -1, noun, token };
      if (kind === ChunkKind.subordinator || kind === ChunkKind.relative) break;
      if (kind === ChunkKind.noun && noun < 0 && eventNouns.has(chunks.ref[c] ?? -1))
        noun = chunks.ref[c] ?? -1;
    }
    if (noun >= 0) return { time, verb: -1, noun, token };
    if (closesAside(at)) return { time, verb: -1, noun: -1, token };
    for (let c = at + 1, steps = 0; c < last && steps < REACH; c++, steps++) {
      if (chunks.kind[c] === ChunkKind.stop) break;
      const verb = chunks.ref[c] ?? -1;
      if (chunks.kind[c] === ChunkKind.verb && ((verbs.flags[verb] ?? 0) & VerbFlag.finite) !== 0)
        return { time, verb, noun: -1, token };
    }
    return { time, verb: -1, noun: -1, token };
  }

  /** "Eritrea, a colony until 1941, was annexed": a time at the end of an aside dates no verb behind it. */
  function closesAside(at: number): boolean {
    if (chunks.kind[at + 1] !== ChunkKind.comma) return false;
    let c = at - 1;
    while (c >= first && (chunks.kind[c] === ChunkKind.preposition || isTimeChunk(c))) c--;
    if (chunks.kind[c] !== ChunkKind.noun) return false;
    for (let steps = 0; c >= first && steps < REACH; c--, steps++)
      if (chunks.kind[c] === ChunkKind.comma) return c > first;
    return false;
  }

  function isTimeChunk(c: number): boolean {
    return chunks.kind[c] === ChunkKind.noun && isTime(phrases, chunks.ref[c] ?? 0);
  }

  function isFrame(noun: number): boolean {
    const word = phrases.tokens.word[nouns.preposition[noun] ?? -1] ?? -1;
    return word === words.in || word === words.during || grammar.opensClause(word);
  }

  function nearest(draft: Draft, holds: (one: Owned) => boolean): number {
    let best = -1;
    let distance = Number.POSITIVE_INFINITY;
    for (let at = firstOwned(draft.first - WINDOW); at < owned.length; at++) {
      const one = owned[at];
      if (one === undefined || one.token > draft.first + WINDOW) break;
      const away = Math.abs(one.token - draft.first);
      if (away >= distance || !holds(one)) continue;
      distance = away;
      best = one.time;
    }
    return best;
  }

  /** The first time that stands at a token or behind it. */
  function firstOwned(token: number): number {
    let low = 0;
    let high = owned.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((owned[middle]?.token ?? 0) >= token) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  function timeOf(draft: Draft): number {
    if (draft.noun >= 0) {
      const own = nearest(draft, ({ noun }) => noun === draft.noun);
      return own >= 0
        ? own
        : nearest(
            draft,
            ({ verb, noun }) => noun < 0 && verb >= 0 && !reports(verb) && standsWith(draft.noun, verb),
          );
    }
    const own = nearest(draft, ({ verb }) => verb === draft.verb);
    if (own >= 0) return own;
    // "agreed to meet on Friday" dates the meeting; "sent troops on Monday to help" both.
    const governor = verbs.governor[draft.verb] ?? -1;
    const dependent = ((verbs.flags[draft.verb] ?? 0) & (VerbFlag.infinitive | VerbFlag.gerund)) !== 0;
    if (dependent && governor >= 0 && !reports(governor)) {
      const shared = nearest(draft, ({ verb }) => verb === governor);
      if (shared >= 0) return shared;
    }
    const gerund = nearest(
      draft,
      ({ verb }) => verb >= 0 && verbs.governor[verb] === draft.verb && isGerund(verb),
    );
    if (gerund >= 0) return gerund;
    // "urged him during a call on Monday": the noun's date is the clause's.
    const framed = nearest(draft, ({ noun }) => noun >= 0 && standsUnder(noun, draft.verb));
    return framed >= 0 ? framed : onlyTime(draft);
  }

  function isGerund(verb: number): boolean {
    return ((verbs.flags[verb] ?? 0) & VerbFlag.gerund) !== 0;
  }

  function standsUnder(noun: number, verb: number): boolean {
    const chunk = nouns.chunk[noun] ?? -1;
    for (let c = chunk - 1, steps = 0; c >= first && steps < REACH; c--, steps++) {
      if (chunks.kind[c] === ChunkKind.stop || chunks.kind[c] === ChunkKind.subordinator) return false;
      if (chunks.kind[c] !== ChunkKind.verb) continue;
      const over = chunks.ref[c] ?? -1;
      return over === verb || verbs.governor[over] === verb;
    }
    return false;
  }

  /** The one time of a sentence dates its events, unless it stands with a verb of saying or an event of its own. */
  function onlyTime(draft: Draft): number {
    const [only, second] = owned;
    if (only === undefined || second !== undefined || only.verb < 0 || reports(only.verb)) return -1;
    if (opensBetween(draft, only.verb)) return -1;
    const others = draftsOf.get(only.verb) ?? [];
    return others.some((other) => other !== draft && other.type === draft.type) ? -1 : only.time;
  }

  /** Whether a new clause ("since Putin returned in May") begins between an event and the verb that a time stands with. */
  function opensBetween(draft: Draft, verb: number): boolean {
    const from = draft.verb >= 0 ? (verbs.chunk[draft.verb] ?? 0) : (nouns.chunk[draft.noun] ?? 0);
    const to = verbs.chunk[verb] ?? 0;
    for (let c = Math.min(from, to) + 1; c < Math.max(from, to); c++) {
      const kind = chunks.kind[c];
      // "supported a reform that she had opposed in 2007".
      if (kind === ChunkKind.subordinator || kind === ChunkKind.relative) return true;
      if (
        kind === ChunkKind.preposition &&
        grammar.opensClause(phrases.tokens.word[chunks.ref[c] ?? 0] ?? -1)
      )
        return true;
    }
    return false;
  }

  function standsWith(noun: number, verb: number): boolean {
    if (verbs.subject[verb] === noun || verbs.object[verb] === noun) return true;
    const chunk = nouns.chunk[noun] ?? -1;
    let comma = false;
    for (let c = chunk - 1, steps = 0; c >= first && steps < REACH; c--, steps++) {
      if (chunks.kind[c] === ChunkKind.stop) return false;
      if (chunks.kind[c] === ChunkKind.comma) comma = true;
      if (chunks.kind[c] !== ChunkKind.verb) continue;
      // "agreed to destroy them by June, after talks": behind the comma the main verb goes on.
      const infinitive = ((verbs.flags[chunks.ref[c] ?? 0] ?? 0) & VerbFlag.infinitive) !== 0;
      if (!comma || !infinitive) return chunks.ref[c] === verb;
    }
    return false;
  }

  function reports(verb: number): boolean {
    return grammar.takesClause(verbs.lemma[verb] ?? -1) && !draftsOf.has(verb);
  }
};

/** A year and more, in days. */
const YEAR = 360;

const isLong = (time: Time | undefined): boolean =>
  time !== undefined && time.earliest !== null && time.latest !== null && time.latest - time.earliest >= YEAR;
