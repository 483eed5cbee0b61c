import type { EventType } from "@readout/model";
import { ChunkKind, type Phrases, VerbFlag } from "../grammar/phrases.js";
import { type PrepositionalPhrase, readClause } from "./clause.js";
import type { Tables } from "./tables.js";

/** What the verb that carries an event noun says of it: who acts, or -1, and what stands behind the verb. */
export type NounSupport = Readonly<{ subject: number; behind: readonly PrepositionalPhrase[] }>;

/** Chunks on either side of a noun among which the verb stands that carries it. */
const NEAR = 60;

/** What leaves it open whether a noun's event took place. */
const open = VerbFlag.negated | VerbFlag.conditional | VerbFlag.modal | VerbFlag.future | VerbFlag.infinitive;

/**
 * The verb that carries an event noun: one that has it as its object and no meaning of its own in the table, or one whose
 * subject it is ("sanctions were announced against").
 */
export const supportOf = (
  phrases: Phrases,
  phrase: number,
  type: EventType,
  tables: Tables,
): NounSupport | null => {
  const { verbs, nouns, chunks, firstChunk } = phrases;
  const sentence = nouns.sentence[phrase] ?? 0;
  const chunk = nouns.chunk[phrase] ?? 0;
  const end = Math.min(firstChunk[sentence + 1] ?? 0, chunk + NEAR);
  for (let at = Math.max(firstChunk[sentence] ?? 0, chunk - NEAR); at < end; at++) {
    if (chunks.kind[at] !== ChunkKind.verb) continue;
    const verb = chunks.ref[at] ?? -1;
    const passive = ((verbs.flags[verb] ?? 0) & VerbFlag.passive) !== 0;
    if (verbs.object[verb] === phrase && !passive) return supportAsObject(phrases, verb, type, tables);
    if (verbs.subject[verb] !== phrase) continue;
    // "Fighting broke out between": the noun's own sides stand behind the verb.
    const occurs =
      (verbs.object[verb] ?? -1) < 0 &&
      tables.lexicon.complementsOf(verbs.lemma[verb] ?? -1).includes("occur");
    if (occurs) return isOpen(phrases, verb) ? null : { subject: -1, behind: behindVerb(phrases, verb) };
    if (passive) return supportAsSubject(phrases, verb, type, tables);
  }
  return null;
};

/** "mounted a raid on"; "broke the siege", "reported the shelling" neither besiege nor shell. */
const supportAsObject = (
  phrases: Phrases,
  verb: number,
  type: EventType,
  { lexicon, grammar, judge }: Tables,
): NounSupport | null => {
  const { verbs } = phrases;
  const lemma = verbs.lemma[verb] ?? -1;
  if (!lexicon.complementsOf(lemma).includes("light") || isOpen(phrases, verb)) return null;
  // "Oslo had two murders": it committed none.
  const has = type === "ASSAULT" && lemma === grammar.ids.have;
  const makes = !has || tellsType(lemma, type, lexicon);
  const subject = verbs.subject[verb] ?? -1;
  return { subject: makes && subject >= 0 && judge.canAct(phrases, subject) ? subject : -1, behind: [] };
};

/** "sanctions were announced by"; "the raid was described by the premier": whoever describes a raid makes none, whoever claims it does. */
const supportAsSubject = (
  phrases: Phrases,
  verb: number,
  type: EventType,
  { lexicon, words, grammar, judge }: Tables,
): NounSupport | null => {
  const { verbs } = phrases;
  const lemma = verbs.lemma[verb] ?? -1;
  const light = lexicon.complementsOf(lemma).includes("light");
  const meant = lexicon
    .verbTriggers(lemma)
    .some(({ need }) => need === null || (need.slot === "object" && need.filler === "any"));
  if ((meant && !light) || isOpen(phrases, verb)) return null;
  const has = type === "ASSAULT" && lemma === grammar.ids.have;
  const makes = (light && !has) || tellsType(lemma, type, lexicon);
  const behind = behindVerb(phrases, verb);
  const agent = verbs.agent[verb] ?? -1;
  return {
    subject: makes && agent >= 0 && judge.canAct(phrases, agent) ? agent : -1,
    behind: makes ? behind : behind.filter(({ preposition }) => preposition !== words.by),
  };
};

const tellsType = (lemma: number, type: EventType, { verbTriggers }: Tables["lexicon"]): boolean =>
  verbTriggers(lemma).some((one) => one.type === type);

const isOpen = ({ verbs }: Phrases, verb: number): boolean => ((verbs.flags[verb] ?? 0) & open) !== 0;

const behindVerb = (phrases: Phrases, verb: number): readonly PrepositionalPhrase[] => {
  const { verbs, firstChunk } = phrases;
  const end = firstChunk[(verbs.sentence[verb] ?? 0) + 1] ?? 0;
  return readClause(phrases, (verbs.chunk[verb] ?? 0) + 1, end).behind;
};
