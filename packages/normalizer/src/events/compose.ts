import { type Phrases, VerbFlag } from "../grammar/phrases.js";
import { verbFlags } from "./clause.js";
import { kindsOf } from "./complement.js";
import { behindComma, behindPreposition, hangsOnWish } from "./complement-signs.js";
import { readComplement } from "./complements.js";
import { readDemand } from "./demands.js";
import { type Draft, isConflict, type Status, verbal } from "./draft.js";
import type { Tables } from "./tables.js";
import { statusOfFrame } from "./verb-frame.js";
import { isConditional, isHeadline, isWithFuture, isWould, statusOfVerb, worse } from "./verb-status.js";

/** Infinitives and -ing forms climbed to the verb that says whether any of them is done. */
const REACH = 4;

/** What adds drafts, in this order: demands are read of what complements have left. */
const readers = [readComplement, readDemand] as const;

/**
 * What the words around a trigger make of its event: "agreed to send" is an AGREE, "refused to meet" a REJECT, "threatened to
 * shell" a THREATEN, "urged Iran to stop" a REQUEST alone; "will meet" is planned, "did not meet" negated, "would meet" and
 * "if they meet" hypothetical. Changes the verb drafts of one sentence in place, and adds those that only a complement makes
 * ("agreed to build").
 */
export const compose = (phrases: Phrases, sentence: number, drafts: Draft[], tables: Tables): void => {
  const first = phrases.firstVerb[sentence] ?? 0;
  const last = phrases.firstVerb[sentence + 1] ?? 0;
  const byVerb = new Map<number, Draft>();
  for (const draft of drafts) if (draft.verb >= 0) byVerb.set(draft.verb, draft);
  // Outer verbs come first, so a chain ("agreed to try to meet") is read from the outside in.
  for (const read of readers)
    for (let verb = first; verb < last; verb++) {
      const added = read(phrases, verb, byVerb, tables);
      if (added === null) continue;
      drafts.push(added);
      byVerb.set(added.verb, added);
    }
  for (const draft of byVerb.values()) aimAt(phrases, draft, byVerb, tables);
  for (const draft of drafts) {
    if (draft.verb < 0) continue;
    settle(phrases, draft, tables);
    draft.status = worse(draft.status, statusOfFrame(phrases, draft.verb, tables));
    if (draft.status === "actual" && isDenied(phrases, draft.verb, tables)) draft.status = "disputed";
  }
};

/** "marched to demand the release of", "went on strike, protesting": what a protest is about is no event of its own. */
const aimAt = (
  phrases: Phrases,
  inner: Draft,
  byVerb: ReadonlyMap<number, Draft>,
  { judge }: Tables,
): void => {
  const outer = byVerb.get(phrases.verbs.governor[inner.verb] ?? -1);
  if (outer === undefined || outer === inner || outer.type !== "PROTEST") return;
  if (!verbal.has(inner.type) && inner.type !== "PROTEST") return;
  // "took to the streets and called for footage": what is asked for is no side.
  const asked = inner.type === "REQUEST";
  const sides = inner.recipients.filter((one) => !asked || judge.canAct(phrases, one));
  if (outer.recipients.length === 0) outer.recipients = sides;
  inner.absorbed = true;
};

/** "denied that it bombed the town", "denied reports that": what somebody says did not happen. */
const isDenied = ({ verbs }: Phrases, verb: number, { lexicon }: Tables): boolean => {
  const governor = verbs.governor[verb] ?? -1;
  return governor >= 0 && lexicon.stanceOf(verbs.lemma[governor] ?? -1) === "denies";
};

/** The status that a draft's own verb gives it, and the types that future and refusal turn into others. */
const settle = (phrases: Phrases, draft: Draft, tables: Tables): void => {
  const { verb } = draft;
  const own = draft.unwilling && draft.type === "REJECT" ? "actual" : statusOfVerb(phrases, verb, tables);
  if (own === "negated" && isWithheld(phrases, draft, tables)) {
    refuse(draft);
    return;
  }
  // "will tear up the pact unless": refusing on a condition threatens.
  if (own === "planned" && draft.type === "REJECT" && isConditional(phrases, verb, tables)) {
    draft.type = "THREATEN";
    draft.rule = `announced/${draft.rule}`;
    return;
  }
  draft.status = settledStatus(phrases, draft, own, tables);
  if (draft.status !== "planned") return;
  // "said it would free the crew" promises.
  const yields = draft.type === "RETREAT" || draft.type === "CONCEDE";
  if (yields && isSaid(phrases, verb, tables)) announce(draft, "AGREE", "promised");
  // Announced is what somebody says will be; what is only wanted stays planned.
  else if (
    own === "planned" &&
    isConflict(draft.type) &&
    draft.type !== "MOBILIZE" &&
    draft.actors.length > 0
  )
    announce(draft, "THREATEN", "announced");
};

/** "will not meet", "did not allow": what is held back is refused. */
const isWithheld = (phrases: Phrases, { verb, type }: Draft, tables: Tables): boolean => {
  if (isConflict(type) || type === "REJECT") return false;
  const future = (verbFlags(phrases, verb) & VerbFlag.future) !== 0;
  return future || isWould(phrases, verb, tables) || type === "CONCEDE";
};

const refuse = (draft: Draft): void => {
  // "would not meet the king": of a contact all are actors, of its refusal one.
  if (draft.type === "CONSULT" && draft.recipients.length === 0) {
    draft.recipients = draft.actors.slice(1);
    draft.actors = draft.actors.slice(0, 1);
  }
  draft.type = "REJECT";
  draft.mode = null;
  draft.rule = `refusal/${draft.rule}`;
};

/** What is said to come is an act of speech, and that has taken place. */
const announce = (draft: Draft, type: "AGREE" | "THREATEN", how: string): void => {
  draft.type = type;
  draft.status = "actual";
  draft.mode = null;
  draft.rule = `${how}/${draft.rule}`;
};

/** A draft's status with that of its own verb, and of the verbs above an infinitive. */
const settledStatus = (phrases: Phrases, draft: Draft, own: Status, tables: Tables): Status => {
  const { verb, type } = draft;
  const flags = verbFlags(phrases, verb);
  let status = worse(draft.status, own);
  // "will meet again when the king travels to Oslo": what comes with what will be.
  if (status === "actual" && isWithFuture(phrases, verb, tables)) status = "planned";
  // "is due in Paris".
  const due = (flags & VerbFlag.copula) !== 0 && type === "CONSULT";
  if (due && kindsOf(phrases, verb, tables).includes("ready")) status = worse(status, "planned");
  if ((flags & VerbFlag.infinitive) === 0 || hangsOnWish(phrases, verb, tables)) return status;
  const governor = phrases.verbs.governor[verb] ?? -1;
  if (governor >= 0) return worse(status, statusAbove(phrases, governor, tables));
  // "UN to send monitors": a headline's future.
  return worse(status, isHeadline(phrases, verb) ? "planned" : "hypothetical");
};

/** "needed to come together to support them": what is for something that is wanted is wanted too. */
const statusAbove = (phrases: Phrases, verb: number, tables: Tables): Status => {
  let status = statusOfVerb(phrases, verb, tables);
  let at = verb;
  for (let steps = 0; steps < REACH && hangs(phrases, at); steps++) {
    at = phrases.verbs.governor[at] ?? -1;
    if (at < 0) break;
    status = worse(status, statusOfVerb(phrases, at, tables));
    if (kindsOf(phrases, at, tables).includes("plan")) status = worse(status, "planned");
  }
  return status;
};

/** "to fight", "would consider sending": a verb that happens where the one above it does; not what follows a comma or "before". */
const hangs = (phrases: Phrases, verb: number): boolean => {
  const flags = verbFlags(phrases, verb);
  if ((flags & VerbFlag.infinitive) !== 0) return true;
  const apart = behindComma(phrases, verb) || behindPreposition(phrases, verb);
  return (flags & VerbFlag.gerund) !== 0 && !apart;
};

const isSaid = ({ verbs }: Phrases, verb: number, { grammar }: Tables): boolean => {
  const governor = verbs.governor[verb] ?? -1;
  return governor >= 0 && grammar.takesClause(verbs.lemma[governor] ?? -1);
};
