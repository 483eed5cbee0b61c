import { type EventType, Shape } from "@readout/model";
import { ChunkKind, NounFlag, type Phrases, VerbFlag } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import type { ActorJudge, EventWords } from "./actors.js";
import {
  type Clause,
  headWord,
  isPronoun,
  isProper,
  lastConjunct,
  ofPhrase,
  readClause,
  relativeObject,
} from "./clause.js";
import type { Draft } from "./draft.js";
import type { EventLexicon, Need, Source, Trigger } from "./event-lexicon.js";

/** Who a verb does its act to, as the grammar has it: a passive's subject is its object. */
type Arguments = Readonly<{
  subject: number;
  object: number;
  indirect: number;
  clause: Clause;
  passive: boolean;
}>;

export type VerbEventFinder = Readonly<{
  /** The event that a verb group tells, or null. */
  find: (phrases: Phrases, verb: number) => Draft | null;
  /** The first phrase that can stand for those an act is done to: the object, else the first name behind. */
  anyRecipient: (phrases: Phrases, verb: number) => readonly number[];
}>;

/** Tokens behind a verb among which a `near` word may stand: "found the former mayor of the town guilty". */
const NEAR = 10;

/** Letters and digits in one token. */
const MACHINE = Shape.letter | Shape.digit;

/** Verbs of these types are acts of will: whatever refuses or demands is somebody. */
const volitional: ReadonlySet<EventType> = new Set(["REJECT", "REQUEST", "ACCUSE", "AGREE"]);

/** discuss, debate: whose object is a topic. */
const isTalked = ({ recipients }: Trigger): boolean => !recipients.includes("object");

/** Whether several who do this may do it with each other. */
const isMutual = ({ type, recipients }: Trigger): boolean =>
  (type === "AGREE" || type === "SUPPORT" || type === "COOPERATE") && !recipients.includes("object");

/** Looks verbs up in the table of triggers and reads their participants off the clause. */
export const createVerbEventFinder = (
  lexicon: EventLexicon,
  words: EventWords,
  judge: ActorJudge,
): VerbEventFinder => {
  const reflexives = new Set(
    ["himself", "herself", "itself", "themselves", "myself", "yourself", "ourselves"].map((word) =>
      lexicon.word(word),
    ),
  );
  const plurals = new Set(["they", "we"].map((word) => lexicon.word(word)));
  return {
    find: (phrases, verb) => {
      const lemma = phrases.verbs.lemma[verb] ?? -1;
      if (lemma < 0) return null;
      const triggers = lexicon.verbTriggers(lemma);
      if (triggers.length === 0) return null;
      const args = readArguments(phrases, verb);
      for (const trigger of triggers) {
        if (!fits(phrases, verb, trigger, args)) continue;
        const draft = build(phrases, verb, trigger, args);
        if (draft !== null) return draft;
      }
      return null;
    },
    anyRecipient: (phrases, verb) => {
      const args = readArguments(phrases, verb);
      const named = args.clause.behind.find(({ phrase }) => judge.canAct(phrases, phrase));
      if (args.object >= 0 && judge.canAct(phrases, args.object)) return [args.object];
      if (named !== undefined) return [named.phrase];
      return args.object >= 0 ? [args.object] : [];
    },
  };

  function fits(phrases: Phrases, verb: number, trigger: Trigger, args: Arguments): boolean {
    if (trigger.particle >= 0) {
      const next = phrases.verbs.last[verb] ?? 0;
      if (phrases.tokens.word[next] !== trigger.particle) return false;
    }
    // "called it a mistake": the -ing form of call names, it does not ring.
    if (trigger.mode === "phone" && ((phrases.verbs.flags[verb] ?? 0) & VerbFlag.gerund) !== 0) return false;
    // "called Clinton a champion for workers", "demonstrated an ambition": what is done to an object is no call, no march.
    if (trigger.type === "REQUEST" && typeof trigger.need?.slot === "number" && args.object >= 0)
      return false;
    if (trigger.type === "PROTEST" && trigger.need === null && args.object >= 0) return false;
    if (trigger.type === "AGREE" && trigger.need === null && isOpinion(phrases, verb, args)) return false;
    // "a group called Hope", "I wouldn't call it reform": named, not rung.
    if (trigger.mode === "phone" && trigger.need?.slot === "object" && (args.passive || args.indirect >= 0))
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
    return trigger.need === null || satisfied(phrases, verb, trigger.need, args);
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
      const modal = VerbFlag.conditional | VerbFlag.modal | VerbFlag.future;
      if (verbs.governor[at] === verb && ((verbs.flags[at] ?? 0) & (VerbFlag.infinitive | modal)) !== 0)
        return false;
    }
    return true;
  }

  function satisfied(phrases: Phrases, verb: number, need: Need, args: Arguments): boolean {
    if (need.slot === "subject") return areJoined(phrases, args.subject);
    if (need.slot === "near") return isNear(phrases, verb, need.filler);
    if (need.slot === "infinitive") return args.object >= 0 && hasInfinitive(phrases, verb);
    if (need.slot === "indirect") return args.indirect >= 0 && fills(phrases, need, args.indirect, args);
    if (need.slot === "object") return args.object >= 0 && fills(phrases, need, args.object, args);
    return args.clause.behind.some(
      ({ preposition, phrase }) => preposition === need.slot && fills(phrases, need, phrase, args),
    );
  }

  function fills(phrases: Phrases, { filler, slot }: Need, phrase: number, args: Arguments): boolean {
    if (filler === "any") return true;
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

  function readArguments(phrases: Phrases, verb: number): Arguments {
    const { verbs, nouns, firstChunk } = phrases;
    const passive = ((verbs.flags[verb] ?? 0) & VerbFlag.passive) !== 0;
    const sentence = verbs.sentence[verb] ?? 0;
    const object = objectOf(phrases, verb);
    const chunk = verbs.chunk[verb] ?? 0;
    const behind = object >= 0 && (nouns.chunk[object] ?? -1) > chunk;
    const end = behind ? lastConjunct(phrases, object, nouns.chunk[object] ?? chunk) : chunk;
    const clause = readClause(phrases, end + 1, firstChunk[sentence + 1] ?? 0);
    if (!passive)
      return {
        subject: verbs.subject[verb] ?? -1,
        object,
        indirect: verbs.indirect[verb] ?? -1,
        clause,
        passive,
      };
    return {
      subject: verbs.agent[verb] ?? -1,
      object: verbs.subject[verb] ?? -1,
      indirect: -1,
      clause,
      passive,
    };
  }

  /** The object, also where it is a range ("between 20 and 30 people") or stands before its relative clause. */
  function objectOf(phrases: Phrases, verb: number): number {
    const { verbs, nouns, chunks, tokens } = phrases;
    const object = verbs.object[verb] ?? -1;
    const indirect = verbs.indirect[verb] ?? -1;
    // "did not sign the pact themselves".
    if (indirect >= 0 && object >= 0 && isPronoun(phrases, object)) return indirect;
    if (object >= 0) return object;
    const next = (verbs.chunk[verb] ?? 0) + 1;
    if (
      chunks.kind[next] === ChunkKind.preposition &&
      chunks.kind[next + 1] === ChunkKind.noun &&
      tokens.word[chunks.ref[next] ?? 0] === words.between &&
      ((nouns.flags[chunks.ref[next + 1] ?? 0] ?? 0) & NounFlag.number) !== 0
    ) {
      const low = chunks.ref[next + 1] ?? -1;
      const joined =
        chunks.kind[next + 2] === ChunkKind.conjunction && chunks.kind[next + 3] === ChunkKind.noun;
      return joined ? (chunks.ref[next + 3] ?? low) : low;
    }
    return relativeObject(phrases, verb);
  }

  function build(phrases: Phrases, verb: number, trigger: Trigger, args: Arguments): Draft | null {
    if (trigger.recipients[0] === "subject") return buildSuffered(phrases, verb, trigger, args);
    const actors: number[] = [];
    let implied = args.passive && args.subject < 0;
    if (args.subject >= 0) {
      if (isInstrument(phrases, args.subject)) {
        // "U.S. airstrikes killed": the name beside the weapon says whose.
        if (namesOwner(phrases, args.subject)) actors.push(args.subject);
        else implied = true;
      } else if (
        judge.canAct(phrases, args.subject) ||
        (volitional.has(trigger.type) && speaks(phrases, args))
      )
        actors.push(args.subject);
      else return null;
    }
    let recipients = pick(phrases, trigger, args).filter((phrase) => !actors.includes(phrase));
    if (actors.length === 0 && !implied) return null;
    // Help is help to somebody.
    if (trigger.type === "AID" && recipients.length === 0) return null;
    // "shot himself": done to nobody else.
    if (recipients.some((phrase) => isReflexive(phrases, phrase))) return null;
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
      recipients = recipients.filter((phrase) => judge.canAct(phrases, phrase) && !isPress(phrases, phrase));
      const talks =
        trigger.need !== null && trigger.need.slot !== "near" && typeof trigger.need.filler === "object";
      if (recipients.length === 0 && !severalActors(phrases, actors) && !talks) return null;
      if (talks && isNewsConference(phrases, args.object)) return null;
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
      actors,
      recipients,
      impliedActor: implied && actors.length === 0,
    };
  }

  /** "drew criticism from the union", "died in an ambush": the subject is who it was done to. */
  function buildSuffered(phrases: Phrases, verb: number, trigger: Trigger, args: Arguments): Draft | null {
    const infinitive = ((phrases.verbs.flags[verb] ?? 0) & VerbFlag.infinitive) !== 0;
    if (args.passive || infinitive || args.subject < 0) return null;
    if (trigger.type !== "ASSAULT" && !judge.canAct(phrases, args.subject)) return null;
    const actors = trigger.actors
      .map((source) => fromSource(phrases, source, args))
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

  function draftOf({ verbs }: Phrases, verb: number, trigger: Trigger, place: number): Draft {
    const head = verbs.head[verb] ?? 0;
    return {
      verb,
      noun: -1,
      sentence: verbs.sentence[verb] ?? 0,
      first: head,
      last: trigger.particle >= 0 ? (verbs.last[verb] ?? head) + 1 : head + 1,
      type: trigger.type,
      mode: trigger.mode,
      status: "actual",
      actors: [],
      recipients: [],
      impliedActor: false,
      place,
      rule: trigger.rule,
      absorbed: false,
      owner: null,
      accuser: -1,
    };
  }

  /** "the statement called for": a text speaks for those who wrote it. */
  function speaks(phrases: Phrases, { subject, passive }: Arguments): boolean {
    return !passive && lexicon.isPublication(headWord(phrases, subject, words));
  }

  function isReflexive({ nouns, tokens }: Phrases, phrase: number): boolean {
    return reflexives.has(tokens.word[nouns.head[phrase] ?? 0] ?? -1);
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
    // "Turkish F-16s": a machine by its number.
    if (((phrases.tokens.shape[phrases.nouns.head[counted] ?? 0] ?? 0) & MACHINE) === MACHINE) return true;
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

  function namesOwner({ nouns, tags }: Phrases, phrase: number): boolean {
    if ((nouns.possessor[phrase] ?? -1) >= 0) return true;
    const head = nouns.head[phrase] ?? 0;
    for (let at = nouns.first[phrase] ?? 0; at < head; at++) if (tags[at] === Tag.proper) return true;
    return tags[head] === Tag.proper;
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
    if (((phrases.nouns.flags[first] ?? 0) & NounFlag.plural) !== 0 && phrases.tags[head] === Tag.noun)
      return true;
    return phrases.tags[head] === Tag.number;
  }

  function isFrame({ nouns, tokens }: Phrases, phrase: number): boolean {
    return phrase >= 0 && lexicon.isFrame(tokens.word[nouns.head[phrase] ?? 0] ?? -1);
  }

  /** Whether a phrase names several by joining them: "Kuwait and its allies". */
  function isJoined({ nouns }: Phrases, phrase: number | undefined): boolean {
    return phrase !== undefined && (nouns.next[phrase] ?? -1) >= 0;
  }

  function isPress(phrases: Phrases, phrase: number): boolean {
    const plural = ((phrases.nouns.flags[phrase] ?? 0) & NounFlag.plural) !== 0;
    return plural && lexicon.sectorOf(headWord(phrases, phrase, words)) === "JRN";
  }

  function isPlural({ nouns, tokens }: Phrases, phrase: number): boolean {
    return plurals.has(tokens.word[nouns.head[phrase] ?? 0] ?? -1);
  }

  function pick(phrases: Phrases, trigger: Trigger, args: Arguments): readonly number[] {
    for (const source of trigger.recipients) {
      const found = fromSource(phrases, source, args);
      if (found >= 0) return [found];
    }
    return [];
  }

  function fromSource(phrases: Phrases, source: Source, args: Arguments): number {
    if (source === "object") return args.object;
    if (source === "indirect") return args.indirect;
    if (source === "possessor") return args.object >= 0 ? (phrases.nouns.possessor[args.object] ?? -1) : -1;
    if (source === "pre" || source === "subject") return -1;
    // "in the wake of a report": that "of" is the wake's.
    const { behind } = args.clause;
    const at = behind.findIndex(
      ({ preposition }, index) =>
        preposition === source && !(source === words.of && isFrame(phrases, behind[index - 1]?.phrase ?? -1)),
    );
    return behind[at]?.phrase ?? -1;
  }
};
