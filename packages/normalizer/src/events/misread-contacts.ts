import { ChunkKind, type Phrases, VerbFlag } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import { isTime } from "./clause.js";
import type { Tables } from "./tables.js";
import type { Misreading, VerbUse } from "./verb-use.js";

/** "talks nonsense": what is spoken is no side. */
export const isUtterance: Misreading = ({ trigger, args }) =>
  trigger.need?.slot === "subject" && args.object >= 0;

/** "was returned to Oslo". */
export const isSent: Misreading = ({ args: { passive, subject } }) => passive && subject < 0;

/** "meet requirements"; not "discussed the plan", whose object is a topic. */
export const hasTopicAlone: Misreading = ({ phrases, trigger, args: { object }, tables: { judge } }) => {
  // "to meet those targets, and Ada Lind said": what else is joined to a topic meets nobody.
  const thing = object >= 0 && !judge.actsAlone(phrases, object);
  return trigger.need === null && thing && trigger.recipients.includes("object");
};

/** "spoke about her ties to the church": whom somebody speaks to stands first. */
export const isAboutTies: Misreading = ({ trigger: { need, mode }, args, tables: { words } }) =>
  need?.slot === words.to && mode === null && args.clause.behind[0]?.preposition !== words.to;

/** "called it a mistake": the -ing form of call names, it does not ring. */
export const isNaming: Misreading = ({ phrases: { verbs }, verb }) =>
  ((verbs.flags[verb] ?? 0) & VerbFlag.gerund) !== 0;

/** "signed what they called a charter": a name is given. */
export const isWhatSomebodyCalls: Misreading = ({ phrases, args, tables: { grammar } }) => {
  const first = phrases.nouns.first[args.subject] ?? 0;
  return first > 0 && phrases.tokens.word[first - 1] === grammar.ids.what;
};

/** "a group called Hope", "I wouldn't call it reform". */
export const isNamed: Misreading = (use) => use.trigger.need?.slot === "object" && !isRung(use);

/** "called Smith"; not "was called", "whose leaders have called for". */
const isRung = (use: VerbUse): boolean => {
  const { phrases, verb, args, tables } = use;
  const { verbs, nouns } = phrases;
  if (args.passive || args.indirect >= 0 || args.object < 0) return false;
  if (isNamedBefore(use)) return false;
  // "called out the candidates".
  if (phrases.tags[verbs.last[verb] ?? 0] === Tag.particle) return false;
  if ((nouns.chunk[args.object] ?? -1) <= (verbs.chunk[verb] ?? 0)) return false;
  if (isCalledSo(phrases, nouns.chunk[args.object] ?? 0, tables)) return false;
  // "called the chief onto the stage".
  const { into, onto } = tables.words;
  if (args.clause.behind.some(({ preposition }) => preposition === into || preposition === onto))
    return false;
  // "which he called a cartel", "A company called Harmony gave".
  return !opensWithA(phrases, args.object, tables) && !opensWithA(phrases, args.subject, tables);
};

/** "a beer called Hope": what stands right before is named; not "Secretary of State Smith called". */
const isNamedBefore = ({ phrases, verb, args }: VerbUse): boolean => {
  const { chunks, nouns, verbs } = phrases;
  const before = (verbs.chunk[verb] ?? 0) - 1;
  const beside = chunks.kind[before] === ChunkKind.noun ? (chunks.ref[before] ?? -1) : -1;
  const apart = beside >= 0 && (nouns.leader[beside] ?? beside) !== args.subject && !isTime(phrases, beside);
  return apart && (nouns.preposition[beside] ?? -1) < 0;
};

/** 'called the chief, Ada Lind, "driven"': a quote or an adjective behind the name of whoever is called so. */
const isCalledSo = (phrases: Phrases, object: number, tables: Tables): boolean => {
  const { chunks, tags } = phrases;
  const { comma, noun, quote, other } = ChunkKind;
  if ([comma, noun, comma].some((kind, index) => chunks.kind[object + 1 + index] !== kind)) return false;
  const next = chunks.kind[object + 4];
  const ref = chunks.ref[object + 4] ?? 0;
  if (next === noun && opensWithA(phrases, ref, tables)) return true;
  return next === quote || (next === other && tags[ref] === Tag.adjective);
};

const opensWithA = ({ nouns, tokens }: Phrases, phrase: number, { grammar }: Tables): boolean => {
  const opening = tokens.word[nouns.first[phrase] ?? 0] ?? -1;
  return opening === grammar.ids.a || opening === grammar.ids.an;
};
