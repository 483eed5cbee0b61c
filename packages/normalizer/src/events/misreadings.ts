import type { EventType } from "@readout/model";
import { ChunkKind, type Phrases, VerbFlag } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import type { GrammarWords } from "../grammar/words.js";
import type { ActorJudge, EventWords } from "./actors.js";
import { hasInfinitive, isBarePlural, isJoined, isProper, isTime, tensed } from "./clause.js";
import type { EventLexicon } from "./event-lexicon.js";
import type { NeedReader } from "./needs.js";
import type { Trigger } from "./trigger-table.js";
import type { Arguments } from "./verb-arguments.js";

/** Whether a verb, used so, does not mean what a row of its type or mode says. */
type Misreading = (phrases: Phrases, verb: number, args: Arguments, trigger: Trigger) => boolean;

/**
 * Tells whether the words around a verb give it another sense than a trigger's row does. Each misreading stands with the type or mode
 * whose rows invite it, since a lemma may have rows of several.
 */
export const createMisreader = (
  lexicon: EventLexicon,
  words: EventWords,
  grammar: GrammarWords,
  judge: ActorJudge,
  needs: NeedReader,
): Misreading => {
  /** Words that say how things are as often as what happened. */
  const stated: readonly Misreading[] = [isGeneric];
  /** Words that mean something else with a particle that their row does not name. */
  const straying: readonly Misreading[] = [hasStrayParticle];
  const ofType: Partial<Record<EventType, readonly Misreading[]>> = {
    AGREE: [...stated, isCommitted, isOpinion],
    CONSULT: [isUtterance, isSent, hasTopicAlone, isAboutTies],
    SUPPORT: [...stated, ...straying, isSelfServing, isOfOpinion],
    CONCEDE: [...stated, ...straying],
    COOPERATE: [isTraded],
    AID: [...stated, ...straying],
    REQUEST: [...stated, ...straying, isDoneToObject, isSaidOn],
    ACCUSE: [...stated, ...straying, isNamedInPassing],
    REJECT: [...stated, ...straying, isReply, isTraded],
    THREATEN: [isInDanger],
    PROTEST: [isSaid, showsThing, isTraded],
  };
  const ofMode: Readonly<Record<string, readonly Misreading[]>> = {
    phone: [isNaming, isWhatSomebodyCalls, isNamed],
    allege: [isToBlame],
    visit: [isDoneToObject],
    withdraw: [takesThing],
  };
  const always: readonly Misreading[] = [isBeforePublic, asksThing];

  return (phrases, verb, args, trigger) => {
    const isOne = (misreading: Misreading): boolean => misreading(phrases, verb, args, trigger);
    return (
      always.some(isOne) ||
      (ofType[trigger.type]?.some(isOne) ?? false) ||
      (trigger.mode !== null && (ofMode[trigger.mode]?.some(isOne) ?? false))
    );
  };

  /** "Speaking in Rome, the two men": before the public. */
  function isBeforePublic({ verbs }: Phrases, verb: number, _: Arguments, { need }: Trigger): boolean {
    return need?.slot === "subject" && ((verbs.flags[verb] ?? 0) & VerbFlag.gerund) !== 0;
  }

  /** "requested anonymity to speak": whom one asks is somebody. */
  function asksThing(phrases: Phrases, _: number, { object }: Arguments, { need }: Trigger): boolean {
    return need?.slot === "infinitive" && isThing(phrases, object);
  }

  /** "called Clinton a champion for workers", "returned the statue to Libya": done to an object, no call for something, no visit. */
  function isDoneToObject(_: Phrases, __: number, { object }: Arguments, { need }: Trigger): boolean {
    return typeof need?.slot === "number" && object >= 0;
  }

  /** "insisted on the radio that nobody knew": where it was said. */
  function isSaidOn(phrases: Phrases, _: number, { clause }: Arguments, { need }: Trigger): boolean {
    if (need?.slot !== words.on) return false;
    const phrase = clause.behind.find(({ preposition }) => preposition === words.on)?.phrase ?? -1;
    const { chunks, nouns, tokens } = phrases;
    const next = (nouns.chunk[phrase] ?? -2) + 1;
    const opens = chunks.kind[next] === ChunkKind.subordinator || chunks.kind[next] === ChunkKind.relative;
    const that = opens && tokens.word[chunks.ref[next] ?? 0] === grammar.ids.that;
    return phrase >= 0 && that && isProper(phrases, phrase);
  }

  /** "is committed to her". */
  function isCommitted(_: Phrases, __: number, { passive, subject }: Arguments, { need }: Trigger): boolean {
    return passive && subject < 0 && need?.slot === words.to;
  }

  /** "talks nonsense": what is spoken is no side. */
  function isUtterance(_: Phrases, __: number, { object }: Arguments, { need }: Trigger): boolean {
    return need?.slot === "subject" && object >= 0;
  }

  /** "was returned to Oslo". */
  function isSent(_: Phrases, __: number, { passive, subject }: Arguments): boolean {
    return passive && subject < 0;
  }

  /** "meet requirements"; not "discussed the plan", whose object is a topic. */
  function hasTopicAlone(phrases: Phrases, _: number, { object }: Arguments, trigger: Trigger): boolean {
    // "to meet those targets, and Ada Lind said": what else is joined to a topic meets nobody.
    const thing = object >= 0 && !judge.actsAlone(phrases, object);
    return trigger.need === null && thing && trigger.recipients.includes("object");
  }

  /** "spoke about her ties to the church": whom somebody speaks to stands first. */
  function isAboutTies(_: Phrases, __: number, { clause }: Arguments, { need, mode }: Trigger): boolean {
    return need?.slot === words.to && mode === null && clause.behind[0]?.preposition !== words.to;
  }

  /** "defended his record": one's own. */
  function isSelfServing(phrases: Phrases, verb: number, { object }: Arguments): boolean {
    return object >= 0 && isOwn(phrases, object) && lexicon.isSelfServing(phrases.verbs.lemma[verb] ?? -1);
  }

  /** "expressed confidence that". */
  function isOfOpinion(phrases: Phrases, _: number, { object }: Arguments): boolean {
    return (
      object >= 0 && (opensBehind(phrases, phrases.nouns.chunk[object] ?? -2) || isContent(phrases, object))
    );
  }

  /** "traded the microphone with", "broke down walls with". */
  function isTraded(
    { nouns, tokens }: Phrases,
    _: number,
    { object }: Arguments,
    { need, recipients, particle }: Trigger,
  ): boolean {
    // "said no to".
    if (particle >= 0 && tokens.word[nouns.head[object] ?? -1] === particle) return false;
    return typeof need?.slot === "number" && recipients[0] === need.slot && object >= 0;
  }

  /** "people are threatened". */
  function isInDanger(_: Phrases, __: number, { passive, subject }: Arguments, { need }: Trigger): boolean {
    return need?.filler === "any" && passive && subject < 0;
  }

  /** "demonstrated that", "protested that". */
  function isSaid(phrases: Phrases, verb: number): boolean {
    return opensBehind(phrases, phrases.verbs.chunk[verb] ?? -2);
  }

  /** "demonstrated an ambition". */
  function showsThing(_: Phrases, __: number, { object }: Arguments, { need }: Trigger): boolean {
    return need === null && object >= 0;
  }

  /** "called it a mistake": the -ing form of call names, it does not ring. */
  function isNaming({ verbs }: Phrases, verb: number): boolean {
    return ((verbs.flags[verb] ?? 0) & VerbFlag.gerund) !== 0;
  }

  /** "a group called Hope", "I wouldn't call it reform". */
  function isNamed(phrases: Phrases, verb: number, args: Arguments, { need }: Trigger): boolean {
    return need?.slot === "object" && !isRung(phrases, verb, args);
  }

  /** "is to blame". */
  function isToBlame(phrases: Phrases, verb: number): boolean {
    return ((phrases.verbs.flags[verb] ?? 0) & VerbFlag.infinitive) !== 0 && isUnderCopula(phrases, verb);
  }

  /** "pulled the listing from the site". */
  function takesThing(phrases: Phrases, _: number, { object }: Arguments, { need }: Trigger): boolean {
    return typeof need?.slot === "number" && isThing(phrases, object);
  }

  /** "bows out", "backed up"; not "was criticized over its claim". */
  function hasStrayParticle(
    { verbs, tags, tokens }: Phrases,
    verb: number,
    _: Arguments,
    trigger: Trigger,
  ): boolean {
    const { need, particle } = trigger;
    const last = verbs.last[verb] ?? 0;
    const any = need === null || (need.filler === "any" && need.slot === "object");
    return any && particle < 0 && tags[last] === Tag.particle && tokens.word[last] !== words.over;
  }

  function isThing(phrases: Phrases, phrase: number): boolean {
    return phrase >= 0 && !judge.canAct(phrases, phrase);
  }

  /** "Parliaments reject budgets.": what bare plurals do to bare plurals; not in a headline, which has no stop. */
  function isGeneric(phrases: Phrases, verb: number, { subject, object, passive }: Arguments): boolean {
    const { verbs, firstChunk, chunks } = phrases;
    const flags = verbs.flags[verb] ?? 0;
    if (passive || (flags & tensed) !== 0 || (flags & VerbFlag.finite) === 0) return false;
    const stop = (firstChunk[(verbs.sentence[verb] ?? 0) + 1] ?? 0) - 1;
    if (chunks.kind[stop] !== ChunkKind.stop && chunks.kind[stop] !== ChunkKind.quote) return false;
    const isBare = (phrase: number): boolean => isBarePlural(phrases, phrase) && !isJoined(phrases, phrase);
    return isBare(subject) && (object < 0 || isBare(object));
  }

  /** 'assails what he calls the "immoral" lie': a word for something, thrown at nobody. */
  function isNamedInPassing(phrases: Phrases, verb: number, args: Arguments, { need }: Trigger): boolean {
    return need?.slot === "near" && isWhatSomebodyCalls(phrases, verb, args);
  }

  /** "signed what they called a charter": a name is given. */
  function isWhatSomebodyCalls({ nouns, tokens }: Phrases, _: number, { subject }: Arguments): boolean {
    const first = nouns.first[subject] ?? 0;
    return first > 0 && tokens.word[first - 1] === grammar.ids.what;
  }

  /** "called Smith"; not "was called", "whose leaders have called for". */
  function isRung(phrases: Phrases, verb: number, args: Arguments): boolean {
    const { verbs, nouns, tokens } = phrases;
    if (args.passive || args.indirect >= 0 || args.object < 0) return false;
    // "a beer called Hope": what stands right before is named; not "Secretary of State Smith called".
    const before = (verbs.chunk[verb] ?? 0) - 1;
    const beside = phrases.chunks.kind[before] === ChunkKind.noun ? (phrases.chunks.ref[before] ?? -1) : -1;
    const apart =
      beside >= 0 && (nouns.leader[beside] ?? beside) !== args.subject && !isTime(phrases, beside);
    if (apart && (nouns.preposition[beside] ?? -1) < 0) return false;
    // "called out the candidates".
    if (phrases.tags[verbs.last[verb] ?? 0] === Tag.particle) return false;
    if ((nouns.chunk[args.object] ?? -1) <= (verbs.chunk[verb] ?? 0)) return false;
    if (isCalledSo(phrases, nouns.chunk[args.object] ?? 0)) return false;
    // "which he called a cartel", "called the chief onto the stage".
    const named = tokens.word[nouns.first[args.object] ?? 0] ?? -1;
    if (named === grammar.ids.a || named === grammar.ids.an) return false;
    if (
      args.clause.behind.some(({ preposition }) => preposition === words.into || preposition === words.onto)
    )
      return false;
    // "A company called Harmony gave".
    const opening = tokens.word[nouns.first[args.subject] ?? 0] ?? -1;
    return opening !== grammar.ids.a && opening !== grammar.ids.an;
  }

  /** 'called the chief, Ada Lind, "driven"': a quote or an adjective behind the name of whoever is called so. */
  function isCalledSo({ chunks, tags, nouns, tokens }: Phrases, object: number): boolean {
    const { comma, noun, quote, other } = ChunkKind;
    if ([comma, noun, comma].some((kind, index) => chunks.kind[object + 1 + index] !== kind)) return false;
    const next = chunks.kind[object + 4];
    const opening = next === noun ? (tokens.word[nouns.first[chunks.ref[object + 4] ?? 0] ?? 0] ?? -1) : -1;
    if (opening === grammar.ids.a || opening === grammar.ids.an) return true;
    return next === quote || (next === other && tags[chunks.ref[object + 4] ?? 0] === Tag.adjective);
  }

  /** "agreed with him about the winner", "agreed it was a good plan": a view shared, nothing promised. */
  function isOpinion(phrases: Phrases, verb: number, args: Arguments): boolean {
    const { verbs, firstVerb } = phrases;
    if (!lexicon.agrees(verbs.lemma[verb] ?? -1) || needs.areJoined(phrases, args.subject)) return false;
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

  /** "declined to comment", "declined requests for an interview": nobody is refused anything but words. */
  function isReply(phrases: Phrases, verb: number, { object, clause }: Arguments): boolean {
    const { verbs, nouns, tokens, firstVerb } = phrases;
    const [first] = clause.behind;
    const asked = first?.preposition === words.for ? (nouns.head[first.phrase] ?? 0) : -1;
    if (object >= 0 && asked >= 0 && lexicon.isPrivate(tokens.word[asked] ?? -1)) return true;
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
};
