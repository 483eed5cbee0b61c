import type { EventType } from "@readout/model";
import { ChunkKind, type Phrases, VerbFlag } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import { isTime, type PrepositionalPhrase } from "./clause.js";
import type { Draft } from "./draft.js";
import { describes } from "./noun-behind.js";
import type { NounSides, NounUse } from "./noun-use.js";
import type { Tables } from "./tables.js";
import type { Source } from "./trigger-table.js";
import { anyRecipient } from "./verb-arguments.js";

/** Types whose nouns take an infinitive for what is refused or threatened. */
const aims: ReadonlySet<EventType> = new Set(["REJECT", "THREATEN", "REQUEST"]);

/** Who does what an event noun says, and to whom, as its own words and the verb that carries it have it. */
export const namedSides = ({ phrases, phrase, trigger, behind, support, tables }: NounUse): NounSides => {
  const suffers = isSuffered(phrases, phrase, behind, tables);
  const actorsBehind = behind.filter((_, at) => !describes(phrases, behind, at, tables));
  const own = suffers ? -1 : firstSource(phrases, phrase, trigger.actors, actorsBehind);
  // "mounted a raid on", "renewed their support for": the subject of a verb that says nothing else acts.
  const actor = own >= 0 ? own : (support?.subject ?? -1);
  const actors = actor >= 0 ? [actor] : [];
  if (suffers) return { actors, recipients: [phrases.nouns.possessor[phrase] ?? -1] };
  const recipient = firstSource(phrases, phrase, trigger.recipients, behind, actor);
  if (recipient >= 0) return { actors, recipients: [recipient] };
  return { actors, recipients: aims.has(trigger.type) ? aimOf(phrases, phrase, tables) : [] };
};

/** "the president's assassination": his own. */
const isSuffered = (
  { nouns, tokens }: Phrases,
  phrase: number,
  behind: readonly PrepositionalPhrase[],
  { lexicon, words }: Tables,
): boolean =>
  (nouns.possessor[phrase] ?? -1) >= 0 &&
  lexicon.isSuffered(tokens.word[nouns.head[phrase] ?? 0] ?? -1) &&
  behind.every(({ preposition }) => preposition !== words.of && preposition !== words.on);

/** The phrase in the first slot of a row that is filled, or -1; not the one `taken` already. */
const firstSource = (
  phrases: Phrases,
  phrase: number,
  sources: readonly Source[],
  behind: readonly PrepositionalPhrase[],
  taken = -1,
): number => {
  for (const source of sources) {
    if (source === "possessor") {
      const possessor = phrases.nouns.possessor[phrase] ?? -1;
      if (possessor >= 0 && possessor !== taken && !isTime(phrases, possessor)) return possessor;
    } else if (typeof source === "number") {
      const found = behind.find((one) => one.preposition === source);
      if (found !== undefined && found.phrase !== taken) return found.phrase;
    }
  }
  return -1;
};

/**
 * Whom what follows a noun is about: "Oslo's refusal to meet the king", "threats by rebels to blow up the port", "demands by the union
 * that the premier resign".
 */
const aimOf = (phrases: Phrases, phrase: number, tables: Tables): readonly number[] => {
  const { chunks, nouns, verbs } = phrases;
  let next = (nouns.chunk[phrase] ?? -2) + 1;
  for (let steps = 0; steps < 3 && chunks.kind[next] === ChunkKind.preposition; steps++) next += 2;
  const ref = chunks.ref[next] ?? -1;
  if (chunks.kind[next] === ChunkKind.verb)
    return ((verbs.flags[ref] ?? 0) & VerbFlag.infinitive) !== 0 ? anyRecipient(phrases, ref, tables) : [];
  const opens = chunks.kind[next] === ChunkKind.subordinator || chunks.kind[next] === ChunkKind.relative;
  const subject = chunks.kind[next + 1] === ChunkKind.noun ? (chunks.ref[next + 1] ?? -1) : -1;
  return opens && subject >= 0 && tables.judge.canAct(phrases, subject) ? [subject] : [];
};

/** The names right before an event noun: "a Taliban attack", "U.S. airstrikes". Whether they act is for the names to say. */
export const ownerBefore = ({ nouns, tags }: Phrases, phrase: number): Draft["owner"] => {
  const head = nouns.head[phrase] ?? 0;
  let first = head;
  while (first > (nouns.first[phrase] ?? 0) && tags[first - 1] !== Tag.proper) first--;
  const last = first;
  while (first > (nouns.first[phrase] ?? 0) && tags[first - 1] === Tag.proper) first--;
  return first < last ? { first, last } : null;
};
