import type { EventType } from "@readout/model";
import { ChunkKind, NounFlag, type Phrases, VerbFlag } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import type { GrammarWords } from "../grammar/words.js";
import type { ActorJudge, EventWords } from "./actors.js";
import { headWord, isJoined, isProper, namesOwner, ofPhrase } from "./clause.js";
import { type Draft, firstThatHolds, type Holds } from "./draft.js";
import type { EventLexicon } from "./event-lexicon.js";
import type { Source, Trigger } from "./trigger-table.js";
import { type Arguments, createArgumentReader } from "./verb-arguments.js";
import { createSenseReader } from "./verb-senses.js";

export type VerbEventFinder = Readonly<{
  /** The event that a verb group tells, or null; `holds` chooses where several rows fit. */
  find: (phrases: Phrases, verb: number, holds: Holds) => Draft | null;
  /** The first phrase that can stand for those an act is done to: the object, else the first name behind. */
  anyRecipient: (phrases: Phrases, verb: number) => readonly number[];
}>;

/** Verbs of these types are acts of will: whatever refuses or demands is somebody. */
const volitional: ReadonlySet<EventType> = new Set(["REJECT", "REQUEST", "ACCUSE", "AGREE"]);

/** Whether several who do this may do it with each other. */
const isMutual = ({ type, recipients }: Trigger): boolean =>
  (type === "AGREE" || type === "SUPPORT" || type === "COOPERATE") && !recipients.includes("object");

/** Looks verbs up in the table of triggers and reads their participants off the clause. */
export const createVerbEventFinder = (
  lexicon: EventLexicon,
  words: EventWords,
  grammar: GrammarWords,
  judge: ActorJudge,
): VerbEventFinder => {
  const reader = createArgumentReader(lexicon, words);
  const senses = createSenseReader(lexicon, words, grammar, judge);
  return {
    find: (phrases, verb, holds) => {
      const lemma = phrases.verbs.lemma[verb] ?? -1;
      if (lemma < 0) return null;
      const triggers = lexicon.verbTriggers(lemma);
      if (triggers.length === 0 || senses.isHabit(phrases, verb) || senses.isDescriptive(phrases, verb))
        return null;
      const clause = reader.read(phrases, verb);
      const drafts: Draft[] = [];
      for (const trigger of triggers) {
        if (!senses.fits(phrases, verb, trigger, clause)) continue;
        const draft = build(phrases, verb, trigger, asActive(trigger, clause));
        if (draft !== null) drafts.push(draft);
      }
      return firstThatHolds(drafts, holds);
    },
    anyRecipient: (phrases, verb) => {
      const args = reader.read(phrases, verb);
      const named = args.clause.behind.find(({ phrase }) => judge.canAct(phrases, phrase));
      if (args.object >= 0 && judge.canAct(phrases, args.object)) return [args.object];
      if (named !== undefined) return [named.phrase];
      return args.object >= 0 ? [args.object] : [];
    },
  };

  /** "are opposed to the plan": who is opposed opposes it; "is worried by the plan": who is worried objects. */
  function asActive(trigger: Trigger, args: Arguments): Arguments {
    if (trigger.actors[0] === "object")
      return { ...args, passive: false, subject: args.object, object: args.subject };
    const [first] = args.clause.behind;
    // "were engaged in clashes with": whoever is engaged fights.
    const engaged =
      (trigger.type === "ASSAULT" || trigger.type === "CONSULT") &&
      args.passive &&
      args.subject < 0 &&
      trigger.need?.slot === words.in &&
      first?.preposition === words.in;
    if (engaged) return { ...args, passive: false, subject: args.object, object: -1 };
    const opposed =
      trigger.type === "REJECT" && args.passive && args.subject < 0 && first?.preposition === words.to;
    return opposed ? { ...args, passive: false, subject: args.object, object: first.phrase } : args;
  }

  function build(phrases: Phrases, verb: number, trigger: Trigger, args: Arguments): Draft | null {
    if (trigger.recipients[0] === "subject") return buildSuffered(phrases, verb, trigger, args);
    const actors: number[] = [];
    let implied = args.passive && args.subject < 0;
    if (args.subject >= 0) {
      if (isInstrument(phrases, args.subject)) {
        // "U.S. airstrikes killed": the name beside the weapon says whose.
        const by = ofPhrase(phrases, args.subject, words.by);
        if (namesOwner(phrases, args.subject)) actors.push(args.subject);
        // "a bombing by the militia killed".
        else if (by >= 0 && judge.canAct(phrases, by)) actors.push(by);
        else implied = true;
      } else if (
        judge.canAct(phrases, args.subject) ||
        (volitional.has(trigger.type) && speaks(phrases, args))
      )
        actors.push(args.subject);
      else return null;
    }
    // "was questioned about the trip": asked, by the press as often as by the police.
    if (implied && lexicon.isAsked(phrases.verbs.lemma[verb] ?? -1)) return null;
    let recipients = pick(phrases, trigger, args).filter(
      (phrase) => !actors.includes(phrase) && !isEachOther(phrases, phrase),
    );
    if (actors.length === 0 && !implied) return null;
    // Help is help to somebody, anger at somebody.
    const needsOther = trigger.type === "AID" || trigger.actors[0] === "object";
    if (needsOther && recipients.length === 0) return null;
    // "shot himself": done to nobody else.
    if (recipients.some((phrase) => isReflexive(phrases, phrase))) return null;
    // "ordered the release of the records".
    if (
      trigger.mode === "release" &&
      recipients.some((phrase) => lexicon.isPublication(headWord(phrases, phrase, words)))
    )
      return null;
    const copula = ((phrases.verbs.flags[verb] ?? 0) & VerbFlag.copula) !== 0;
    if (copula && trigger.need?.slot === "near" && recipients.length === 0) return null;
    if (implied && trigger.type === "COERCE" && recipients.some((phrase) => !isSomebody(phrases, phrase)))
      return null;
    if (implied && (trigger.type === "CONSULT" || recipients.length === 0)) {
      if (trigger.type !== "ASSAULT" && trigger.type !== "COERCE" && trigger.type !== "CONSULT") return null;
      if (trigger.type !== "ASSAULT" && recipients.length === 0) return null;
    }
    const isVisit = trigger.mode === "visit";
    if (trigger.type === "CONSULT" && !isVisit) {
      // A contact is between sides: whoever speaks to reporters speaks to the public.
      if (recipients.some((phrase) => isPress(phrases, phrase) || isAudience(phrases, phrase))) return null;
      recipients = recipients.filter((phrase) => judge.canAct(phrases, phrase));
      const talks =
        trigger.need !== null && trigger.need.slot !== "near" && typeof trigger.need.filler === "object";
      if (recipients.length === 0 && !severalActors(phrases, actors) && !talks) return null;
      if (talks && isNewsConference(phrases, args.object)) return null;
      // "declined, saying they cannot discuss the case": with nobody.
      const topical = trigger.need === null && args.object >= 0 && recipients.length === 0;
      if (topical && ((phrases.verbs.flags[verb] ?? 0) & VerbFlag.negated) !== 0) return null;
      actors.push(...recipients);
      recipients = [];
    } else if (trigger.type === "COOPERATE") {
      if (recipients.length === 0 && !severalActors(phrases, actors)) return null;
    }
    if (isMutual(trigger) && isJoined(phrases, actors[0]))
      // "The two firms agreed on a pact": what they agree on is no side of it.
      recipients = recipients.filter((phrase) => judge.canAct(phrases, phrase));
    const verbal = trigger.type === "ASSAULT" && args.object >= 0 && isVerbal(phrases, args.object);
    return {
      ...draftOf(phrases, verb, trigger, placeOf(phrases, trigger, args)),
      type: verbal ? "ACCUSE" : trigger.type,
      mode: verbal ? "disapprove" : trigger.mode,
      sides: verbal ? null : trigger.sides,
      actors,
      recipients,
      impliedActor: implied && actors.length === 0,
    };
  }

  /** "drew criticism from the union", "died in an ambush": the subject is who it was done to. */
  function buildSuffered(phrases: Phrases, verb: number, trigger: Trigger, args: Arguments): Draft | null {
    const infinitive = ((phrases.verbs.flags[verb] ?? 0) & VerbFlag.infinitive) !== 0;
    if (args.passive || infinitive || args.subject < 0) return null;
    // "Rome's move drew criticism": whose it is suffers it.
    const somebody =
      judge.canAct(phrases, args.subject) || (phrases.nouns.possessor[args.subject] ?? -1) >= 0;
    if (trigger.type !== "ASSAULT" && !somebody) return null;
    const actors = trigger.actors
      .map((source) => fromSource(phrases, trigger, source, args))
      .filter((phrase) => phrase >= 0 && phrase !== args.subject && judge.canAct(phrases, phrase))
      .slice(0, 1);
    return {
      ...draftOf(phrases, verb, trigger, placeOf(phrases, trigger, args)),
      actors,
      recipients: [args.subject],
      impliedActor: actors.length === 0,
    };
  }

  /** Where an act took place, as its clause has it, or -1; "discussed the war in Syria" did not take place there. */
  function placeOf(phrases: Phrases, trigger: Trigger, args: Arguments): number {
    const { chunks, nouns } = phrases;
    const { behind } = args.clause;
    const found = behind.find(({ preposition, phrase }, index) => {
      if (preposition !== words.in && preposition !== words.at && preposition !== words.near) return false;
      if (!isProper(phrases, phrase)) return false;
      const before = (nouns.chunk[phrase] ?? 0) - 2;
      if (chunks.kind[before] !== ChunkKind.noun) return true;
      const above = behind[index - 1];
      if (above !== undefined && nouns.chunk[above.phrase] === before)
        return !lexicon.isTopic(above.preposition) || judge.canAct(phrases, above.phrase);
      const talked = trigger.type === "CONSULT" && trigger.need === null;
      return !(talked && nouns.chunk[args.object] === before && !judge.canAct(phrases, args.object));
    });
    return found?.phrase ?? -1;
  }

  function draftOf({ verbs, tokens }: Phrases, verb: number, trigger: Trigger, place: number): Draft {
    const head = verbs.head[verb] ?? 0;
    const last = verbs.last[verb] ?? head;
    return {
      verb,
      noun: -1,
      sentence: verbs.sentence[verb] ?? 0,
      first: head,
      last: trigger.particle >= 0 && tokens.word[last] === trigger.particle ? last + 1 : head + 1,
      type: trigger.type,
      mode: trigger.mode,
      status: "actual",
      actors: [],
      recipients: [],
      impliedActor: false,
      place,
      sides: trigger.sides,
      trigger,
      rule: trigger.rule,
      absorbed: false,
      unwilling: false,
      owner: null,
      accuser: -1,
    };
  }

  /** "the statement called for": a text speaks for those who wrote it. */
  function speaks(phrases: Phrases, { subject, passive }: Arguments): boolean {
    return !passive && lexicon.isPublication(headWord(phrases, subject, words));
  }

  function isReflexive({ nouns, tokens }: Phrases, phrase: number): boolean {
    return lexicon.isReflexive(tokens.word[nouns.head[phrase] ?? 0] ?? -1);
  }

  /** "for one another". */
  function isEachOther({ nouns, tokens }: Phrases, phrase: number): boolean {
    const head = nouns.head[phrase] ?? 0;
    return tokens.word[head] === words.one && tokens.word[head + 1] === words.another;
  }

  /** Somebody that can be held or banned: "it is prohibited" holds nobody. */
  function isSomebody(phrases: Phrases, phrase: number): boolean {
    const word = phrases.tokens.word[phrases.nouns.head[phrase] ?? 0] ?? -1;
    return word !== words.it;
  }

  /** Weapons and attacks do nothing by themselves: somebody used them. */
  function isInstrument(phrases: Phrases, phrase: number): boolean {
    const counted = judge.counted(phrases, phrase);
    const word = headWord(phrases, counted, words);
    if (judge.isMachine(phrases, counted)) return true;
    return lexicon.nounTriggers(word).some(({ type }) => type === "ASSAULT") || lexicon.isInstrument(word);
  }

  function isNewsConference({ nouns, tokens }: Phrases, object: number): boolean {
    if (object < 0) return false;
    for (let at = nouns.first[object] ?? 0; at < (nouns.head[object] ?? 0); at++)
      if (lexicon.isNews(tokens.word[at] ?? -1)) return true;
    return false;
  }

  /** "a scathing attack on the bank". */
  function isVerbal({ nouns, tokens }: Phrases, phrase: number): boolean {
    for (let at = nouns.first[phrase] ?? 0; at < (nouns.head[phrase] ?? 0); at++)
      if (lexicon.isVerbal(tokens.word[at] ?? -1)) return true;
    return false;
  }

  function severalActors(phrases: Phrases, actors: readonly number[]): boolean {
    const first = actors[0];
    if (first === undefined) return false;
    if ((phrases.nouns.next[first] ?? -1) >= 0) return true;
    if (isPlural(phrases, first)) return true;
    // "the council met": it is several by itself.
    if (lexicon.isCollective(headWord(phrases, first, words))) return true;
    // "the two leaders met", "the sides met"; "Secretary of State A and Minister B" is joined behind its "of".
    const titled = ofPhrase(phrases, first, words.of);
    if (titled >= 0 && isProper(phrases, first) && isJoined(phrases, titled)) return true;
    const head = phrases.nouns.head[first] ?? 0;
    // "Diplomats from Oslo and Rome met": a capital at the head of a sentence makes no name.
    if (lexicon.sectorOf(phrases.tokens.word[head] ?? -1) !== null && endsInS(phrases, head)) return true;
    if (((phrases.nouns.flags[first] ?? 0) & NounFlag.plural) !== 0 && phrases.tags[head] === Tag.noun)
      return true;
    return phrases.tags[head] === Tag.number;
  }

  function endsInS({ tokens }: Phrases, token: number): boolean {
    return tokens.text[(tokens.end[token] ?? 1) - 1] === "s";
  }

  /** "in the wake of a report", "before the Group of 20 leaders": that "of" is its noun's. */
  function isOfFrame({ nouns, chunks, tokens }: Phrases, phrase: number): boolean {
    const before = (nouns.chunk[phrase] ?? 0) - 2;
    const above = chunks.kind[before] === ChunkKind.noun ? (chunks.ref[before] ?? -1) : -1;
    return above >= 0 && lexicon.isFrame(tokens.word[nouns.head[above] ?? 0] ?? -1);
  }

  /** "concern over Rome's treatment of prisoners": an "of" is that of the phrase right before it, unless the row asks for that one. */
  function isOfOther(
    { nouns, chunks, tokens }: Phrases,
    phrase: number,
    { need, also }: Trigger,
    { object }: Arguments,
  ): boolean {
    const before = (nouns.chunk[phrase] ?? 0) - 2;
    const above = chunks.kind[before] === ChunkKind.noun ? (chunks.ref[before] ?? -1) : -1;
    const preposition = nouns.preposition[above] ?? -1;
    if (above === object || preposition < 0) return false;
    const word = tokens.word[preposition] ?? -1;
    if (need?.slot === word || also?.slot === word) return false;
    return ((nouns.flags[above] ?? 0) & NounFlag.time) === 0;
  }

  /** "are in talks with Lima": the noun that has the "with" is the one that the row asks for. */
  function hangsOnNeed({ chunks, nouns, tokens }: Phrases, phrase: number, { need }: Trigger): boolean {
    const before = (nouns.chunk[phrase] ?? 0) - 2;
    const above = chunks.kind[before] === ChunkKind.noun ? (chunks.ref[before] ?? -1) : -1;
    if (need === null || above < 0 || nouns.sentence[above] !== nouns.sentence[phrase]) return false;
    return tokens.word[nouns.preposition[above] ?? -1] === need.slot;
  }

  /** "gave $5 million in aid": what the row asks for is no side. */
  function isOwnWord(phrases: Phrases, phrase: number, { need }: Trigger, source: Source): boolean {
    const filler = need?.slot === "object" && source === words.in ? need.filler : null;
    if (filler === null || typeof filler !== "object" || !("set" in filler)) return false;
    return lexicon.inSet(headWord(phrases, phrase, words), filler.set);
  }

  function isPress(phrases: Phrases, phrase: number): boolean {
    const plural = ((phrases.nouns.flags[phrase] ?? 0) & NounFlag.plural) !== 0;
    return plural && lexicon.sectorOf(headWord(phrases, phrase, words)) === "JRN";
  }

  /** "spoke to a crowd of supporters": a speech. */
  function isAudience(phrases: Phrases, phrase: number): boolean {
    return lexicon.isAudience(headWord(phrases, phrase, words));
  }

  function isPlural({ nouns, tokens }: Phrases, phrase: number): boolean {
    return lexicon.isSeveral(tokens.word[nouns.head[phrase] ?? 0] ?? -1);
  }

  function pick(phrases: Phrases, trigger: Trigger, args: Arguments): readonly number[] {
    for (const source of trigger.recipients) {
      const found = fromSource(phrases, trigger, source, args);
      if (found >= 0) return [found];
    }
    // "suspended Oslo's membership": whose the object is.
    const { object } = args;
    const owned =
      !args.passive &&
      trigger.need?.slot === "object" &&
      object >= 0 &&
      (phrases.nouns.possessor[object] ?? -1) >= 0;
    return owned ? [object] : [];
  }

  function fromSource(phrases: Phrases, trigger: Trigger, source: Source, args: Arguments): number {
    if (source === "object") return args.object;
    if (source === "indirect") return args.indirect;
    if (source === "possessor") return args.object >= 0 ? (phrases.nouns.possessor[args.object] ?? -1) : -1;
    if (source === "pre" || source === "subject") return -1;
    // "in the wake of a report": that "of" is the wake's.
    const { behind } = args.clause;
    const at = behind.findIndex(
      ({ preposition, phrase }) =>
        preposition === source &&
        !isOwnWord(phrases, phrase, trigger, source) &&
        !(source === words.of && (isOfFrame(phrases, phrase) || isOfOther(phrases, phrase, trigger, args))) &&
        (!senses.belongsToNoun(phrases, phrase, args) || hangsOnNeed(phrases, phrase, trigger)),
    );
    return behind[at]?.phrase ?? -1;
  }
};
