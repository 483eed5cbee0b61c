import type { EventType } from "@readout/model";
import { ChunkKind, type Phrases, VerbFlag } from "../grammar/phrases.js";
import type { GrammarWords } from "../grammar/words.js";
import type { ActorJudge, EventWords } from "./actors.js";
import { isPronoun } from "./clause.js";
import { createComplementSigns } from "./complement-signs.js";
import { type Draft, isConflict, type Status } from "./draft.js";
import type { ComplementKind, EventLexicon } from "./event-lexicon.js";
import type { VerbEventFinder } from "./verb-events.js";

/**
 * What the words around a trigger make of its event: "agreed to send" is an AGREE, "refused to meet" a REJECT, "threatened to
 * shell" a THREATEN, "urged Iran to stop" a REQUEST alone; "will meet" is planned, "did not meet" negated, "would meet" and
 * "if they meet" hypothetical.
 */
export type Composer = Readonly<{
  /** Changes the verb drafts of one sentence in place, and adds those that only a complement makes ("agreed to build"). */
  compose: (phrases: Phrases, sentence: number, drafts: Draft[]) => void;
}>;

export const createComposer = (
  lexicon: EventLexicon,
  words: EventWords,
  grammar: GrammarWords,
  judge: ActorJudge,
  finder: VerbEventFinder,
): Composer => {
  const temporal = new Set(["when", "before", "after", "once", "until"].map((word) => lexicon.word(word)));
  const signs = createComplementSigns(lexicon, grammar);
  /** Verb groups of the sentence whose "not" made a refusal of them. */
  const unwilling = new Set<number>();
  return {
    compose: (phrases, sentence, drafts) => {
      const first = phrases.firstVerb[sentence] ?? 0;
      const last = phrases.firstVerb[sentence + 1] ?? 0;
      unwilling.clear();
      const byVerb = new Map<number, Draft>();
      for (const draft of drafts) if (draft.verb >= 0) byVerb.set(draft.verb, draft);
      // Outer verbs come first, so a chain ("agreed to try to meet") is read from the outside in.
      for (let verb = first; verb < last; verb++) {
        const added = complement(phrases, verb, byVerb);
        if (added !== null) {
          drafts.push(added);
          byVerb.set(added.verb, added);
        }
      }
      for (let verb = first; verb < last; verb++) {
        const added = demand(phrases, verb, byVerb);
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
  function aimAt({ verbs }: Phrases, inner: Draft, byVerb: ReadonlyMap<number, Draft>): void {
    const outer = byVerb.get(verbs.governor[inner.verb] ?? -1);
    if (outer === undefined || outer === inner || outer.type !== "PROTEST") return;
    if (!verbal.has(inner.type) && inner.type !== "PROTEST") return;
    if (outer.recipients.length === 0) outer.recipients = inner.recipients;
    inner.absorbed = true;
  }

  /** "denied that it bombed the town", "denied reports that": what somebody says did not happen. */
  function isDenied({ verbs }: Phrases, verb: number): boolean {
    const governor = verbs.governor[verb] ?? -1;
    return governor >= 0 && lexicon.stanceOf(verbs.lemma[governor] ?? -1) === "denies";
  }

  function flagsOf(phrases: Phrases, verb: number): number {
    return phrases.verbs.flags[verb] ?? 0;
  }

  /** Whether the verb of a complement hangs on another verb by "to" or "-ing". */
  function isComplement(phrases: Phrases, verb: number): boolean {
    return (
      (flagsOf(phrases, verb) & (VerbFlag.infinitive | VerbFlag.gerund)) !== 0 &&
      (phrases.verbs.governor[verb] ?? -1) >= 0
    );
  }

  /** The kinds of complement that a verb takes, adjectives behind its copula included ("was willing to"). */
  function kindsOf(phrases: Phrases, verb: number): readonly ComplementKind[] {
    const { verbs, tokens } = phrases;
    const own = lexicon.complementsOf(verbs.lemma[verb] ?? -1);
    if ((flagsOf(phrases, verb) & VerbFlag.copula) === 0) {
      const participle = (flagsOf(phrases, verb) & VerbFlag.passive) !== 0;
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

  function complement(phrases: Phrases, verb: number, byVerb: ReadonlyMap<number, Draft>): Draft | null {
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
    const gerund = (flagsOf(phrases, verb) & VerbFlag.gerund) !== 0;
    const negated =
      (flagsOf(phrases, governor) & VerbFlag.negated) !== 0 ||
      signs.isNegatedBetween(phrases, governor, verb);
    if (gerund && signs.behindComma(phrases, verb)) return null;
    // "offers a tool for sending", "warned that counting on": no act that is promised or threatened.
    const promised = !gerund || signs.isBehind(phrases, verb, [grammar.ids.to, words.against]);
    // "he is ready to move on": readiness for nothing that is an event.
    const own = lexicon.complementsOf(phrases.verbs.lemma[governor] ?? -1);
    const described =
      (flagsOf(phrases, governor) & VerbFlag.copula) !== 0 ||
      ((flagsOf(phrases, governor) & VerbFlag.passive) !== 0 && !own.includes("commit"));
    if (inner === null && outer === null && described) return null;
    if (kinds.includes("commit") && promised) {
      const conflict = inner !== null && isConflict(inner.type) && inner.type !== "MOBILIZE";
      // "is not ready to support": what is held back is refused, and that is so.
      if (negated) unwilling.add(governor);
      const type: EventType = negated
        ? "REJECT"
        : conflict && !lexicon.agrees(phrases.verbs.lemma[governor] ?? -1)
          ? "THREATEN"
          : "AGREE";
      return take(phrases, verb, governor, inner, outer, type);
    }
    // "failed to turn up" refuses nobody; "failed to reach agreement" does.
    if (kinds.includes("refuse") && inner === null && lexicon.fails(phrases.verbs.lemma[governor] ?? -1))
      return null;
    // "declined to say".
    const lemma = phrases.verbs.lemma[verb] ?? -1;
    const reply = lexicon.isReply(lemma) || lexicon.isSilent(lemma, phrases.verbs.lemma[governor] ?? -1);
    if (kinds.includes("refuse") && reply) return null;
    if (kinds.includes("refuse")) return take(phrases, verb, governor, inner, outer, "REJECT");
    if (kinds.includes("threaten") && promised)
      return take(phrases, verb, governor, inner, outer, "THREATEN");
    if (inner !== null) settleInner(phrases, governor, inner, outer, kinds, gerund);
    return null;
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
      inner.status = worse(inner.status, announced ? "planned" : statusOfVerb(phrases, governor));
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
    return (flagsOf(phrases, verb) & VerbFlag.perfect) !== 0;
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
    const suffers = (flagsOf(phrases, governor) & VerbFlag.passive) !== 0 && own.includes("commit");
    const subject = suffers ? -1 : (verbs.subject[governor] ?? -1);
    // Whom it concerns: somebody named before any thing ("agreed to allow aid into Rakhine").
    const given = inner?.recipients ?? [];
    const recipients = given.some((one) => judge.canAct(phrases, one))
      ? given
      : preferNamed(phrases, verb, given);
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
    return complementDraft(
      phrases,
      governor,
      type,
      subject,
      found.filter((one) => one !== subject),
      `${type.toLowerCase()}/complement`,
    );
  }

  function preferNamed(phrases: Phrases, verb: number, own: readonly number[]): readonly number[] {
    const any = finder.anyRecipient(phrases, verb);
    return own.length === 0 || any.some((one) => judge.canAct(phrases, one)) ? any : own;
  }

  function complementDraft(
    { verbs }: Phrases,
    verb: number,
    type: EventType,
    actor: number,
    recipients: readonly number[],
    rule: string,
  ): Draft {
    const head = verbs.head[verb] ?? 0;
    return {
      verb,
      noun: -1,
      sentence: verbs.sentence[verb] ?? 0,
      first: head,
      last: head + 1,
      type,
      mode: null,
      status: "actual",
      actors: [actor],
      recipients,
      impliedActor: false,
      place: -1,
      sides: null,
      trigger: null,
      rule,
      absorbed: false,
      owner: null,
      accuser: -1,
    };
  }

  /**
   * "Rome said the rebels must leave", "demanded that the mayor resign": asks the subject of the clause, which is no event of its
   * own. The clause's verb is absorbed. A draft is given where the verb of saying had none.
   */
  function demand(phrases: Phrases, verb: number, byVerb: ReadonlyMap<number, Draft>): Draft | null {
    const { verbs } = phrases;
    const flags = flagsOf(phrases, verb);
    const governor = verbs.governor[verb] ?? -1;
    const subject = verbs.subject[verb] ?? -1;
    const asked = (flags & VerbFlag.finite) !== 0 || signs.isBe(phrases, verb);
    if (governor < 0 || !asked || subject < 0 || isPronoun(phrases, subject)) return null;
    const speaker = verbs.subject[governor] ?? -1;
    if (speaker < 0 || speaker === subject) return null;
    const outer = byVerb.get(governor) ?? null;
    const inner = byVerb.get(verb) ?? null;
    if (outer !== null && outer.type === "REQUEST") {
      outer.recipients = [subject];
      if (inner !== null) inner.absorbed = true;
      return null;
    }
    const lemma = verbs.lemma[governor] ?? -1;
    const acts = judge.canAct(phrases, subject) && judge.canAct(phrases, speaker);
    if (outer === null && acts && grammar.takesClause(lemma) && signs.isBlamed(phrases, verb)) {
      if (inner !== null) inner.absorbed = true;
      const rule = "accuse/blamed";
      return { ...complementDraft(phrases, governor, "ACCUSE", speaker, [subject], rule), mode: "allege" };
    }
    const modal = phrases.tokens.word[verbs.first[verb] ?? 0] ?? -1;
    const must = modal === grammar.ids.must || modal === grammar.ids.should;
    if (!must && !signs.isSubjunctive(phrases, verb, governor, subject)) return null;
    if (lexicon.isOpining(lemma)) return null;
    const asks = grammar.takesClause(lemma) || lexicon.complementsOf(lemma).includes("demand");
    if (outer !== null || !asks || !acts) return null;
    if (inner !== null) inner.absorbed = true;
    return complementDraft(phrases, governor, "REQUEST", speaker, [subject], "request/must");
  }

  function statusOfVerb(phrases: Phrases, verb: number): Status {
    const flags = flagsOf(phrases, verb);
    const { verbs } = phrases;
    if ((flags & VerbFlag.hypothetical) !== 0) return "hypothetical";
    if (isNeither(phrases, verb)) return "negated";
    if ((flags & VerbFlag.negated) !== 0 && !((flags & VerbFlag.past) !== 0 && untilFollows(phrases, verb)))
      return "negated";
    if ((flags & VerbFlag.future) !== 0) return "planned";
    if ((flags & VerbFlag.conditional) !== 0) {
      // "said it would send": what was said of the future; "would send" alone depends on something.
      const governor = verbs.governor[verb] ?? -1;
      return governor >= 0 && grammar.takesClause(verbs.lemma[governor] ?? -1) ? "planned" : "hypothetical";
    }
    if ((flags & VerbFlag.modal) !== 0) return "hypothetical";
    return "actual";
  }

  function isHeadline({ verbs, nouns, firstVerb, firstChunk }: Phrases, verb: number): boolean {
    const sentence = verbs.sentence[verb] ?? 0;
    const subject = verbs.subject[verb] ?? -1;
    return verb === firstVerb[sentence] && subject >= 0 && nouns.chunk[subject] === firstChunk[sentence];
  }

  /** "would not allow" refuses; "could not agree" has no choice. */
  function isWould({ verbs, tokens }: Phrases, verb: number): boolean {
    const modal = tokens.word[verbs.first[verb] ?? 0] ?? -1;
    return modal === grammar.ids.would || modal === grammar.ids["'d"];
  }

  /** "neither Oslo nor Rome was invited". */
  function isNeither({ verbs, nouns, tokens }: Phrases, verb: number): boolean {
    const first = nouns.first[verbs.subject[verb] ?? -1] ?? 0;
    const before = first > 0 ? (tokens.word[first - 1] ?? -1) : -1;
    return before === grammar.ids.nor || before === grammar.ids.neither;
  }

  function isWithFuture(phrases: Phrases, verb: number): boolean {
    const { verbs, nouns, chunks, tokens, firstVerb } = phrases;
    const subject = verbs.subject[verb] ?? -1;
    const tensed = VerbFlag.past | VerbFlag.perfect | VerbFlag.future | VerbFlag.conditional | VerbFlag.modal;
    if (subject < 0 || (flagsOf(phrases, verb) & (tensed | VerbFlag.finite)) !== VerbFlag.finite)
      return false;
    const before = (nouns.chunk[subject] ?? 0) - 1;
    const kind = chunks.kind[before];
    if (kind !== ChunkKind.subordinator && kind !== ChunkKind.preposition) return false;
    if (!temporal.has(tokens.word[chunks.ref[before] ?? 0] ?? -1)) return false;
    return verb > (firstVerb[verbs.sentence[verb] ?? 0] ?? 0);
  }

  /** "didn't phone until days after": late, but it happened. */
  function untilFollows(phrases: Phrases, verb: number): boolean {
    const { chunks, tokens, verbs, firstChunk } = phrases;
    const end = firstChunk[(verbs.sentence[verb] ?? 0) + 1] ?? 0;
    for (let c = (verbs.chunk[verb] ?? 0) + 1, steps = 0; c < end && steps < 12; c++, steps++) {
      const kind = chunks.kind[c];
      if (kind === ChunkKind.stop) return false;
      if (kind === ChunkKind.preposition || kind === ChunkKind.subordinator)
        if (tokens.word[chunks.ref[c] ?? 0] === words.until) return true;
    }
    return false;
  }

  /** The status that a draft's own verb gives it, and the types that future and refusal turn into others. */
  function settle(phrases: Phrases, draft: Draft): void {
    const { verb } = draft;
    const own = unwilling.has(verb) && draft.type === "REJECT" ? "actual" : statusOfVerb(phrases, verb);
    const flags = flagsOf(phrases, verb);
    // "will not meet", "did not allow": what is held back is refused.
    const withheld = (flags & VerbFlag.future) !== 0 || isWould(phrases, verb) || draft.type === "CONCEDE";
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
    draft.status = worse(draft.status, own);
    // "will meet again when the king travels to Oslo": what comes with what will be.
    if (draft.status === "actual" && isWithFuture(phrases, verb)) draft.status = "planned";
    // "is due in Paris".
    if (
      (flags & VerbFlag.copula) !== 0 &&
      draft.type === "CONSULT" &&
      kindsOf(phrases, verb).includes("ready")
    )
      draft.status = worse(draft.status, "planned");
    if ((flags & VerbFlag.infinitive) !== 0 && !signs.hangsOnWish(phrases, verb)) {
      const governor = phrases.verbs.governor[verb] ?? -1;
      if (governor >= 0) draft.status = worse(draft.status, statusOfVerb(phrases, governor));
      // "UN to send monitors": a headline's future.
      else draft.status = worse(draft.status, isHeadline(phrases, verb) ? "planned" : "hypothetical");
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

  function isSaid({ verbs }: Phrases, verb: number): boolean {
    const governor = verbs.governor[verb] ?? -1;
    return governor >= 0 && grammar.takesClause(verbs.lemma[governor] ?? -1);
  }

  function worse(a: Status, b: Status): Status {
    return order.indexOf(a) >= order.indexOf(b) ? a : b;
  }
};

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

/** Acts of speech: "called to congratulate" has both the call and the congratulation. */
const verbal: ReadonlySet<EventType> = new Set(["SUPPORT", "ACCUSE", "REQUEST", "CONCEDE"]);

/** From fact to its opposite: of two readings the one further from fact holds. */
const order: readonly Status[] = ["actual", "disputed", "planned", "hypothetical", "negated"];
