import type { EventType } from "@readout/model";
import { type Phrases, VerbFlag } from "../grammar/phrases.js";
import { isJoined, isPronoun, verbFlags } from "./clause.js";
import type { Complement } from "./complement.js";
import { type Draft, draftOfComplement } from "./draft.js";
import { BRIEF } from "./standing.js";
import type { Tables } from "./tables.js";
import { anyRecipient } from "./verb-arguments.js";

/**
 * Makes one event of a governing verb and its complement: the governor acts, those the complement names receive. A draft is given
 * where the governor has none of its own.
 */
export const eventOfBoth = (complement: Complement, type: EventType): Draft | null => {
  const { phrases, governor, inner, outer, tables } = complement;
  const subject = subjectOf(complement);
  const recipients = recipientsOfBoth(complement, type, subject);
  if (inner !== null) inner.absorbed = true;
  if (outer !== null) {
    widen(complement, outer, type, recipients);
    return null;
  }
  // "a case that threatens to undo": a thing threatens nobody.
  if (subject < 0 || !tables.judge.canAct(phrases, subject)) return null;
  const others = recipients.filter((one) => one !== subject);
  return draftOfComplement(phrases, governor, type, subject, others, `${type.toLowerCase()}/complement`);
};

/** Who promises or refuses, or -1; "would be prepared to meet" is no passive, since the participle says who is ready. */
const subjectOf = ({ phrases, governor, tables: { lexicon } }: Complement): number => {
  const { verbs } = phrases;
  const commits = lexicon.complementsOf(verbs.lemma[governor] ?? -1).includes("commit");
  const suffers = (verbFlags(phrases, governor) & VerbFlag.passive) !== 0 && commits;
  return suffers ? -1 : (verbs.subject[governor] ?? -1);
};

/** Whom it concerns: somebody named before any thing ("agreed to allow aid into Rakhine"), else the other sides of a contact. */
const recipientsOfBoth = (
  { phrases, verb, inner, tables }: Complement,
  type: EventType,
  subject: number,
): readonly number[] => {
  const { judge } = tables;
  const given = inner?.recipients ?? [];
  const somebody = given.filter((one) => judge.canAct(phrases, one));
  // "Oslo and Rome agreed to hold drills": what several agree on is no side of it.
  const among = subject >= 0 && isJoined(phrases, subject);
  const sides = among
    ? somebody
    : agreeable(
        phrases,
        somebody.length > 0 ? given : preferNamed(phrases, verb, given, tables),
        type,
        tables,
      );
  if (sides.length > 0 || inner?.type !== "CONSULT") return sides;
  return inner.actors.filter((one) => one !== subject);
};

/** "agreed to serve as chairman", "vowed to leave such spending untouched": that is no other side. */
const agreeable = (
  phrases: Phrases,
  named: readonly number[],
  type: EventType,
  { judge, grammar }: Tables,
): readonly number[] => {
  if (type !== "AGREE" || phrases.tokens.length <= BRIEF) return named;
  const { nouns, tokens } = phrases;
  return named.filter((one) => {
    const preposition = tokens.word[nouns.preposition[one] ?? -1] ?? -1;
    return judge.canAct(phrases, one) && !isPronoun(phrases, one) && preposition !== grammar.ids.as;
  });
};

const preferNamed = (
  phrases: Phrases,
  verb: number,
  own: readonly number[],
  tables: Tables,
): readonly number[] => {
  const any = anyRecipient(phrases, verb, tables);
  return own.length === 0 || any.some((one) => tables.judge.canAct(phrases, one)) ? any : own;
};

/** Gives the governor's own event what its complement says. */
const widen = (
  { phrases, governor, tables: { lexicon, judge } }: Complement,
  outer: Draft,
  type: EventType,
  recipients: readonly number[],
): void => {
  if (type === "THREATEN" || type === "REJECT") outer.type = type;
  // "agreed with the king to hold talks": with whom stands before what.
  const agrees = lexicon.agrees(phrases.verbs.lemma[governor] ?? -1);
  const partner = agrees && outer.recipients.some((one) => judge.canAct(phrases, one));
  const free = outer.recipients.length === 0 || (outer.type === "AGREE" && !partner);
  if (free && recipients.length > 0) outer.recipients = recipients;
};
