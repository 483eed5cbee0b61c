import type { EventType } from "@readout/model";
import { ChunkKind, NounFlag, type Phrases, VerbFlag } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import type { GrammarWords } from "../grammar/words.js";
import type { ActorJudge, EventWords } from "./actors.js";
import { headWord, isJoined, isPronoun, isProper, isTime, namesOwner, ofPhrase } from "./clause.js";
import type { EventLexicon } from "./event-lexicon.js";
import type { Need, Trigger } from "./trigger-table.js";
import type { Arguments } from "./verb-arguments.js";

/** Tells the senses of a verb apart by what stands around it. */
export type SenseReader = Readonly<{
  /** Whether a verb means what a trigger's row says. */
  fits: (phrases: Phrases, verb: number, trigger: Trigger, args: Arguments) => boolean;
  /** Whether it is done again and again. */
  isHabit: (phrases: Phrases, verb: number) => boolean;
  /** Whether a prepositional phrase is that of an event noun before it. */
  belongsToNoun: (phrases: Phrases, phrase: number, args: Arguments) => boolean;
}>;

/** Tokens behind a verb among which a `near` word may stand: "found the former mayor of the town guilty". */
const NEAR = 10;

/** Types whose verbs mean something else with a particle that their row does not name. */
const strays: ReadonlySet<EventType> = new Set(["SUPPORT", "CONCEDE", "AID", "ACCUSE", "REJECT"]);

/** Types whose words say how things are as often as what happened. */
const stated: ReadonlySet<EventType> = new Set([
  "AGREE",
  "SUPPORT",
  "REQUEST",
  "REJECT",
  "ACCUSE",
  "AID",
  "CONCEDE",
]);

/** Marks of a verb that tells of one time and not of all. */
const tensed =
  VerbFlag.past | VerbFlag.perfect | VerbFlag.progressive | VerbFlag.future | VerbFlag.conditional;

/** discuss, debate: whose object is a topic. */
const isTalked = ({ recipients }: Trigger): boolean => !recipients.includes("object");

export const createSenseReader = (
  lexicon: EventLexicon,
  words: EventWords,
  grammar: GrammarWords,
  judge: ActorJudge,
): SenseReader => {
  return { fits, isHabit, belongsToNoun };

  function fits(phrases: Phrases, verb: number, trigger: Trigger, args: Arguments): boolean {
    if (trigger.particle >= 0 && !hasParticle(phrases, verb, trigger)) return false;
    // "the plan worried Oslo": felt by whoever is worried, where a finite passive says so.
    const finite = (phrases.verbs.flags[verb] ?? 0) & VerbFlag.finite;
    if (trigger.actors[0] === "object" && (!args.passive || finite === 0)) return false;
    // "called it a mistake": the -ing form of call names, it does not ring.
    if (trigger.mode === "phone" && ((phrases.verbs.flags[verb] ?? 0) & VerbFlag.gerund) !== 0) return false;
    if (trigger.mode === "phone" && isWhatSomebodyCalls(phrases, args)) return false;
    // "called Clinton a champion for workers", "demonstrated an ambition": what is done to an object is no call, no march.
    if (trigger.type === "REQUEST" && typeof trigger.need?.slot === "number" && args.object >= 0)
      return false;
    if (trigger.type === "REJECT" && isReply(phrases, verb)) return false;
    // "traded the microphone with", "people are threatened".
    if (
      trigger.type === "COOPERATE" &&
      typeof trigger.need?.slot === "number" &&
      trigger.recipients[0] === trigger.need.slot &&
      args.object >= 0
    )
      return false;
    if (trigger.type === "THREATEN" && trigger.need?.filler === "any" && args.passive && args.subject < 0)
      return false;
    // "requested anonymity to speak": whom one asks is somebody.
    // "Speaking in Rome, the two men": before the public.
    const flags = phrases.verbs.flags[verb] ?? 0;
    if (trigger.need?.slot === "subject" && (flags & VerbFlag.gerund) !== 0) return false;
    // "talks nonsense": what is spoken is no side.
    if (trigger.type === "CONSULT" && trigger.need?.slot === "subject" && args.object >= 0) return false;
    // "is to blame", "is committed to her".
    if (trigger.mode === "allege" && (flags & VerbFlag.infinitive) !== 0 && isUnderCopula(phrases, verb))
      return false;
    if (trigger.type === "AGREE" && args.passive && args.subject < 0 && trigger.need?.slot === words.to)
      return false;
    // "defended his record": one's own.
    if (
      trigger.type === "SUPPORT" &&
      args.object >= 0 &&
      isOwn(phrases, args.object) &&
      lexicon.isSelfServing(phrases.verbs.lemma[verb] ?? -1)
    )
      return false;
    if (trigger.need?.slot === "infinitive" && args.object >= 0 && !judge.canAct(phrases, args.object))
      return false;
    // "expressed confidence that": an opinion.
    if (
      trigger.type === "SUPPORT" &&
      args.object >= 0 &&
      (opensBehind(phrases, phrases.nouns.chunk[args.object] ?? -2) || isContent(phrases, args.object))
    )
      return false;
    // "demonstrated that", "protested that".
    if (trigger.type === "PROTEST" && opensBehind(phrases, phrases.verbs.chunk[verb] ?? -2)) return false;
    // "pulled the listing from the site".
    if (
      trigger.mode === "withdraw" &&
      typeof trigger.need?.slot === "number" &&
      args.object >= 0 &&
      !judge.canAct(phrases, args.object)
    )
      return false;
    if (trigger.type === "PROTEST" && trigger.need === null && args.object >= 0) return false;
    if (trigger.type === "AGREE" && trigger.need === null && isOpinion(phrases, verb, args)) return false;
    // "a group called Hope", "I wouldn't call it reform": named, not rung.
    if (trigger.mode === "phone" && trigger.need?.slot === "object" && !isRung(phrases, verb, args))
      return false;
    // "bows out", "backed up": another verb.
    const any = trigger.need === null || (trigger.need.filler === "any" && trigger.need.slot === "object");
    if (
      any &&
      trigger.particle < 0 &&
      phrases.tags[phrases.verbs.last[verb] ?? 0] === Tag.particle &&
      // "was criticized over its claim".
      phrases.tokens.word[phrases.verbs.last[verb] ?? 0] !== words.over &&
      strays.has(trigger.type)
    )
      return false;
    // "meet requirements".
    const thing = args.object >= 0 && !judge.canAct(phrases, args.object);
    if (trigger.type === "CONSULT" && trigger.need === null && thing && !isTalked(trigger)) return false;
    // "returned to Oslo" goes there; "returned the statue to Libya" does not.
    if (trigger.type === "CONSULT" && args.passive && args.subject < 0) return false;
    // "spoke about her ties to the church": whom somebody speaks to stands first.
    if (
      trigger.type === "CONSULT" &&
      trigger.need?.slot === words.to &&
      trigger.mode === null &&
      args.clause.behind[0]?.preposition !== words.to
    )
      return false;
    if (trigger.mode === "visit" && typeof trigger.need?.slot === "number" && args.object >= 0) return false;
    if (stated.has(trigger.type) && isGeneric(phrases, verb, args)) return false;
    return (
      (trigger.need === null || satisfied(phrases, verb, trigger.need, args)) &&
      (trigger.also === null || satisfied(phrases, verb, trigger.also, args))
    );
  }

  /** "Parliaments reject budgets.": what bare plurals do to bare plurals; not in a headline, which has no stop. */
  function isGeneric(phrases: Phrases, verb: number, { subject, object, passive }: Arguments): boolean {
    const { verbs, tags, firstChunk, chunks } = phrases;
    const flags = verbs.flags[verb] ?? 0;
    if (passive || (flags & tensed) !== 0 || (flags & VerbFlag.finite) === 0) return false;
    const stop = (firstChunk[(verbs.sentence[verb] ?? 0) + 1] ?? 0) - 1;
    if (chunks.kind[stop] !== ChunkKind.stop && chunks.kind[stop] !== ChunkKind.quote) return false;
    return isBare(subject) && (object < 0 || isBare(object));

    function isBare(phrase: number): boolean {
      if (phrase < 0 || isJoined(phrases, phrase) || namesOwner(phrases, phrase)) return false;
      const bits =
        (phrases.nouns.flags[phrase] ?? 0) & (NounFlag.plural | NounFlag.definite | NounFlag.number);
      return bits === NounFlag.plural && tags[phrases.nouns.first[phrase] ?? 0] !== Tag.number;
    }
  }

  /** "gave in", "gave in to Rome", "handed the spy over"; not "gave in Cairo". */
  function hasParticle(phrases: Phrases, verb: number, { particle, need, recipients }: Trigger): boolean {
    const { verbs, nouns } = phrases;
    const chunk = verbs.chunk[verb] ?? 0;
    const object = verbs.object[verb] ?? -1;
    const held =
      (need?.slot === "object" || recipients.includes("object")) && nouns.chunk[object] === chunk + 1;
    return (
      standsFree(phrases, verbs.last[verb] ?? 0, chunk + 1, particle) ||
      (held && standsFree(phrases, nouns.last[object] ?? 0, chunk + 2, particle))
    );
  }

  /** Whether a token is a particle that governs nothing; `chunk` is where it would stand. */
  function standsFree({ tokens, chunks }: Phrases, token: number, chunk: number, particle: number): boolean {
    if (tokens.word[token] !== particle) return false;
    const governs = chunks.kind[chunk] === ChunkKind.preposition && chunks.kind[chunk + 1] === ChunkKind.noun;
    return !governs || chunks.ref[chunk] !== token;
  }

  /** "signed what they called a charter": a name is given. */
  function isWhatSomebodyCalls({ nouns, tokens }: Phrases, { subject }: Arguments): boolean {
    const first = nouns.first[subject] ?? 0;
    return first > 0 && tokens.word[first - 1] === grammar.ids.what;
  }

  /** "often meets voters", "utilities that provide water": what is done again and again is no event of its own. */
  function isHabit(phrases: Phrases, verb: number): boolean {
    const { verbs, nouns, tokens } = phrases;
    const flags = verbs.flags[verb] ?? 0;
    if ((flags & VerbFlag.finite) === 0 || (flags & tensed) !== 0) return false;
    const last = verbs.last[verb] ?? 0;
    for (let at = Math.max(0, (verbs.first[verb] ?? 0) - 1); at < last; at++)
      if (lexicon.isFrequency(tokens.word[at] ?? -1)) return true;
    const subject = verbs.subject[verb] ?? -1;
    if ((flags & VerbFlag.relative) === 0 || subject < 0) return false;
    const many = (nouns.flags[subject] ?? 0) & (NounFlag.plural | NounFlag.definite | NounFlag.number);
    const first = nouns.first[subject] ?? 0;
    return many === NounFlag.plural && phrases.tags[first] !== Tag.number && !namesOwner(phrases, subject);
  }

  /** "called Smith"; not "was called", "whose leaders have called for". */
  function isRung(phrases: Phrases, verb: number, args: Arguments): boolean {
    const { verbs, nouns, tokens } = phrases;
    if (args.passive || args.indirect >= 0 || args.object < 0) return false;
    // "a beer called Hope": what stands right before is named; not "Secretary of State Smith called".
    const before = (verbs.chunk[verb] ?? 0) - 1;
    const named = phrases.chunks.kind[before] === ChunkKind.noun ? (phrases.chunks.ref[before] ?? -1) : -1;
    const apart = named >= 0 && (nouns.leader[named] ?? named) !== args.subject && !isTime(phrases, named);
    if (apart && (nouns.preposition[named] ?? -1) < 0) return false;
    // "called out the candidates".
    if (phrases.tags[verbs.last[verb] ?? 0] === Tag.particle) return false;
    if ((nouns.chunk[args.object] ?? -1) <= (verbs.chunk[verb] ?? 0)) return false;
    // "A company called Harmony gave".
    const opening = tokens.word[nouns.first[args.subject] ?? 0] ?? -1;
    return opening !== grammar.ids.a && opening !== grammar.ids.an;
  }

  /** "agreed with him about the winner", "agreed it was a good plan": a view shared, nothing promised. */
  function isOpinion(phrases: Phrases, verb: number, args: Arguments): boolean {
    const { verbs, firstVerb } = phrases;
    if (!lexicon.agrees(verbs.lemma[verb] ?? -1) || areJoined(phrases, args.subject)) return false;
    if (args.object >= 0 || hasInfinitive(phrases, verb)) return false;
    const settles = args.clause.behind.some(
      ({ preposition }) =>
        preposition === words.on || preposition === words.to || preposition === words.between,
    );
    // "agreed to re-open": an infinitive that no list of verbs knows.
    const next = phrases.tokens.word[verbs.last[verb] ?? 0];
    if (settles || next === words.to) return false;
    const last = firstVerb[(verbs.sentence[verb] ?? 0) + 1] ?? 0;
    for (let at = verb + 1; at < last && at < verb + 3; at++) {
      const word = phrases.tokens.word[verbs.first[at] ?? 0] ?? -1;
      // "agreed that he may struggle".
      if (word === grammar.ids.may || word === grammar.ids.can || word === grammar.ids.might) return true;
      const modal = VerbFlag.conditional | VerbFlag.modal | VerbFlag.future;
      if (verbs.governor[at] === verb && ((verbs.flags[at] ?? 0) & (VerbFlag.infinitive | modal)) !== 0)
        return false;
    }
    return true;
  }

  function satisfied(phrases: Phrases, verb: number, need: Need, args: Arguments): boolean {
    if (need.slot === "subject")
      return need.filler === "any"
        ? areJoined(phrases, args.subject)
        : args.subject >= 0 && fills(phrases, need, args.subject, args);
    if (need.slot === "near") return isNear(phrases, verb, need.filler);
    if (need.slot === "infinitive")
      return (
        (args.object >= 0 || args.clause.behind[0]?.preposition === words.to) && hasInfinitive(phrases, verb)
      );
    if (need.slot === "indirect") return args.indirect >= 0 && fills(phrases, need, args.indirect, args);
    if (need.slot === "object") return args.object >= 0 && fills(phrases, need, args.object, args);
    // "is against the deal"; not "is looking to a fight against".
    const copula = ((phrases.verbs.flags[verb] ?? 0) & VerbFlag.copula) !== 0;
    if (copula && need.slot === words.against)
      return args.object < 0 && args.clause.behind[0]?.preposition === need.slot;
    return args.clause.behind.some(
      ({ preposition, phrase }) =>
        preposition === need.slot &&
        !belongsToNoun(phrases, phrase, args) &&
        fills(phrases, need, phrase, args),
    );
  }

  /** "talked about the nuclear talks with Iran": that "with" is the talks'. */
  function belongsToNoun({ chunks, nouns, tokens }: Phrases, phrase: number, args: Arguments): boolean {
    const before = (nouns.chunk[phrase] ?? 0) - 2;
    const preposition = tokens.word[chunks.ref[before + 1] ?? 0] ?? -1;
    if (preposition !== words.with && preposition !== words.between && preposition !== words.of) return false;
    if (chunks.kind[before] !== ChunkKind.noun) return false;
    const above = chunks.ref[before] ?? -1;
    if (above === args.object || (nouns.preposition[above] ?? -1) < 0) return false;
    return lexicon
      .nounTriggers(tokens.word[nouns.head[above] ?? 0] ?? -1)
      .some(({ type }) => type === "CONSULT");
  }

  function fills(phrases: Phrases, { filler, slot }: Need, phrase: number, args: Arguments): boolean {
    if (filler === "any") return true;
    // "released the sailors", "the ship"; not "released the figures".
    if (filler === "freed")
      return (
        !lexicon.isPublication(headWord(phrases, phrase, words)) &&
        (judge.canAct(phrases, phrase) ||
          lexicon.isFreed(headWord(phrases, judge.counted(phrases, phrase), words)))
      );
    if (filler === "place") return isProper(phrases, phrase);
    // "called him a liar" names; "called him on Monday" rings.
    if (filler === "person")
      return (
        (isProper(phrases, phrase) || isPronoun(phrases, phrase) || judge.canAct(phrases, phrase)) &&
        !(slot === "object" && args.clause.predicate)
      );
    if ("word" in filler) return false;
    return "not" in filler ? !isOfSet(phrases, phrase, filler.not) : isOfSet(phrases, phrase, filler.set);
  }

  /** Whether a phrase, or what it counts or goes on with ("a round of talks"), is headed by a noun of a set. */
  function isOfSet(phrases: Phrases, phrase: number, set: number): boolean {
    if (lexicon.inSet(headWord(phrases, phrase, words), set)) return true;
    const core = judge.counted(phrases, phrase);
    if (core !== phrase && lexicon.inSet(headWord(phrases, core, words), set)) return true;
    const of = ofPhrase(phrases, phrase, words.of);
    return of >= 0 && lexicon.inSet(headWord(phrases, of, words), set);
  }

  function isUnderCopula({ verbs }: Phrases, verb: number): boolean {
    const governor = verbs.governor[verb] ?? -1;
    return governor >= 0 && ((verbs.flags[governor] ?? 0) & VerbFlag.copula) !== 0;
  }

  /** "his record", "their own plan". */
  function isOwn(phrases: Phrases, phrase: number): boolean {
    const first = phrases.nouns.first[phrase] ?? 0;
    return phrases.tags[first] === Tag.possessive && !judge.canAct(phrases, phrase);
  }

  /** "confidence that": what is said and no side; not "a pact that". */
  function isContent({ nouns, chunks, tokens }: Phrases, phrase: number): boolean {
    const next = (nouns.chunk[phrase] ?? -2) + 1;
    const that =
      chunks.kind[next] === ChunkKind.relative && tokens.word[chunks.ref[next] ?? 0] === grammar.ids.that;
    return that && lexicon.isContent(tokens.word[nouns.head[phrase] ?? 0] ?? -1);
  }

  function opensBehind({ chunks }: Phrases, chunk: number): boolean {
    return chunks.kind[chunk + 1] === ChunkKind.subordinator;
  }

  /** "declined to comment": nobody is refused anything but words. */
  function isReply({ verbs, firstVerb }: Phrases, verb: number): boolean {
    const last = firstVerb[(verbs.sentence[verb] ?? 0) + 1] ?? 0;
    const next = verb + 1;
    return (
      (verbs.object[verb] ?? -1) < 0 &&
      next < last &&
      verbs.governor[next] === verb &&
      ((verbs.flags[next] ?? 0) & VerbFlag.infinitive) !== 0 &&
      (lexicon.isReply(verbs.lemma[next] ?? -1) ||
        lexicon.isSilent(verbs.lemma[next] ?? -1, verbs.lemma[verb] ?? -1))
    );
  }

  /** "told the guards to leave": an infinitive hangs on the verb. */
  function hasInfinitive({ verbs, firstVerb }: Phrases, verb: number): boolean {
    const last = firstVerb[(verbs.sentence[verb] ?? 0) + 1] ?? 0;
    for (let at = verb + 1; at < last && at < verb + 3; at++)
      if (verbs.governor[at] === verb && ((verbs.flags[at] ?? 0) & VerbFlag.infinitive) !== 0) return true;
    return false;
  }

  function isNear({ verbs, tokens, tags }: Phrases, verb: number, filler: Need["filler"]): boolean {
    if (typeof filler !== "object" || "not" in filler) return false;
    const from = verbs.last[verb] ?? 0;
    for (let at = from; at < from + NEAR && at < tokens.length && tags[at] !== Tag.stop; at++) {
      const word = tokens.word[at] ?? -1;
      if ("word" in filler ? word === filler.word : lexicon.inSet(word, filler.set)) return true;
    }
    return false;
  }

  /** "Lima and Quito talked", "the two men talked": sides that can only have done it with each other. */
  function areJoined(phrases: Phrases, phrase: number): boolean {
    if (phrase < 0) return false;
    const { nouns, tokens } = phrases;
    const named = isProper(phrases, phrase) || judge.canAct(phrases, phrase);
    if (isJoined(phrases, phrase)) return named;
    for (let at = nouns.first[phrase] ?? 0; at < (nouns.last[phrase] ?? 0); at++)
      if (tokens.word[at] === words.two) return true;
    return false;
  }
};
