import type { EventType } from "@readout/model";
import { ChunkKind, VerbFlag } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import { isBarePlural, isJoined, opensClauseBehind, tensed } from "./clause.js";
import {
  hasTopicAlone,
  isAboutTies,
  isNamed,
  isNaming,
  isSent,
  isUtterance,
  isWhatSomebodyCalls,
} from "./misread-contacts.js";
import { isCommitted, isOfOpinion, isOpinion, isReply, isSaidOn, isSelfServing } from "./misread-speech.js";
import type { Misreading, VerbUse } from "./verb-use.js";

/**
 * Whether the words around a verb give it another sense than a trigger's row does. Each misreading stands with the type or mode
 * whose rows invite it, since a lemma may have rows of several.
 */
export const isMisread = (use: VerbUse): boolean => {
  const { type, mode } = use.trigger;
  return isAny(always, use) || isAny(ofType[type], use) || (mode !== null && isAny(ofMode[mode], use));
};

const isAny = (misreadings: readonly Misreading[] | undefined, use: VerbUse): boolean => {
  if (misreadings !== undefined) for (const isOne of misreadings) if (isOne(use)) return true;
  return false;
};

/** "Speaking in Rome, the two men": before the public. */
const isBeforePublic: Misreading = ({ phrases, verb, trigger }) =>
  trigger.need?.slot === "subject" && ((phrases.verbs.flags[verb] ?? 0) & VerbFlag.gerund) !== 0;

/** "requested anonymity to speak": whom one asks is somebody. */
const asksThing: Misreading = (use) => use.trigger.need?.slot === "infinitive" && hasThing(use);

/** "called Clinton a champion for workers", "returned the statue to Libya": done to an object, no call for something, no visit. */
const isDoneToObject: Misreading = ({ trigger, args }) =>
  typeof trigger.need?.slot === "number" && args.object >= 0;

/** "traded the microphone with", "broke down walls with". */
const isTraded: Misreading = ({ phrases: { nouns, tokens }, trigger, args: { object } }) => {
  const { need, recipients, particle } = trigger;
  // "said no to".
  if (particle >= 0 && tokens.word[nouns.head[object] ?? -1] === particle) return false;
  return typeof need?.slot === "number" && recipients[0] === need.slot && object >= 0;
};

/** "people are threatened". */
const isInDanger: Misreading = ({ trigger, args: { passive, subject } }) =>
  trigger.need?.filler === "any" && passive && subject < 0;

/** "demonstrated that", "protested that". */
const isSaid: Misreading = ({ phrases, verb }) => opensClauseBehind(phrases, phrases.verbs.chunk[verb] ?? -2);

/** "demonstrated an ambition". */
const showsThing: Misreading = ({ trigger, args }) => trigger.need === null && args.object >= 0;

/** "is to blame". */
const isToBlame: Misreading = ({ phrases: { verbs }, verb }) => {
  const governor = verbs.governor[verb] ?? -1;
  const infinitive = ((verbs.flags[verb] ?? 0) & VerbFlag.infinitive) !== 0;
  return infinitive && governor >= 0 && ((verbs.flags[governor] ?? 0) & VerbFlag.copula) !== 0;
};

/** "pulled the listing from the site". */
const takesThing: Misreading = (use) => typeof use.trigger.need?.slot === "number" && hasThing(use);

const hasThing = ({ phrases, args: { object }, tables: { judge } }: VerbUse): boolean =>
  object >= 0 && !judge.canAct(phrases, object);

/** 'assails what he calls the "immoral" lie': a word for something, thrown at nobody. */
const isNamedInPassing: Misreading = (use) => use.trigger.need?.slot === "near" && isWhatSomebodyCalls(use);

/** "bows out", "backed up": a particle that the row does not name; not "was criticized over its claim". */
const hasStrayParticle: Misreading = ({ phrases, verb, trigger: { need, particle }, tables: { words } }) => {
  const { verbs, tags, tokens } = phrases;
  const last = verbs.last[verb] ?? 0;
  const any = need === null || (need.filler === "any" && need.slot === "object");
  return any && particle < 0 && tags[last] === Tag.particle && tokens.word[last] !== words.over;
};

/** "Parliaments reject budgets.": what bare plurals do to bare plurals; not in a headline, which has no stop. */
const isGeneric: Misreading = ({ phrases, verb, args: { subject, object, passive } }) => {
  const { verbs, firstChunk, chunks } = phrases;
  const flags = verbs.flags[verb] ?? 0;
  if (passive || (flags & tensed) !== 0 || (flags & VerbFlag.finite) === 0) return false;
  const stop = (firstChunk[(verbs.sentence[verb] ?? 0) + 1] ?? 0) - 1;
  if (chunks.kind[stop] !== ChunkKind.stop && chunks.kind[stop] !== ChunkKind.quote) return false;
  const isBare = (phrase: number): boolean => isBarePlural(phrases, phrase) && !isJoined(phrases, phrase);
  return isBare(subject) && (object < 0 || isBare(object));
};

const always: readonly Misreading[] = [isBeforePublic, asksThing];

const ofType: Partial<Record<EventType, readonly Misreading[]>> = {
  AGREE: [isGeneric, isCommitted, isOpinion],
  CONSULT: [isUtterance, isSent, hasTopicAlone, isAboutTies],
  SUPPORT: [isGeneric, hasStrayParticle, isSelfServing, isOfOpinion],
  CONCEDE: [isGeneric, hasStrayParticle],
  COOPERATE: [isTraded],
  AID: [isGeneric, hasStrayParticle],
  REQUEST: [isGeneric, hasStrayParticle, isDoneToObject, isSaidOn],
  ACCUSE: [isGeneric, hasStrayParticle, isNamedInPassing],
  REJECT: [isGeneric, hasStrayParticle, isReply, isTraded],
  THREATEN: [isInDanger],
  PROTEST: [isSaid, showsThing, isTraded],
};

const ofMode: Readonly<Record<string, readonly Misreading[]>> = {
  phone: [isNaming, isWhatSomebodyCalls, isNamed],
  allege: [isToBlame],
  visit: [isDoneToObject],
  withdraw: [takesThing],
};
