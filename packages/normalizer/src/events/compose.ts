import { type Phrases, VerbFlag } from "../grammar/phrases.js";
import { verbFlags } from "./clause.js";
import { createComplementSigns } from "./complement-signs.js";
import { createComplementReader } from "./complements.js";
import { createDemandReader } from "./demands.js";
import { type Draft, isConflict, type Status, verbal } from "./draft.js";
import type { Tables } from "./tables.js";
import { createVerbStatusReader, worse } from "./verb-status.js";

/** Infinitives and -ing forms climbed to the verb that says whether any of them is done. */
const REACH = 4;

/**
 * What the words around a trigger make of its event: "agreed to send" is an AGREE, "refused to meet" a REJECT, "threatened to
 * shell" a THREATEN, "urged Iran to stop" a REQUEST alone; "will meet" is planned, "did not meet" negated, "would meet" and
 * "if they meet" hypothetical.
 */
export type Composer = Readonly<{
  /** Changes the verb drafts of one sentence in place, and adds those that only a complement makes ("agreed to build"). */
  compose: (phrases: Phrases, sentence: number, drafts: Draft[]) => void;
}>;

export const createComposer = (tables: Tables): Composer => {
  const { lexicon, words, grammar, judge } = tables;
  const signs = createComplementSigns(lexicon, grammar);
  const statuses = createVerbStatusReader(lexicon, words, grammar);
  const complements = createComplementReader(tables, signs, statuses);
  const demands = createDemandReader(lexicon, grammar, judge, signs);
  return {
    compose: (phrases, sentence, drafts) => {
      const first = phrases.firstVerb[sentence] ?? 0;
      const last = phrases.firstVerb[sentence + 1] ?? 0;
      const byVerb = new Map<number, Draft>();
      for (const draft of drafts) if (draft.verb >= 0) byVerb.set(draft.verb, draft);
      // Outer verbs come first, so a chain ("agreed to try to meet") is read from the outside in.
      for (let verb = first; verb < last; verb++) {
        const added = complements.read(phrases, verb, byVerb);
        if (added !== null) {
          drafts.push(added);
          byVerb.set(added.verb, added);
        }
      }
      for (let verb = first; verb < last; verb++) {
        const added = demands.read(phrases, verb, byVerb);
        if (added === null) continue;
        drafts.push(added);
        byVerb.set(added.verb, added);
      }
      for (const draft of byVerb.values()) aimAt(phrases, draft, byVerb);
      for (const draft of drafts) {
        if (draft.verb < 0) continue;
        settle(phrases, draft);
        draft.status = worse(draft.status, signs.statusOfFrame(phrases, draft.verb));
        if (draft.status === "actual" && isDenied(phrases, draft.verb)) draft.status = "disputed";
      }
    },
  };

  /** "marched to demand the release of", "went on strike, protesting": what a protest is about is no event of its own. */
  function aimAt(phrases: Phrases, inner: Draft, byVerb: ReadonlyMap<number, Draft>): void {
    const outer = byVerb.get(phrases.verbs.governor[inner.verb] ?? -1);
    if (outer === undefined || outer === inner || outer.type !== "PROTEST") return;
    if (!verbal.has(inner.type) && inner.type !== "PROTEST") return;
    // "took to the streets and called for footage": what is asked for is no side.
    const asked = inner.type === "REQUEST";
    const sides = inner.recipients.filter((one) => !asked || judge.canAct(phrases, one));
    if (outer.recipients.length === 0) outer.recipients = sides;
    inner.absorbed = true;
  }

  /** "denied that it bombed the town", "denied reports that": what somebody says did not happen. */
  function isDenied({ verbs }: Phrases, verb: number): boolean {
    const governor = verbs.governor[verb] ?? -1;
    return governor >= 0 && lexicon.stanceOf(verbs.lemma[governor] ?? -1) === "denies";
  }

  /** The status that a draft's own verb gives it, and the types that future and refusal turn into others. */
  function settle(phrases: Phrases, draft: Draft): void {
    const { verb } = draft;
    const own = draft.unwilling && draft.type === "REJECT" ? "actual" : statuses.read(phrases, verb);
    const flags = verbFlags(phrases, verb);
    // "will not meet", "did not allow": what is held back is refused.
    const withheld =
      (flags & VerbFlag.future) !== 0 || statuses.isWould(phrases, verb) || draft.type === "CONCEDE";
    if (own === "negated" && withheld && !isConflict(draft.type) && draft.type !== "REJECT") {
      // "would not meet the king": of a contact all are actors, of its refusal one.
      if (draft.type === "CONSULT" && draft.recipients.length === 0) {
        draft.recipients = draft.actors.slice(1);
        draft.actors = draft.actors.slice(0, 1);
      }
      draft.type = "REJECT";
      draft.mode = null;
      draft.rule = `refusal/${draft.rule}`;
      return;
    }
    // "will tear up the pact unless": refusing on a condition threatens.
    if (own === "planned" && draft.type === "REJECT" && statuses.isConditional(phrases, verb)) {
      draft.type = "THREATEN";
      draft.rule = `announced/${draft.rule}`;
      return;
    }
    draft.status = worse(draft.status, own);
    // "will meet again when the king travels to Oslo": what comes with what will be.
    if (draft.status === "actual" && statuses.isWithFuture(phrases, verb)) draft.status = "planned";
    // "is due in Paris".
    if (
      (flags & VerbFlag.copula) !== 0 &&
      draft.type === "CONSULT" &&
      complements.kindsOf(phrases, verb).includes("ready")
    )
      draft.status = worse(draft.status, "planned");
    if ((flags & VerbFlag.infinitive) !== 0 && !signs.hangsOnWish(phrases, verb)) {
      const governor = phrases.verbs.governor[verb] ?? -1;
      if (governor >= 0) draft.status = worse(draft.status, statusAbove(phrases, governor));
      // "UN to send monitors": a headline's future.
      else
        draft.status = worse(draft.status, statuses.isHeadline(phrases, verb) ? "planned" : "hypothetical");
    }
    if (
      draft.status === "planned" &&
      (draft.type === "RETREAT" || draft.type === "CONCEDE") &&
      isSaid(phrases, verb)
    ) {
      // "said it would free the crew" promises.
      draft.type = "AGREE";
      draft.status = "actual";
      draft.mode = null;
      draft.rule = `promised/${draft.rule}`;
      return;
    }
    // Announced is what somebody says will be; what is only wanted stays planned.
    if (
      draft.status === "planned" &&
      own === "planned" &&
      isConflict(draft.type) &&
      draft.type !== "MOBILIZE" &&
      draft.actors.length > 0
    ) {
      draft.type = "THREATEN";
      draft.status = "actual";
      draft.mode = null;
      draft.rule = `announced/${draft.rule}`;
    }
  }

  /** "needed to come together to support them": what is for something that is wanted is wanted too. */
  function statusAbove(phrases: Phrases, verb: number): Status {
    let status = statuses.read(phrases, verb);
    let at = verb;
    for (let steps = 0; steps < REACH && hangs(phrases, at); steps++) {
      at = phrases.verbs.governor[at] ?? -1;
      if (at < 0) break;
      status = worse(status, statuses.read(phrases, at));
      if (complements.kindsOf(phrases, at).includes("plan")) status = worse(status, "planned");
    }
    return status;
  }

  /** "to fight", "would consider sending": a verb that happens where the one above it does; not what follows a comma or "before". */
  function hangs(phrases: Phrases, verb: number): boolean {
    const flags = verbFlags(phrases, verb);
    if ((flags & VerbFlag.infinitive) !== 0) return true;
    const apart = signs.behindComma(phrases, verb) || signs.behindPreposition(phrases, verb);
    return (flags & VerbFlag.gerund) !== 0 && !apart;
  }

  function isSaid({ verbs }: Phrases, verb: number): boolean {
    const governor = verbs.governor[verb] ?? -1;
    return governor >= 0 && grammar.takesClause(verbs.lemma[governor] ?? -1);
  }
};
