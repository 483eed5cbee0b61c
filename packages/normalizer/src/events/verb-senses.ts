import { ChunkKind, type Phrases, VerbFlag } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import { isBarePlural, tensed } from "./clause.js";
import { isMet } from "./needs.js";
import type { Tables } from "./tables.js";
import type { Trigger } from "./trigger-table.js";
import type { Arguments } from "./verb-arguments.js";

/** Whether there stands around a verb what a row of the triggers asks for. */
export const hasNeeds = (
  phrases: Phrases,
  verb: number,
  trigger: Trigger,
  args: Arguments,
  tables: Tables,
): boolean => {
  const { particle, need, also, actors } = trigger;
  if (particle >= 0 && !hasParticle(phrases, verb, trigger)) return false;
  if (actors[0] === "object" && !isFelt(phrases, verb, args)) return false;
  return (
    (need === null || isMet(phrases, verb, need, args, tables)) &&
    (also === null || isMet(phrases, verb, also, args, tables))
  );
};

/** "Oslo is worried about the plan", "Rome's plan worried Oslo": felt by whoever is worried, where a finite verb says so. */
const isFelt = ({ verbs, nouns }: Phrases, verb: number, { passive, subject }: Arguments): boolean => {
  if (((verbs.flags[verb] ?? 0) & VerbFlag.finite) === 0) return false;
  return passive || (nouns.possessor[subject] ?? -1) >= 0;
};

/** "gave in", "gave in to Rome", "handed the spy over"; not "gave in Cairo". */
const hasParticle = (phrases: Phrases, verb: number, { particle, need, recipients }: Trigger): boolean => {
  const { verbs, nouns } = phrases;
  const chunk = verbs.chunk[verb] ?? 0;
  const object = verbs.object[verb] ?? -1;
  const held =
    (need?.slot === "object" || recipients.includes("object")) && nouns.chunk[object] === chunk + 1;
  return (
    standsFree(phrases, verbs.last[verb] ?? 0, chunk + 1, particle) ||
    (held && standsFree(phrases, nouns.last[object] ?? 0, chunk + 2, particle))
  );
};

/** Whether a token is a particle that governs nothing; `chunk` is where it would stand. */
const standsFree = ({ tokens, chunks }: Phrases, token: number, chunk: number, particle: number): boolean => {
  if (tokens.word[token] !== particle) return false;
  const governs = chunks.kind[chunk] === ChunkKind.preposition && chunks.kind[chunk + 1] === ChunkKind.noun;
  return !governs || chunks.ref[chunk] !== token;
};

/** "Protesting delegates made their point": an -ing form that tells which they are. */
export const isDescriptive = (
  { verbs, nouns, chunks, tags }: Phrases,
  verb: number,
  { grammar }: Tables,
): boolean => {
  const object = verbs.object[verb] ?? -1;
  if (object < 0 || ((verbs.flags[verb] ?? 0) & VerbFlag.gerund) === 0) return false;
  // "saying rebels fled" has a clause behind it; "accusing the rebels" somebody told apart.
  if (grammar.takesClause(verbs.lemma[verb] ?? -1)) return false;
  // "Rebels attacking villages killed": who does it stands before it.
  const chunk = verbs.chunk[verb] ?? 0;
  if (chunks.kind[chunk - 1] === ChunkKind.noun) return false;
  const bare = tags[nouns.first[object] ?? 0] === Tag.noun && nouns.first[object] === verbs.last[verb];
  let behind = (nouns.chunk[object] ?? -2) + 1;
  while (chunks.kind[behind] === ChunkKind.other) behind++;
  const next = chunks.kind[behind] === ChunkKind.verb ? (chunks.ref[behind] ?? -1) : -1;
  const finite = ((verbs.flags[next] ?? 0) & VerbFlag.finite) !== 0;
  return bare && finite && verbs.sentence[next] === verbs.sentence[verb];
};

/** "often meets voters", "utilities that provide water": what is done again and again is no event of its own. */
export const isHabit = (phrases: Phrases, verb: number, { lexicon }: Tables): boolean => {
  const { verbs, tokens } = phrases;
  const flags = verbs.flags[verb] ?? 0;
  if ((flags & VerbFlag.finite) === 0 || (flags & tensed) !== 0) return false;
  const last = verbs.last[verb] ?? 0;
  for (let at = Math.max(0, (verbs.first[verb] ?? 0) - 1); at < last; at++)
    if (lexicon.isFrequency(tokens.word[at] ?? -1)) return true;
  return (flags & VerbFlag.relative) !== 0 && isBarePlural(phrases, verbs.subject[verb] ?? -1);
};
