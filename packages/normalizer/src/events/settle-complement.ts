import type { EventType } from "@readout/model";
import { VerbFlag } from "../grammar/phrases.js";
import { verbFlags } from "./clause.js";
import type { Complement } from "./complement.js";
import {
  behindPreposition,
  decidedBy,
  isDueTo,
  isForSubject,
  isShort,
  wantsOther,
} from "./complement-signs.js";
import { type Draft, isConflict, type Status, verbal } from "./draft.js";
import { statusOfVerb, worse } from "./verb-status.js";

/** What is done by others than those who vote for it. */
const deeds: ReadonlySet<EventType> = new Set([
  "AID",
  "MOBILIZE",
  "COOPERATE",
  "CONSULT",
  "RETREAT",
  "ASSAULT",
]);

/** Types whose complement is what was asked, refused or allowed, no event of its own. */
const takesAway: ReadonlySet<EventType> = new Set([
  "REQUEST",
  "REJECT",
  "THREATEN",
  "CONCEDE",
  "COERCE",
  "AGREE",
  "ACCUSE",
]);

/** What a governing verb that makes no event of both leaves of the event below it. */
export const settleInner = (complement: Complement, inner: Draft): void => {
  const { phrases, outer, kinds, tables } = complement;
  // "Oslo's decision to boycott the talks".
  const decided = decidedBy(phrases, inner.verb, tables);
  if (decided >= 0) {
    inner.actors = [decided];
    return;
  }
  // "met to discuss": one contact.
  if (outer?.type === "CONSULT" && inner.type === "CONSULT") {
    inner.absorbed = true;
    return;
  }
  const left = statusLeft(complement, inner);
  if (left !== null) inner.status = worse(inner.status, left);
  else if (kinds.includes("stop")) stop(inner);
  else settleUnderEvent(complement, inner);
};

/** The status that the governor leaves an event below it by the kind of complement it takes, or null. */
const statusLeft = (complement: Complement, inner: Draft): Status | null => {
  const { phrases, governor, gerund, kinds, tables } = complement;
  const { verb } = inner;
  if (isForSubject(phrases, verb, tables) || kinds.includes("unsure")) return "hypothetical";
  if (kinds.includes("avoid")) return "negated";
  // "wants Oslo to hand over the spy": who wants it does not do it.
  if (kinds.includes("plan") && wantsOther(phrases, governor, verb)) return "hypothetical";
  // "voted to condemn" condemns; "voted to send aid" sends none yet.
  if (kinds.includes("vote"))
    return deeds.has(inner.type) ? "planned" : statusOfVerb(phrases, governor, tables);
  if (kinds.includes("ready") || kinds.includes("plan") || isDueTo(phrases, governor, verb)) return "planned";
  if (tables.lexicon.stanceOf(phrases.verbs.lemma[governor] ?? -1) === "denies") return "disputed";
  // "stopped short of endorsing".
  if (kinds.includes("stop")) return isShort(phrases, governor, tables) ? "negated" : null;
  if (kinds.includes("try")) return inner.type === "ASSAULT" ? "actual" : "hypothetical";
  if (!kinds.includes("aspect") && !kinds.includes("report")) return null;
  // "announced plans to give"; "is said to have killed" is a report of what was.
  const perfect = (verbFlags(phrases, verb) & VerbFlag.perfect) !== 0;
  const announced = !kinds.includes("aspect") && !gerund && !perfect;
  return announced ? "planned" : statusOfVerb(phrases, governor, tables);
};

/** Harm that stops is a concession; help that stops a sanction. */
const stop = (inner: Draft): void => {
  inner.type = !isConflict(inner.type) ? "SANCTION" : inner.type === "ASSAULT" ? "RETREAT" : "CONCEDE";
  inner.mode = null;
  inner.rule = `stop/${inner.rule}`;
};

/** What an event of the governor's own, or a verb that has others do something, leaves of the event below it. */
const settleUnderEvent = ({ phrases, governor, gerund, outer, tables }: Complement, inner: Draft): void => {
  const { lexicon, grammar } = tables;
  const lemma = phrases.verbs.lemma[governor] ?? -1;
  // "accused Oslo of bombing".
  const charged =
    gerund && outer !== null && grammar.charges(lemma) && behindPreposition(phrases, inner.verb);
  if (charged && outer.type !== "SUPPORT" && outer.mode !== "disapprove") {
    inner.accuser = outer.actors[0] ?? -1;
    inner.status = worse(inner.status, "disputed");
    return;
  }
  if (outer !== null && takesAway.has(outer.type)) {
    inner.absorbed = true;
    // "ordered the paper to suspend publication": an order that restricts does so.
    if (lexicon.orders(lemma) && (inner.type === "COERCE" || inner.type === "SANCTION")) {
      outer.type = "COERCE";
      outer.mode = inner.mode ?? "restrict";
    }
    return;
  }
  if (gerund) return;
  // "wants Oslo to send aid", "persuaded it to".
  const others = outer === null && grammar.controlsObject(lemma);
  const deed = !verbal.has(inner.type) && inner.type !== "ASSAULT";
  if (others || lemma === grammar.ids.have || deed) inner.status = worse(inner.status, "hypothetical");
};
