import { type Time, tokenAt } from "@readout/model";
import type { Phrases } from "../grammar/phrases.js";
import { ChunkKind, firstToken, VerbFlag } from "../grammar/phrases.js";
import { isTime } from "./clause.js";
import type { Draft } from "./draft.js";
import type { Tables } from "./tables.js";

/** A time of a sentence with what it dates: a verb group or a noun phrase. */
export type Owned = Readonly<{ time: number; verb: number; noun: number; token: number }>;

/** A sentence with the events it tells, made once for it. */
export type SentenceView = Pick<Phrases, "chunks" | "nouns" | "verbs"> &
  Pick<Tables, "grammar" | "words"> &
  Readonly<{
    phrases: Phrases;
    /** Its chunks, half-open. */
    first: number;
    last: number;
    eventNouns: ReadonlySet<number>;
    /** Its events by the verb that tells them. */
    draftsOf: ReadonlyMap<number, readonly Draft[]>;
  }>;

/** Chunks walked from a time to what it dates. */
export const REACH = 24;

/**
 * Gives a time, `index` of the document's, to the verb or event noun that it stands with: the nearest one before it in its clause, else
 * the verb that follows ("On June 18, they met"). A time that stands with a verb of saying dates the saying alone.
 */
export const ownerOf = (index: number, time: Time | undefined, view: SentenceView): Owned => {
  const { phrases, chunks, eventNouns } = view;
  const token = tokenAt(phrases.tokens, time?.start ?? 0);
  const dates = (verb: number, noun: number): Owned => ({ time: index, verb, noun, token });
  const at = chunkAt(token, view);
  if (chunks.kind[at] === ChunkKind.noun && !isTime(phrases, chunks.ref[at] ?? 0)) {
    // "Monday's call", "the April 11 airstrike".
    const noun = chunks.ref[at] ?? -1;
    if (eventNouns.has(noun)) return dates(-1, noun);
    // "the 2016 race", "20th century dictators": a year that only names which one; "in the 1952 campaign" dates.
    if (isLong(time) && !isFrame(noun, view)) return dates(-1, -1);
  }
  const before = ownerBefore(at, view);
  if (before !== null) return dates(before.verb, before.noun);
  return dates(closesAside(at, view) ? -1 : verbBehind(at, view), -1);
};

/** The verb or event noun before a time in its clause, and the event noun between the verb and the time; null where none stands there. */
const ownerBefore = (
  at: number,
  { chunks, first, eventNouns }: SentenceView,
): Readonly<{ verb: number; noun: number }> | null => {
  let noun = -1;
  for (let c = at - 1, steps = 0; c >= first && steps < REACH; c--, steps++) {
    const kind = chunks.kind[c];
    if (kind === ChunkKind.stop) break;
    const ref = chunks.ref[c] ?? -1;
    if (kind === ChunkKind.verb) return { verb: ref, noun };
    if (kind === ChunkKind.subordinator || kind === ChunkKind.relative) break;
    if (kind === ChunkKind.noun && noun < 0 && eventNouns.has(ref)) noun = ref;
  }
  return noun < 0 ? null : { verb: -1, noun };
};

/** "On June 18, they met": the first finite verb behind a time, or -1. */
const verbBehind = (at: number, { chunks, verbs, last }: SentenceView): number => {
  for (let c = at + 1, steps = 0; c < last && steps < REACH; c++, steps++) {
    if (chunks.kind[c] === ChunkKind.stop) break;
    const verb = chunks.ref[c] ?? -1;
    if (chunks.kind[c] === ChunkKind.verb && ((verbs.flags[verb] ?? 0) & VerbFlag.finite) !== 0) return verb;
  }
  return -1;
};

/** "Eritrea, a colony until 1941, was annexed": a time at the end of an aside dates no verb behind it. */
const closesAside = (at: number, view: SentenceView): boolean => {
  const { chunks, first } = view;
  if (chunks.kind[at + 1] !== ChunkKind.comma) return false;
  let c = at - 1;
  while (c >= first && (chunks.kind[c] === ChunkKind.preposition || isTimeChunk(c, view))) c--;
  if (chunks.kind[c] !== ChunkKind.noun) return false;
  for (let steps = 0; c >= first && steps < REACH; c--, steps++)
    if (chunks.kind[c] === ChunkKind.comma) return c > first;
  return false;
};

const isTimeChunk = (c: number, { phrases, chunks }: SentenceView): boolean =>
  chunks.kind[c] === ChunkKind.noun && isTime(phrases, chunks.ref[c] ?? 0);

const isFrame = (noun: number, { phrases, nouns, grammar, words }: SentenceView): boolean => {
  const word = phrases.tokens.word[nouns.preposition[noun] ?? -1] ?? -1;
  return word === words.in || word === words.during || grammar.opensClause(word);
};

const chunkAt = (token: number, { phrases, first, last }: SentenceView): number => {
  let low = first;
  let high = last - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (firstToken(phrases, middle) <= token) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** A year and more, in days. */
const YEAR = 360;

const isLong = (time: Time | undefined): boolean =>
  time !== undefined && time.earliest !== null && time.latest !== null && time.latest - time.earliest >= YEAR;
