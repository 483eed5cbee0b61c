import { ChunkKind, NounFlag, type Phrases, VerbFlag } from "../grammar/phrases.js";
import type { EventWords } from "./actors.js";
import {
  type Clause,
  headWord,
  isPronoun,
  isProper,
  lastConjunct,
  readClause,
  readHands,
  relativeObject,
} from "./clause.js";
import type { Tables } from "./tables.js";
import type { Trigger } from "./trigger-table.js";

/** Who a verb does its act to, as the grammar has it: a passive's subject is its object. */
export type Arguments = Readonly<{
  subject: number;
  object: number;
  indirect: number;
  /** The indirect object of a verb that gives or names: "offered Ukraine a loan", "called him a liar"; or -1. */
  given: number;
  clause: Clause;
  passive: boolean;
}>;

/** Reads off the clause of a verb who does its act to whom. */
export const readArguments = (phrases: Phrases, verb: number, tables: Tables): Arguments => {
  const { words, grammar } = tables;
  const { verbs, nouns, chunks, firstChunk } = phrases;
  const passive = ((verbs.flags[verb] ?? 0) & VerbFlag.passive) !== 0;
  const sentence = verbs.sentence[verb] ?? 0;
  const object = objectOf(phrases, verb, tables);
  const chunk = verbs.chunk[verb] ?? 0;
  const kept = passive ? (verbs.object[verb] ?? -1) : -1;
  // "handed to Oslo the boats": whom it is given to may stand before what is given.
  const follows =
    object >= 0 && (nouns.chunk[object] ?? -1) > chunk && chunks.kind[chunk + 1] !== ChunkKind.preposition;
  const end = follows ? lastConjunct(phrases, object, nouns.chunk[object] ?? chunk) : chunk;
  const read = readClause(phrases, end + 1, firstChunk[sentence + 1] ?? 0);
  const { behind, doer } = readHands(phrases, read.behind, words);
  const clause = doer < 0 ? read : { ...read, behind };
  const indirect = verbs.indirect[verb] ?? -1;
  const lemma = verbs.lemma[verb] ?? -1;
  const gives = grammar.takesTwo(lemma) || grammar.names(lemma);
  if (!passive)
    return {
      subject: authorOf(phrases, verb, tables),
      object,
      indirect,
      given: gives ? indirect : -1,
      clause,
      passive,
    };
  const suffers = verbs.subject[verb] ?? -1;
  const agent = verbs.agent[verb] ?? -1;
  return {
    subject: agent >= 0 ? agent : doer,
    object: kept >= 0 ? kept : suffers,
    // "The pilot was given asylum": given to the pilot.
    indirect: kept >= 0 ? suffers : -1,
    given: -1,
    clause,
    passive,
  };
};

/** "signed a decree granting asylum": whoever signs it grants it. "Rome's calls for banning": whose the calls are bans. */
const authorOf = (phrases: Phrases, verb: number, tables: Tables): number => {
  const { lexicon, words } = tables;
  const { verbs, nouns } = phrases;
  const subject = verbs.subject[verb] ?? -1;
  const governor = verbs.governor[verb] ?? -1;
  const above = nounAbove(phrases, verb, tables);
  if (above >= 0 && above !== subject) {
    const owner = nouns.possessor[above] ?? -1;
    if (owner >= 0) return owner;
    // "voted against a law banning": who votes bans nothing.
    if (verbs.object[governor] !== above) return -1;
  }
  const gerund = ((verbs.flags[verb] ?? 0) & VerbFlag.gerund) !== 0;
  if (!gerund || governor < 0 || subject < 0 || verbs.object[governor] !== subject) return subject;
  if (!lexicon.isPaper(headWord(phrases, subject, words))) return subject;
  return verbs.subject[governor] ?? subject;
};

/** The noun that says what a verb without tense is: a plan to, calls for -ing, a law -ing; -1 for others ("went to Rome to meet"). */
const nounAbove = ({ verbs, nouns, chunks, tokens }: Phrases, verb: number, { lexicon }: Tables): number => {
  const flags = verbs.flags[verb] ?? 0;
  if ((flags & (VerbFlag.infinitive | VerbFlag.gerund)) === 0) return -1;
  const chunk = verbs.chunk[verb] ?? 0;
  const before = chunks.kind[chunk - 1] === ChunkKind.preposition ? chunk - 2 : chunk - 1;
  const phrase = chunks.kind[before] === ChunkKind.noun ? (chunks.ref[before] ?? -1) : -1;
  const head = tokens.word[nouns.head[phrase] ?? -1] ?? -1;
  return phrase >= 0 && (lexicon.isWish(head) || lexicon.isDecided(head) || lexicon.isPaper(head))
    ? phrase
    : -1;
};

/** The object, also where it is a range ("between 20 and 30 people") or stands before its relative clause. */
const objectOf = (phrases: Phrases, verb: number, { lexicon, words }: Tables): number => {
  const { verbs, nouns, chunks, tokens } = phrases;
  const object = verbs.object[verb] ?? -1;
  const indirect = verbs.indirect[verb] ?? -1;
  // "did not sign the pact themselves".
  if (indirect >= 0 && object >= 0 && isPronoun(phrases, object)) return indirect;
  if (object >= 0) return object;
  const next = (verbs.chunk[verb] ?? 0) + 1;
  if (
    chunks.kind[next] === ChunkKind.preposition &&
    chunks.kind[next + 1] === ChunkKind.noun &&
    tokens.word[chunks.ref[next] ?? 0] === words.between &&
    ((nouns.flags[chunks.ref[next + 1] ?? 0] ?? 0) & NounFlag.number) !== 0
  ) {
    const low = chunks.ref[next + 1] ?? -1;
    const joined =
      chunks.kind[next + 2] === ChunkKind.conjunction && chunks.kind[next + 3] === ChunkKind.noun;
    return joined ? (chunks.ref[next + 3] ?? low) : low;
  }
  const before = relativeObject(phrases, verb);
  // "the fact that the union endorsed".
  return before >= 0 && lexicon.isContent(headWord(phrases, before, words)) ? -1 : before;
};

/** "are opposed to the plan": who is opposed opposes it; "is worried by the plan": who is worried objects. */
export const asActive = (args: Arguments, trigger: Trigger, { words }: Tables): Arguments => {
  if (trigger.actors[0] === "object")
    return { ...args, passive: false, subject: args.object, object: args.subject };
  const [first] = args.clause.behind;
  if (!args.passive || args.subject >= 0 || first === undefined) return args;
  // "were engaged in clashes with": whoever is engaged fights.
  const engaged =
    (trigger.type === "ASSAULT" || trigger.type === "CONSULT") &&
    trigger.need?.slot === words.in &&
    first.preposition === words.in;
  if (engaged) return { ...args, passive: false, subject: args.object, object: -1 };
  const opposed = trigger.type === "REJECT" && first.preposition === words.to;
  return opposed ? { ...args, passive: false, subject: args.object, object: first.phrase } : args;
};

/** "a summit in Wales", "troops near Kidal": where, not who. */
const isPlacing = (preposition: number, words: EventWords): boolean =>
  preposition === words.in || preposition === words.at || preposition === words.near;

/** The first phrase that can stand for those an act is done to: the object, else the first name behind. */
export const anyRecipient = (phrases: Phrases, verb: number, tables: Tables): readonly number[] => {
  const { words, judge } = tables;
  const { object, clause } = readArguments(phrases, verb, tables);
  const named = clause.behind.find(
    ({ preposition, phrase }) =>
      judge.canAct(phrases, phrase) && !(isPlacing(preposition, words) && isProper(phrases, phrase)),
  );
  if (object >= 0 && judge.canAct(phrases, object)) return [object];
  if (named !== undefined) return [named.phrase];
  return object >= 0 ? [object] : [];
};
