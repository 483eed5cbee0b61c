import { ChunkKind, type Phrases, VerbFlag } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import type { GrammarWords } from "../grammar/words.js";
import type { ActorJudge, EventWords } from "./actors.js";
import { isBarePlural, tensed } from "./clause.js";
import type { EventLexicon } from "./event-lexicon.js";
import { createMisreader } from "./misreadings.js";
import { createNeedReader } from "./needs.js";
import type { Trigger } from "./trigger-table.js";
import type { Arguments } from "./verb-arguments.js";

/** Tells the senses of a verb apart by what stands around it. */
export type SenseReader = Readonly<{
  /** Whether a verb means what a trigger's row says. */
  fits: (phrases: Phrases, verb: number, trigger: Trigger, args: Arguments) => boolean;
  /** Whether it is done again and again. */
  isHabit: (phrases: Phrases, verb: number) => boolean;
  /** "Protesting delegates made their point": an -ing form that tells which they are. */
  isDescriptive: (phrases: Phrases, verb: number) => boolean;
  /** Whether a prepositional phrase is that of an event noun before it. */
  belongsToNoun: (phrases: Phrases, phrase: number, args: Arguments) => boolean;
}>;

export const createSenseReader = (
  lexicon: EventLexicon,
  words: EventWords,
  grammar: GrammarWords,
  judge: ActorJudge,
): SenseReader => {
  const needs = createNeedReader(lexicon, words, judge);
  const isMisread = createMisreader(lexicon, words, grammar, judge, needs);
  return { fits, isHabit, isDescriptive, belongsToNoun: needs.belongsToNoun };

  function fits(phrases: Phrases, verb: number, trigger: Trigger, args: Arguments): boolean {
    const { particle, need, also, actors } = trigger;
    if (particle >= 0 && !hasParticle(phrases, verb, trigger)) return false;
    if (actors[0] === "object" && !isFelt(phrases, verb, args)) return false;
    return (
      (need === null || needs.isMet(phrases, verb, need, args)) &&
      (also === null || needs.isMet(phrases, verb, also, args)) &&
      !isMisread(phrases, verb, args, trigger)
    );
  }

  /** "Oslo is worried about the plan", "Rome's plan worried Oslo": felt by whoever is worried, where a finite verb says so. */
  function isFelt({ verbs, nouns }: Phrases, verb: number, { passive, subject }: Arguments): boolean {
    if (((verbs.flags[verb] ?? 0) & VerbFlag.finite) === 0) return false;
    return passive || (nouns.possessor[subject] ?? -1) >= 0;
  }

  /** "gave in", "gave in to Rome", "handed the spy over"; not "gave in Cairo". */
  function hasParticle(phrases: Phrases, verb: number, { particle, need, recipients }: Trigger): boolean {
    const { verbs, nouns } = phrases;
    const chunk = verbs.chunk[verb] ?? 0;
    const object = verbs.object[verb] ?? -1;
    const held =
      (need?.slot === "object" || recipients.includes("object")) && nouns.chunk[object] === chunk + 1;
    return (
      standsFree(phrases, verbs.last[verb] ?? 0, chunk + 1, particle) ||
      (held && standsFree(phrases, nouns.last[object] ?? 0, chunk + 2, particle))
    );
  }

  /** Whether a token is a particle that governs nothing; `chunk` is where it would stand. */
  function standsFree({ tokens, chunks }: Phrases, token: number, chunk: number, particle: number): boolean {
    if (tokens.word[token] !== particle) return false;
    const governs = chunks.kind[chunk] === ChunkKind.preposition && chunks.kind[chunk + 1] === ChunkKind.noun;
    return !governs || chunks.ref[chunk] !== token;
  }

  function isDescriptive({ verbs, nouns, chunks, tags }: Phrases, verb: number): boolean {
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
  }

  /** "often meets voters", "utilities that provide water": what is done again and again is no event of its own. */
  function isHabit(phrases: Phrases, verb: number): boolean {
    const { verbs, tokens } = phrases;
    const flags = verbs.flags[verb] ?? 0;
    if ((flags & VerbFlag.finite) === 0 || (flags & tensed) !== 0) return false;
    const last = verbs.last[verb] ?? 0;
    for (let at = Math.max(0, (verbs.first[verb] ?? 0) - 1); at < last; at++)
      if (lexicon.isFrequency(tokens.word[at] ?? -1)) return true;
    return (flags & VerbFlag.relative) !== 0 && isBarePlural(phrases, verbs.subject[verb] ?? -1);
  }
};
