import type { EventType } from "@readout/model";
import { ChunkKind, NounFlag, type Phrases, VerbFlag } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import { hangsOnWish } from "./complement-signs.js";
import type { Status } from "./draft.js";
import type { Tables } from "./tables.js";

/** Chunks before a noun among which the verb stands that has it as its object. */
const NEAR = 60;

/** Whether an event that a noun names took place, by the words before the noun and the verb that has it as its object. */
export const statusOfNoun = (phrases: Phrases, phrase: number, type: EventType, tables: Tables): Status => {
  const { words } = tables;
  const { nouns, tokens, tags } = phrases;
  if (((nouns.flags[phrase] ?? 0) & NounFlag.negated) !== 0) return "negated";
  // "his non-endorsement of".
  const head = nouns.head[phrase] ?? 0;
  if (tags[head - 1] === Tag.glue && tokens.word[head - 2] === words.non) return "negated";
  if (isDoubted(phrases, phrase, tables)) return "hypothetical";
  // "a date for talks": what something is for is yet to come; not "responsible for a shooting", "for its attack".
  const opening = tags[nouns.first[phrase] ?? 0];
  const bare = opening === Tag.noun || opening === Tag.adjective || type === "CONSULT";
  if (bare && tokens.word[nouns.preposition[phrase] ?? -1] === words.for) return "planned";
  const verb = verbOf(phrases, phrase);
  return verb < 0 ? "actual" : underVerb(phrases, verb, tables);
};

/** "whether a new offensive by": not known. */
const isDoubted = ({ chunks, nouns, tokens }: Phrases, phrase: number, { grammar }: Tables): boolean => {
  const before = (nouns.chunk[phrase] ?? 0) - 1;
  if (chunks.kind[before] !== ChunkKind.subordinator) return false;
  const word = tokens.word[chunks.ref[before] ?? 0] ?? -1;
  return word === grammar.ids.whether || word === grammar.ids.if;
};

/** The verb before a noun that has it as its object, the first of several, else a passive behind it; -1 where none near it has. */
const verbOf = ({ verbs, nouns, chunks, firstChunk }: Phrases, phrase: number): number => {
  const chunk = nouns.chunk[phrase] ?? 0;
  const first = Math.max(firstChunk[nouns.sentence[phrase] ?? 0] ?? 0, chunk - NEAR);
  for (let at = first; at < chunk; at++) {
    const verb = chunks.kind[at] === ChunkKind.verb ? (chunks.ref[at] ?? -1) : -1;
    if (verb >= 0 && verbs.object[verb] === phrase) return verb;
  }
  // "the meeting was cancelled".
  const last = Math.min(firstChunk[(nouns.sentence[phrase] ?? 0) + 1] ?? 0, chunk + NEAR);
  for (let at = chunk + 1; at < last; at++) {
    const verb = chunks.kind[at] === ChunkKind.verb ? (chunks.ref[at] ?? -1) : -1;
    const passive = ((verbs.flags[verb] ?? 0) & VerbFlag.passive) !== 0;
    if (passive && verbs.subject[verb] === phrase) return verb;
  }
  return -1;
};

/** "cancelled talks with", "wants a meeting with", "will not take a call from". */
const underVerb = (phrases: Phrases, verb: number, tables: Tables): Status => {
  const { lexicon } = tables;
  const { verbs } = phrases;
  const flags = verbs.flags[verb] ?? 0;
  const kinds = lexicon.complementsOf(verbs.lemma[verb] ?? -1);
  if ((flags & VerbFlag.negated) !== 0 || kinds.includes("refuse") || kinds.includes("avoid"))
    return "negated";
  if ((flags & (VerbFlag.conditional | VerbFlag.modal | VerbFlag.hypothetical)) !== 0) return "hypothetical";
  if ((flags & VerbFlag.future) !== 0 || kinds.includes("plan")) return "planned";
  if (kinds.includes("try") || kinds.includes("demand")) return "hypothetical";
  if ((flags & VerbFlag.infinitive) === 0) return "actual";
  const governor = verbs.governor[verb] ?? -1;
  const above = governor < 0 ? [] : lexicon.complementsOf(verbs.lemma[governor] ?? -1);
  if (above.includes("refuse") || above.includes("avoid")) return "negated";
  if (above.includes("plan") || above.includes("ready") || above.includes("commit")) return "planned";
  const wished = above.includes("try") || above.includes("demand") || above.includes("unsure");
  return wished || hangsOnWish(phrases, verb, tables) ? "hypothetical" : "actual";
};
