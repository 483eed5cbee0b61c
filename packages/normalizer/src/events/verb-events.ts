import { type Phrases, VerbFlag } from "../grammar/phrases.js";
import { headWord, isJoined, isSaidBeforeHead } from "./clause.js";
import { type Draft, firstThatHolds, type Holds } from "./draft.js";
import { isMisread } from "./misreadings.js";
import type { Tables } from "./tables.js";
import type { Trigger } from "./trigger-table.js";
import { actorsOf } from "./verb-actors.js";
import { asActive, readArguments } from "./verb-arguments.js";
import { contactSides, isSeveral } from "./verb-contacts.js";
import { placeOf } from "./verb-place.js";
import { fromSource, recipientsOf } from "./verb-recipients.js";
import { hasNeeds, isDescriptive, isHabit } from "./verb-senses.js";
import type { VerbUse } from "./verb-use.js";

/** The event that a verb group tells by the table of triggers, or null; `holds` chooses where several rows fit. */
export const findVerbEvent = (phrases: Phrases, verb: number, holds: Holds, tables: Tables): Draft | null => {
  const lemma = phrases.verbs.lemma[verb] ?? -1;
  if (lemma < 0) return null;
  const triggers = tables.lexicon.verbTriggers(lemma);
  if (triggers.length === 0 || isHabit(phrases, verb, tables) || isDescriptive(phrases, verb, tables))
    return null;
  const args = readArguments(phrases, verb, tables);
  const drafts: Draft[] = [];
  for (const trigger of triggers) {
    if (!hasNeeds(phrases, verb, trigger, args, tables)) continue;
    if (isMisread({ phrases, verb, trigger, args, tables })) continue;
    const draft = draftOf({ phrases, verb, trigger, args: asActive(args, trigger, tables), tables });
    if (draft !== null) drafts.push(draft);
  }
  return firstThatHolds(drafts, holds);
};

/** Those whom a verb says to have done it, to whom it was done; `implied`: by somebody unnamed. */
type Parties = Readonly<{ actors: readonly number[]; recipients: readonly number[]; implied: boolean }>;

const draftOf = (use: VerbUse): Draft | null => {
  const { phrases, trigger, args, tables } = use;
  const suffered = trigger.recipients[0] === "subject";
  const parties = suffered ? partiesOfSuffering(use) : partiesOf(use);
  if (parties === null) return null;
  const { lexicon } = tables;
  // "a scathing attack on the bank".
  const verbal =
    !suffered &&
    trigger.type === "ASSAULT" &&
    args.object >= 0 &&
    isSaidBeforeHead(phrases, args.object, lexicon.isVerbal);
  return draftWith(use, parties, verbal);
};

const partiesOf = (use: VerbUse): Parties | null => {
  const { phrases, verb, trigger, args, tables } = use;
  const { lexicon, judge } = tables;
  const actors = actorsOf(use);
  if (actors === null) return null;
  const implied = actors.length === 0;
  // "was questioned about the trip": asked, by the press as often as by the police.
  if (implied && lexicon.isAsked(phrases.verbs.lemma[verb] ?? -1)) return null;
  const recipients = recipientsOf(phrases, trigger, args, tables).filter(
    (phrase) => !actors.includes(phrase) && !isEachOther(phrases, phrase, tables),
  );
  if (!canReceive(use, recipients, implied)) return null;
  if (trigger.type === "CONSULT" && trigger.mode !== "visit") {
    const sides = contactSides(use, actors, recipients);
    return sides === null ? null : { actors: sides, recipients: [], implied: sides.length === 0 };
  }
  if (trigger.type === "COOPERATE" && recipients.length === 0 && !isSeveral(phrases, actors[0], tables))
    return null;
  // "The two firms agreed on a pact": what they agree on is no side of it.
  const among = isMutual(trigger) && isJoined(phrases, actors[0]);
  return {
    actors,
    recipients: among ? recipients.filter((phrase) => judge.canAct(phrases, phrase)) : recipients,
    implied,
  };
};

/** "drew criticism from the union", "died in an ambush": the subject is who it was done to. */
const partiesOfSuffering = ({ phrases, verb, trigger, args, tables }: VerbUse): Parties | null => {
  const { judge } = tables;
  const { subject, passive } = args;
  const infinitive = ((phrases.verbs.flags[verb] ?? 0) & VerbFlag.infinitive) !== 0;
  if (passive || infinitive || subject < 0) return null;
  // "Rome's move drew criticism": whose it is suffers it.
  const somebody = judge.canAct(phrases, subject) || (phrases.nouns.possessor[subject] ?? -1) >= 0;
  if (trigger.type !== "ASSAULT" && !somebody) return null;
  const actors = trigger.actors
    .map((source) => fromSource(phrases, trigger, source, args, tables))
    .filter((phrase) => phrase >= 0 && phrase !== subject && judge.canAct(phrases, phrase))
    .slice(0, 1);
  return { actors, recipients: [subject], implied: actors.length === 0 };
};

/** Whether it can have been done to those named, or to nobody named. */
const canReceive = (
  { phrases, verb, trigger, tables }: VerbUse,
  recipients: readonly number[],
  implied: boolean,
): boolean => {
  const { lexicon, words } = tables;
  const nobody = recipients.length === 0;
  // Help is help to somebody, anger at somebody.
  if (nobody && (trigger.type === "AID" || trigger.actors[0] === "object")) return false;
  // "was opened": of deeds of nobody to nobody, attacks alone are told.
  if (nobody && implied && trigger.type !== "ASSAULT") return false;
  const copula = ((phrases.verbs.flags[verb] ?? 0) & VerbFlag.copula) !== 0;
  if (nobody && copula && trigger.need?.slot === "near") return false;
  return recipients.every((phrase) => {
    const word = phrases.tokens.word[phrases.nouns.head[phrase] ?? 0] ?? -1;
    // "shot himself": done to nobody else.
    if (lexicon.isReflexive(word)) return false;
    // "ordered the release of the records".
    if (trigger.mode === "release" && lexicon.isPublication(headWord(phrases, phrase, words))) return false;
    // "it is prohibited" holds nobody.
    return !(implied && trigger.type === "COERCE" && word === words.it);
  });
};

/** Whether several who do this may do it with each other. */
const isMutual = ({ type, recipients }: Trigger): boolean =>
  (type === "AGREE" || type === "SUPPORT" || type === "COOPERATE") && !recipients.includes("object");

/** "for one another". */
const isEachOther = ({ nouns, tokens }: Phrases, phrase: number, { words }: Tables): boolean => {
  const head = nouns.head[phrase] ?? 0;
  return tokens.word[head] === words.one && tokens.word[head + 1] === words.another;
};

/** `verbal`: an attack with words. */
const draftWith = (use: VerbUse, { actors, recipients, implied }: Parties, verbal: boolean): Draft => {
  const { trigger, verb } = use;
  const { verbs, tokens } = use.phrases;
  const head = verbs.head[verb] ?? 0;
  const last = verbs.last[verb] ?? head;
  return {
    verb,
    noun: -1,
    sentence: verbs.sentence[verb] ?? 0,
    first: head,
    last: trigger.particle >= 0 && tokens.word[last] === trigger.particle ? last + 1 : head + 1,
    type: verbal ? "ACCUSE" : trigger.type,
    mode: verbal ? "disapprove" : trigger.mode,
    status: "actual",
    actors,
    recipients,
    impliedActor: implied,
    place: placeOf(use),
    sides: verbal ? null : trigger.sides,
    trigger,
    rule: trigger.rule,
    absorbed: false,
    unwilling: false,
    owner: null,
    accuser: -1,
  };
};
