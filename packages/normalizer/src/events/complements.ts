import type { EventType } from "@readout/model";
import { type Phrases, VerbFlag } from "../grammar/phrases.js";
import { isPronoun, verbFlags } from "./clause.js";
import type { ComplementSigns } from "./complement-signs.js";
import { type Draft, draftOfComplement, isConflict, verbal } from "./draft.js";
import type { ComplementKind } from "./event-lexicon.js";
import { BRIEF } from "./standing.js";
import type { Tables } from "./tables.js";
import { anyRecipient } from "./verb-arguments.js";
import { type VerbStatusReader, worse } from "./verb-status.js";

/** What a verb makes of the infinitive or -ing form that hangs on it. */
export type ComplementReader = Readonly<{
  /**
   * Changes the drafts of a verb and of the one that governs it, and gives one that only both together make: "agreed to build".
   * `byVerb` are the sentence's drafts.
   */
  read: (phrases: Phrases, verb: number, byVerb: ReadonlyMap<number, Draft>) => Draft | null;
  /** The kinds of complement that a verb takes, adjectives behind its copula included ("was willing to"). */
  kindsOf: (phrases: Phrases, verb: number) => readonly ComplementKind[];
}>;

export const createComplementReader = (
  tables: Tables,
  signs: ComplementSigns,
  statuses: VerbStatusReader,
): ComplementReader => {
  const { lexicon, words, grammar, judge } = tables;
  return { read: readComplement, kindsOf };

  function readComplement(phrases: Phrases, verb: number, byVerb: ReadonlyMap<number, Draft>): Draft | null {
    if (!isComplement(phrases, verb)) return null;
    const governor = phrases.verbs.governor[verb] ?? -1;
    const inner = byVerb.get(verb) ?? null;
    const outer = byVerb.get(governor) ?? null;
    const kinds = kindsOf(phrases, governor);
    // "had the chance to meet", "a desire to force": what one has it to do is not done.
    if (signs.hangsOnWish(phrases, verb)) {
      if (inner !== null) inner.status = worse(inner.status, "hypothetical");
      return null;
    }
    const gerund = (verbFlags(phrases, verb) & VerbFlag.gerund) !== 0;
    const negated =
      (verbFlags(phrases, governor) & VerbFlag.negated) !== 0 ||
      signs.isNegatedBetween(phrases, governor, verb);
    if (gerund && signs.behindComma(phrases, verb)) return null;
    // "offers a tool for sending", "warned that counting on": no act that is promised or threatened.
    const promised = !gerund || signs.isBehind(phrases, verb, [grammar.ids.to, words.against]);
    // "he is ready to move on": readiness for nothing that is an event.
    const own = lexicon.complementsOf(phrases.verbs.lemma[governor] ?? -1);
    const described =
      (verbFlags(phrases, governor) & VerbFlag.copula) !== 0 ||
      ((verbFlags(phrases, governor) & VerbFlag.passive) !== 0 && !own.includes("commit"));
    if (inner === null && outer === null && described) return null;
    if (kinds.includes("commit") && promised) {
      const conflict = inner !== null && isConflict(inner.type) && inner.type !== "MOBILIZE";
      const type: EventType = negated
        ? "REJECT"
        : conflict && !lexicon.agrees(phrases.verbs.lemma[governor] ?? -1)
          ? "THREATEN"
          : "AGREE";
      const made = take(phrases, verb, governor, inner, outer, type);
      // "is not ready to support": what is held back is refused, and that is so.
      const refused = made ?? outer;
      if (negated && refused !== null) refused.unwilling = true;
      return made;
    }
    // "failed to turn up" refuses nobody; "failed to reach agreement" does.
    if (kinds.includes("refuse") && inner === null && lexicon.fails(phrases.verbs.lemma[governor] ?? -1))
      return null;
    // "declined to say".
    const lemma = phrases.verbs.lemma[verb] ?? -1;
    const reply = lexicon.isReply(lemma) || lexicon.isSilent(lemma, phrases.verbs.lemma[governor] ?? -1);
    if (kinds.includes("refuse") && reply) return null;
    // "refused food to press for reforms".
    if (kinds.includes("refuse") && outer?.type === "PROTEST") return null;
    if (kinds.includes("refuse")) return take(phrases, verb, governor, inner, outer, "REJECT");
    if (kinds.includes("threaten") && promised)
      return take(phrases, verb, governor, inner, outer, "THREATEN");
    if (inner !== null) settleInner(phrases, governor, inner, outer, kinds, gerund);
    return null;
  }

  /** Whether the verb of a complement hangs on another verb by "to" or "-ing". */
  function isComplement(phrases: Phrases, verb: number): boolean {
    return (
      (verbFlags(phrases, verb) & (VerbFlag.infinitive | VerbFlag.gerund)) !== 0 &&
      (phrases.verbs.governor[verb] ?? -1) >= 0
    );
  }

  function kindsOf(phrases: Phrases, verb: number): readonly ComplementKind[] {
    const { verbs, tokens } = phrases;
    const own = lexicon.complementsOf(verbs.lemma[verb] ?? -1);
    if ((verbFlags(phrases, verb) & VerbFlag.copula) === 0) {
      const participle = (verbFlags(phrases, verb) & VerbFlag.passive) !== 0;
      return participle ? [...own, ...lexicon.complementsOf(tokens.word[verbs.head[verb] ?? 0] ?? -1)] : own;
    }
    const end = verbs.last[verb] ?? 0;
    for (let at = end; at < end + 3 && at < tokens.length; at++) {
      const kinds = lexicon.complementsOf(tokens.word[at] ?? -1);
      if (kinds.includes("ready")) return kinds;
      if (kinds.includes("commit") || kinds.includes("unsure") || kinds.includes("avoid")) return kinds;
    }
    return own;
  }

  /** What a governing verb that makes no event of both leaves of the event below it. */
  function settleInner(
    phrases: Phrases,
    governor: number,
    inner: Draft,
    outer: Draft | null,
    kinds: readonly ComplementKind[],
    gerund: boolean,
  ): void {
    const lemma = phrases.verbs.lemma[governor] ?? -1;
    const decided = signs.decidedBy(phrases, inner.verb);
    // "Oslo's decision to boycott the talks".
    if (decided >= 0) {
      inner.actors = [decided];
      return;
    }
    // "met to discuss": one contact.
    if (outer !== null && outer.type === "CONSULT" && inner.type === "CONSULT") inner.absorbed = true;
    else if (signs.isForSubject(phrases, inner.verb)) inner.status = worse(inner.status, "hypothetical");
    else if (kinds.includes("unsure")) inner.status = worse(inner.status, "hypothetical");
    else if (kinds.includes("avoid")) inner.status = worse(inner.status, "negated");
    // "wants Oslo to hand over the spy": who wants it does not do it.
    else if (kinds.includes("plan") && signs.wantsOther(phrases, governor, inner.verb))
      inner.status = worse(inner.status, "hypothetical");
    else if (kinds.includes("vote"))
      // "voted to condemn" condemns; "voted to send aid" sends none yet.
      inner.status = worse(
        inner.status,
        deeds.has(inner.type) ? "planned" : statuses.read(phrases, governor),
      );
    else if (
      kinds.includes("ready") ||
      kinds.includes("plan") ||
      signs.isDueTo(phrases, governor, inner.verb)
    )
      inner.status = worse(inner.status, "planned");
    else if (lexicon.stanceOf(lemma) === "denies") inner.status = worse(inner.status, "disputed");
    // "stopped short of endorsing".
    else if (kinds.includes("stop") && signs.isShort(phrases, governor))
      inner.status = worse(inner.status, "negated");
    else if (kinds.includes("stop")) {
      // Harm that stops is a concession; help that stops a sanction.
      inner.type = !isConflict(inner.type) ? "SANCTION" : inner.type === "ASSAULT" ? "RETREAT" : "CONCEDE";
      inner.mode = null;
      inner.rule = `stop/${inner.rule}`;
    } else if (kinds.includes("try"))
      inner.status = worse(inner.status, inner.type === "ASSAULT" ? "actual" : "hypothetical");
    else if (kinds.includes("aspect") || kinds.includes("report")) {
      // "announced plans to give"; "is said to have killed" is a report of what was.
      const announced = !kinds.includes("aspect") && !gerund && !isPerfect(phrases, inner.verb);
      inner.status = worse(inner.status, announced ? "planned" : statuses.read(phrases, governor));
    } else if (
      gerund &&
      outer !== null &&
      outer.type !== "SUPPORT" &&
      outer.mode !== "disapprove" &&
      grammar.charges(lemma) &&
      signs.behindPreposition(phrases, inner.verb)
    ) {
      inner.accuser = outer.actors[0] ?? -1;
      inner.status = worse(inner.status, "disputed");
    } else if (outer !== null && takesAway.has(outer.type)) {
      inner.absorbed = true;
      // "ordered the paper to suspend publication": an order that restricts does so.
      if (lexicon.orders(lemma) && (inner.type === "COERCE" || inner.type === "SANCTION")) {
        outer.type = "COERCE";
        outer.mode = inner.mode ?? "restrict";
      }
    } else if (!gerund && outer === null && grammar.controlsObject(lemma))
      // "wants Oslo to send aid", "persuaded it to".
      inner.status = worse(inner.status, "hypothetical");
    else if (!gerund && (lemma === grammar.ids.have || (!verbal.has(inner.type) && inner.type !== "ASSAULT")))
      inner.status = worse(inner.status, "hypothetical");
  }

  function isPerfect(phrases: Phrases, verb: number): boolean {
    return (verbFlags(phrases, verb) & VerbFlag.perfect) !== 0;
  }

  /** Makes one event of a governing verb and its complement: the governor acts, those the complement names receive. */
  function take(
    phrases: Phrases,
    verb: number,
    governor: number,
    inner: Draft | null,
    outer: Draft | null,
    type: EventType,
  ): Draft | null {
    const { verbs } = phrases;
    // "would be prepared to meet": no passive where the participle says who is ready.
    const own = lexicon.complementsOf(verbs.lemma[governor] ?? -1);
    const suffers = (verbFlags(phrases, governor) & VerbFlag.passive) !== 0 && own.includes("commit");
    const subject = suffers ? -1 : (verbs.subject[governor] ?? -1);
    // Whom it concerns: somebody named before any thing ("agreed to allow aid into Rakhine").
    const given = inner?.recipients ?? [];
    const named = given.some((one) => judge.canAct(phrases, one)) ? given : preferNamed(phrases, verb, given);
    // "agreed to serve as chairman", "vowed to leave such spending untouched": that is no other side.
    const recipients =
      type === "AGREE" && phrases.tokens.length > BRIEF
        ? named.filter(
            (one) => judge.canAct(phrases, one) && !isPronoun(phrases, one) && !isRole(phrases, one),
          )
        : named;
    if (inner !== null) inner.absorbed = true;
    const others =
      inner !== null && inner.type === "CONSULT" ? inner.actors.filter((one) => one !== subject) : [];
    const joined = subject >= 0 && (phrases.nouns.next[subject] ?? -1) >= 0;
    // "Oslo and Rome agreed to hold drills": what several agree on is no side of it.
    const sides = joined ? given.filter((one) => judge.canAct(phrases, one)) : recipients;
    const found = sides.length > 0 ? sides : others;
    if (outer !== null) {
      if (type !== outer.type && (type === "THREATEN" || type === "REJECT")) outer.type = type;
      // "agreed with the king to hold talks": with whom stands before what.
      const agrees = lexicon.agrees(verbs.lemma[governor] ?? -1);
      const partner = agrees && outer.recipients.some((one) => judge.canAct(phrases, one));
      const free = outer.recipients.length === 0 || (outer.type === "AGREE" && !partner);
      if (free && found.length > 0) outer.recipients = found;
      return null;
    }
    // "a case that threatens to undo": a thing threatens nobody.
    if (subject < 0 || !judge.canAct(phrases, subject)) return null;
    return draftOfComplement(
      phrases,
      governor,
      type,
      subject,
      found.filter((one) => one !== subject),
      `${type.toLowerCase()}/complement`,
    );
  }

  /** "as chairman": what somebody is to be. */
  function isRole({ nouns, tokens }: Phrases, phrase: number): boolean {
    return (tokens.word[nouns.preposition[phrase] ?? -1] ?? -1) === grammar.ids.as;
  }

  function preferNamed(phrases: Phrases, verb: number, own: readonly number[]): readonly number[] {
    const any = anyRecipient(phrases, verb, tables);
    return own.length === 0 || any.some((one) => judge.canAct(phrases, one)) ? any : own;
  }
};

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
