import type { Time } from "@readout/model";
import { ChunkKind, type Phrases, VerbFlag } from "../grammar/phrases.js";
import type { Draft } from "./draft.js";
import type { Tables } from "./tables.js";
import { type Owned, ownerOf, REACH, type SentenceView } from "./time-owners.js";

/** Tokens on either side of a trigger among which its time stands: a bound that keeps endless sentences linear. */
const WINDOW = 200;

/** A sentence with its times, in text order, and what each dates. */
export type TimedSentence = SentenceView & Readonly<{ owned: readonly Owned[] }>;

/** The times of a sentence, in text order, with the verb or event noun that each stands with. */
export const timedSentence = (
  phrases: Phrases,
  sentence: number,
  times: readonly Time[],
  candidates: readonly number[],
  drafts: readonly Draft[],
  { grammar, words }: Tables,
): TimedSentence => {
  const draftsOf = new Map<number, Draft[]>();
  for (const draft of drafts) {
    const held = draftsOf.get(draft.verb);
    if (held !== undefined) held.push(draft);
    else if (draft.verb >= 0) draftsOf.set(draft.verb, [draft]);
  }
  const { chunks, nouns, verbs, firstChunk } = phrases;
  const owned: Owned[] = [];
  const timed: TimedSentence = {
    phrases,
    chunks,
    nouns,
    verbs,
    first: firstChunk[sentence] ?? 0,
    last: firstChunk[sentence + 1] ?? 0,
    eventNouns: new Set(drafts.flatMap(({ noun }) => (noun >= 0 ? [noun] : []))),
    draftsOf,
    grammar,
    words,
    owned,
  };
  for (const time of candidates) owned.push(ownerOf(time, times[time], timed));
  return timed;
};

/** Which time of its sentence dates an event: an index into the document's times, or -1. */
export const timeOf = (draft: Draft, timed: TimedSentence): number => {
  const { verbs } = timed;
  if (draft.noun >= 0) {
    const own = nearest(draft, ({ noun }) => noun === draft.noun, timed);
    return own >= 0
      ? own
      : nearest(
          draft,
          ({ verb, noun }) =>
            noun < 0 && verb >= 0 && !reports(verb, timed) && standsWith(draft.noun, verb, timed),
          timed,
        );
  }
  const own = nearest(draft, ({ verb }) => verb === draft.verb, timed);
  if (own >= 0) return own;
  // "agreed to meet on Friday" dates the meeting; "sent troops on Monday to help" both.
  const governor = verbs.governor[draft.verb] ?? -1;
  const dependent = ((verbs.flags[draft.verb] ?? 0) & (VerbFlag.infinitive | VerbFlag.gerund)) !== 0;
  if (dependent && governor >= 0 && !reports(governor, timed)) {
    const shared = nearest(draft, ({ verb }) => verb === governor, timed);
    if (shared >= 0) return shared;
  }
  const gerund = nearest(
    draft,
    ({ verb }) => verb >= 0 && verbs.governor[verb] === draft.verb && isGerund(verb, timed),
    timed,
  );
  if (gerund >= 0) return gerund;
  // "urged him during a call on Monday": the noun's date is the clause's.
  const framed = nearest(draft, ({ noun }) => noun >= 0 && standsUnder(noun, draft.verb, timed), timed);
  return framed >= 0 ? framed : onlyTime(draft, timed);
};

/** The one time of a sentence dates its events, unless it stands with a verb of saying or an event of its own. */
const onlyTime = (draft: Draft, timed: TimedSentence): number => {
  const { draftsOf, owned } = timed;
  const [only, second] = owned;
  if (only === undefined || second !== undefined || only.verb < 0 || reports(only.verb, timed)) return -1;
  if (opensBetween(draft, only.verb, timed)) return -1;
  const others = draftsOf.get(only.verb) ?? [];
  return others.some((other) => other !== draft && other.type === draft.type) ? -1 : only.time;
};

/** Whether a new clause ("since Putin returned in May") begins between an event and the verb that a time stands with. */
const opensBetween = (
  draft: Draft,
  verb: number,
  { phrases, chunks, nouns, verbs, grammar }: TimedSentence,
): boolean => {
  const from = draft.verb >= 0 ? (verbs.chunk[draft.verb] ?? 0) : (nouns.chunk[draft.noun] ?? 0);
  const to = verbs.chunk[verb] ?? 0;
  for (let c = Math.min(from, to) + 1; c < Math.max(from, to); c++) {
    const kind = chunks.kind[c];
    // "supported a reform that she had opposed in 2007".
    if (kind === ChunkKind.subordinator || kind === ChunkKind.relative) return true;
    if (kind === ChunkKind.preposition && grammar.opensClause(phrases.tokens.word[chunks.ref[c] ?? 0] ?? -1))
      return true;
  }
  return false;
};

const standsWith = (noun: number, verb: number, { chunks, nouns, verbs, first }: TimedSentence): boolean => {
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
};

const standsUnder = (noun: number, verb: number, { chunks, nouns, verbs, first }: TimedSentence): boolean => {
  const chunk = nouns.chunk[noun] ?? -1;
  for (let c = chunk - 1, steps = 0; c >= first && steps < REACH; c--, steps++) {
    if (chunks.kind[c] === ChunkKind.stop || chunks.kind[c] === ChunkKind.subordinator) return false;
    if (chunks.kind[c] !== ChunkKind.verb) continue;
    const over = chunks.ref[c] ?? -1;
    return over === verb || verbs.governor[over] === verb;
  }
  return false;
};

const isGerund = (verb: number, { verbs }: TimedSentence): boolean =>
  ((verbs.flags[verb] ?? 0) & VerbFlag.gerund) !== 0;

const reports = (verb: number, { verbs, draftsOf, grammar }: TimedSentence): boolean =>
  grammar.takesClause(verbs.lemma[verb] ?? -1) && !draftsOf.has(verb);

const nearest = (draft: Draft, holds: (one: Owned) => boolean, timed: TimedSentence): number => {
  const { owned } = timed;
  let best = -1;
  let distance = Number.POSITIVE_INFINITY;
  for (let at = firstOwned(draft.first - WINDOW, timed); at < owned.length; at++) {
    const one = owned[at];
    if (one === undefined || one.token > draft.first + WINDOW) break;
    const away = Math.abs(one.token - draft.first);
    if (away >= distance || !holds(one)) continue;
    distance = away;
    best = one.time;
  }
  return best;
};

/** The first time that stands at a token or behind it. */
const firstOwned = (token: number, { owned }: TimedSentence): number => {
  let low = 0;
  let high = owned.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((owned[middle]?.token ?? 0) >= token) high = middle;
    else low = middle + 1;
  }
  return low;
};
