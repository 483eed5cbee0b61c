import { type Phrases, VerbFlag } from "../grammar/phrases.js";
import { verbFlags } from "./clause.js";
import { type Complement, kindsOf } from "./complement.js";
import { behindComma, hangsOnWish, isBehind, isNegatedBetween } from "./complement-signs.js";
import { type Draft, isConflict } from "./draft.js";
import { eventOfBoth } from "./joint-events.js";
import { settleInner } from "./settle-complement.js";
import type { Tables } from "./tables.js";
import { worse } from "./verb-status.js";

/**
 * What a verb makes of the infinitive or -ing form that hangs on it. Changes the drafts of both, and gives one that only both
 * together make: "agreed to build". `byVerb` are the sentence's drafts.
 */
export const readComplement = (
  phrases: Phrases,
  verb: number,
  byVerb: ReadonlyMap<number, Draft>,
  tables: Tables,
): Draft | null => {
  const governor = phrases.verbs.governor[verb] ?? -1;
  const flags = verbFlags(phrases, verb);
  if (governor < 0 || (flags & (VerbFlag.infinitive | VerbFlag.gerund)) === 0) return null;
  const inner = byVerb.get(verb) ?? null;
  const outer = byVerb.get(governor) ?? null;
  // "had the chance to meet", "a desire to force": what one has it to do is not done.
  if (hangsOnWish(phrases, verb, tables)) {
    if (inner !== null) inner.status = worse(inner.status, "hypothetical");
    return null;
  }
  const gerund = (flags & VerbFlag.gerund) !== 0;
  if (gerund && behindComma(phrases, verb)) return null;
  if (inner === null && outer === null && isDescribed(phrases, governor, tables)) return null;
  const kinds = kindsOf(phrases, governor, tables);
  return readBoth({ phrases, verb, governor, gerund, inner, outer, kinds, tables });
};

/** "he is ready to move on": readiness for nothing that is an event. */
const isDescribed = (phrases: Phrases, governor: number, { lexicon }: Tables): boolean => {
  const flags = verbFlags(phrases, governor);
  const commits = lexicon.complementsOf(phrases.verbs.lemma[governor] ?? -1).includes("commit");
  return (flags & VerbFlag.copula) !== 0 || ((flags & VerbFlag.passive) !== 0 && !commits);
};

const readBoth = (complement: Complement): Draft | null => {
  const { phrases, verb, gerund, inner, kinds, tables } = complement;
  const { words, grammar } = tables;
  // "offers a tool for sending", "warned that counting on": no act that is promised or threatened.
  const promised = !gerund || isBehind(phrases, verb, [grammar.ids.to, words.against]);
  if (kinds.includes("commit") && promised) return readPromise(complement);
  if (kinds.includes("refuse")) return isRefusal(complement) ? eventOfBoth(complement, "REJECT") : null;
  if (kinds.includes("threaten") && promised) return eventOfBoth(complement, "THREATEN");
  if (inner !== null) settleInner(complement, inner);
  return null;
};

/** "agreed to build", "vowed to bomb", "is not ready to support": what is promised, threatened or held back. */
const readPromise = (complement: Complement): Draft | null => {
  const { phrases, verb, governor, inner, outer, tables } = complement;
  const negated =
    (verbFlags(phrases, governor) & VerbFlag.negated) !== 0 || isNegatedBetween(phrases, governor, verb);
  const conflict = inner !== null && isConflict(inner.type) && inner.type !== "MOBILIZE";
  const threat = conflict && !tables.lexicon.agrees(phrases.verbs.lemma[governor] ?? -1);
  const made = eventOfBoth(complement, negated ? "REJECT" : threat ? "THREATEN" : "AGREE");
  // What is held back is refused, and that is so.
  const refused = made ?? outer;
  if (negated && refused !== null) refused.unwilling = true;
  return made;
};

/** "refused to sign"; "declined to say", "failed to turn up" refuse nobody anything. */
const isRefusal = ({ phrases, verb, governor, inner, outer, tables: { lexicon } }: Complement): boolean => {
  const { verbs } = phrases;
  const lemma = verbs.lemma[verb] ?? -1;
  const above = verbs.lemma[governor] ?? -1;
  // "failed to reach agreement" does.
  if (inner === null && lexicon.fails(above)) return false;
  if (lexicon.isReply(lemma) || lexicon.isSilent(lemma, above)) return false;
  // "refused food to press for reforms".
  return outer?.type !== "PROTEST";
};
