import { type EventType, Shape } from "@readout/model";
import { ChunkKind, NounFlag, type Phrases, VerbFlag } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import { antecedent } from "./antecedent.js";
import {
  isPronoun,
  isProper,
  isTime,
  lastConjunct,
  type PrepositionalPhrase,
  readClause,
  readHands,
} from "./clause.js";
import type { Draft } from "./draft.js";
import { createNounStatusReader } from "./noun-status.js";
import type { Tables } from "./tables.js";
import type { Source, Trigger } from "./trigger-table.js";
import { anyRecipient } from "./verb-arguments.js";

/** The events of a sentence that verbs tell, by their verb group. */
export type ToldByVerbs = ReadonlyMap<number, Draft>;

export type NounEventFinder = Readonly<{
  /** The event that a noun phrase names, or null. `told` are the sentence's verb events. */
  find: (phrases: Phrases, phrase: number, told: ToldByVerbs) => Draft | null;
}>;

/** Chunks on either side of a noun among which the verb stands that carries it. */
const NEAR = 60;

/** Chunks before a noun among which the verb stands whose subject is its other side: 'called it "a blow" at a meeting with'. */
const REACH = 12;

/** Looks nouns up in the table of triggers: "talks between A and B", "A's visit to B", "airstrikes on B by A". */
export const createNounEventFinder = (tables: Tables): NounEventFinder => {
  const { lexicon, words, grammar, judge } = tables;
  const phone = words.phone;
  const statuses = createNounStatusReader(lexicon, words, grammar);
  const meetingFrames = new Set([words.during, words.in, words.after, words.at]);
  return {
    find: (phrases, phrase, told) => {
      const { nouns, tokens } = phrases;
      const head = nouns.head[phrase] ?? 0;
      const triggers = lexicon.nounTriggers(tokens.word[head] ?? -1);
      if (triggers.length === 0) return null;
      for (const trigger of triggers) {
        const draft = build(phrases, phrase, trigger, told);
        if (draft !== null) return draft;
      }
      return null;
    },
  };

  function build(phrases: Phrases, phrase: number, trigger: Trigger, told: ToldByVerbs): Draft | null {
    const { nouns, tokens } = phrases;
    const head = nouns.head[phrase] ?? 0;
    const support = supportOf(phrases, phrase, trigger.type);
    // "support from leaders of the union": that "of" is the leaders'.
    const all = [...readBehind(phrases, phrase), ...(support?.behind ?? [])];
    const { behind: following } = readHands(phrases, all, words);
    const behind = following.filter(
      (one, at) => (at === 0 || one.preposition !== words.of) && !isEra(phrases, one.phrase),
    );
    if (trigger.need !== null && behind.every(({ preposition }) => preposition !== trigger.need?.slot))
      return null;
    // "the president's assassination": his own.
    const owned = nouns.possessor[phrase] ?? -1;
    const suffers =
      owned >= 0 &&
      lexicon.isSuffered(tokens.word[head] ?? -1) &&
      behind.every(({ preposition }) => preposition !== words.of && preposition !== words.on);
    const actorsBehind = behind.filter((_, at) => !describes(phrases, behind, at));
    let actors = suffers ? [] : sources(phrases, phrase, trigger.actors, actorsBehind, []);
    // "mounted a raid on", "renewed their support for": the subject of a verb that says nothing else acts.
    if (actors.length === 0 && support !== null && support.subject >= 0) actors = [support.subject];
    let recipients = suffers ? [owned] : sources(phrases, phrase, trigger.recipients, behind, actors);
    if (recipients.length === 0 && aims.has(trigger.type)) recipients = aimOf(phrases, phrase);
    const isVisit = trigger.mode === "visit";
    if (trigger.type === "CONSULT") {
      actors = actors.filter((one) => judge.canAct(phrases, one));
      recipients = recipients.filter((one) => judge.canAct(phrases, one));
      // "a call with B" speaks; "B's call for peace" asks.
      if (
        trigger.mode === "phone" &&
        !isPhone(phrases, phrase) &&
        !behind.some((one) => isWithSomebody(phrases, one))
      )
        return null;
      if (!isVisit) {
        // "said at a meeting with his ministers": whoever said it met them.
        const hosted = actors.length === 0 && recipients.length > 0;
        const host = hosted && isFramed(phrases, phrase);
        actors = host ? withSubject(phrases, phrase, recipients) : actors;
        actors = [...actors, ...recipients.filter((one) => !actors.includes(one))];
        recipients = [];
        // "arranged calls with both men": with each, by whoever does.
        const caller = hosted ? withSubject(phrases, phrase, actors) : [];
        if (caller.length > actors.length) actors = caller;
        // "along the lines of Romney's conversation about faith": whose it is says with nobody else.
        const owned =
          actors.length === 1 && actors[0] === nouns.possessor[phrase] && !isFramed(phrases, phrase);
        // "before a joint meeting of Congress": its own.
        const held =
          actors.length === 1 &&
          behind.some((one) => one.phrase === actors[0] && one.preposition === words.of);
        if (owned || (held && !isPair(phrases, actors))) return null;
        if (actors.length < 2 && !isPair(phrases, actors)) {
          const sides =
            actors.length === 1 ? withSubject(phrases, phrase, actors) : sidesOfClause(phrases, phrase, told);
          if (sides.length < 2) return null;
          actors = [...new Set(sides)];
        }
      } else if (actors.length === 0 || recipients.length === 0) return null;
    } else if (trigger.type === "ASSAULT") {
      if (isVerbal(phrases, phrase)) return null;
      if (actors.length === 0 && recipients.length === 0) return null;
    } else if (actors.length === 0 || (recipients.length === 0 && !standsAlone(phrases, trigger, actors)))
      return null;
    // "the release of records" frees nobody.
    if (trigger.mode === "release" && !recipients.some((one) => judge.canAct(phrases, one))) return null;
    if (trigger.type !== "CONSULT" && actors.length > 0) {
      actors = actors.filter((one) => judge.canAct(phrases, one));
      if (actors.length === 0 && trigger.type !== "ASSAULT") return null;
    }
    const place = behind.find(
      ({ preposition, phrase: at }) =>
        (preposition === words.in ||
          preposition === words.at ||
          preposition === words.near ||
          preposition === words.on) &&
        isProper(phrases, at),
    );
    return {
      verb: -1,
      noun: phrase,
      sentence: nouns.sentence[phrase] ?? 0,
      first: head,
      last: head + 1,
      type: trigger.type,
      mode: trigger.mode ?? modeOf(phrases, phrase),
      status: statuses.read(phrases, phrase, trigger.type),
      actors,
      recipients,
      impliedActor: actors.length === 0,
      place: place?.phrase ?? -1,
      sides: trigger.sides,
      trigger,
      rule: trigger.rule,
      absorbed: false,
      unwilling: false,
      owner: actors.length === 0 ? ownerOf(phrases, phrase) : null,
      accuser: -1,
    };
  }

  /** "the worst attack in history": when, not where. */
  function isEra({ nouns, tokens }: Phrases, phrase: number): boolean {
    return lexicon.isEra(tokens.word[nouns.head[phrase] ?? 0] ?? -1);
  }

  /** "trade between Oslo and Rome", "a march by students": nobody else need take part. */
  function standsAlone(phrases: Phrases, { type }: Trigger, actors: readonly number[]): boolean {
    if (type === "COOPERATE") return isPair(phrases, actors);
    // A march has no single name: "Florida's March vote".
    return type === "PROTEST" && actors.every((one) => !isProper(phrases, one));
  }

  /**
   * The verb that carries an event noun: one that has it as its object and no meaning of its own in the table, or one whose
   * subject it is ("sanctions were announced against"). Gives who acts and what stands behind the verb.
   */
  function supportOf(
    phrases: Phrases,
    phrase: number,
    type: EventType,
  ): Readonly<{ subject: number; behind: readonly PrepositionalPhrase[] }> | null {
    const { verbs, nouns, chunks, firstChunk } = phrases;
    const sentence = nouns.sentence[phrase] ?? 0;
    const chunk = nouns.chunk[phrase] ?? 0;
    const end = Math.min(firstChunk[sentence + 1] ?? 0, chunk + NEAR);
    for (let at = Math.max(firstChunk[sentence] ?? 0, chunk - NEAR); at < end; at++) {
      if (chunks.kind[at] !== ChunkKind.verb) continue;
      const verb = chunks.ref[at] ?? -1;
      const flags = verbs.flags[verb] ?? 0;
      const lemma = verbs.lemma[verb] ?? -1;
      const passive = (flags & VerbFlag.passive) !== 0;
      const held = verbs.object[verb] === phrase && !passive;
      if (!held && verbs.subject[verb] !== phrase) continue;
      // "Fighting broke out between": the noun's own sides stand behind the verb.
      const occurs =
        !held && (verbs.object[verb] ?? -1) < 0 && lexicon.complementsOf(lemma).includes("occur");
      if (!held && !passive && !occurs) continue;
      const light = lexicon.complementsOf(lemma).includes("light");
      const meant = lexicon
        .verbTriggers(lemma)
        .some(({ need }) => need === null || (need.slot === "object" && need.filler === "any"));
      // "broke the siege", "reported the shelling" neither besiege nor shell.
      if (held && !light) return null;
      if (meant && !occurs && !light) return null;
      if (
        (flags &
          (VerbFlag.negated |
            VerbFlag.conditional |
            VerbFlag.modal |
            VerbFlag.future |
            VerbFlag.infinitive)) !==
        0
      )
        return null;
      const { behind } = readClause(phrases, (verbs.chunk[verb] ?? 0) + 1, firstChunk[sentence + 1] ?? 0);
      const subject = held ? (verbs.subject[verb] ?? -1) : occurs ? -1 : (verbs.agent[verb] ?? -1);
      // "the raid was described by the premier": whoever describes a raid makes none; whoever claims it does.
      // "Oslo had two murders": it committed none.
      const has = type === "ASSAULT" && lemma === grammar.ids.have;
      const makes = (light && !has) || lexicon.verbTriggers(lemma).some((one) => one.type === type);
      const own = makes || occurs ? behind : behind.filter(({ preposition }) => preposition !== words.by);
      return {
        subject: makes && subject >= 0 && judge.canAct(phrases, subject) ? subject : -1,
        behind: held ? [] : own,
      };
    }
    return null;
  }

  /**
   * Whom what follows a noun is about: "Oslo's refusal to meet the king", "threats by rebels to blow up the port", "demands by the union
   * that the premier resign".
   */
  function aimOf(phrases: Phrases, phrase: number): readonly number[] {
    const { chunks, nouns, verbs } = phrases;
    let next = (nouns.chunk[phrase] ?? -2) + 1;
    for (let steps = 0; steps < 3 && chunks.kind[next] === ChunkKind.preposition; steps++) next += 2;
    const ref = chunks.ref[next] ?? -1;
    if (chunks.kind[next] === ChunkKind.verb)
      return ((verbs.flags[ref] ?? 0) & VerbFlag.infinitive) !== 0 ? anyRecipient(phrases, ref, tables) : [];
    const opens = chunks.kind[next] === ChunkKind.subordinator || chunks.kind[next] === ChunkKind.relative;
    const subject = chunks.kind[next + 1] === ChunkKind.noun ? (chunks.ref[next + 1] ?? -1) : -1;
    return opens && subject >= 0 && judge.canAct(phrases, subject) ? [subject] : [];
  }

  /** The names right before an event noun: "a Taliban attack", "U.S. airstrikes". Whether they act is for the names to say. */
  function ownerOf({ nouns, tags }: Phrases, phrase: number): Draft["owner"] {
    const head = nouns.head[phrase] ?? 0;
    let first = head;
    while (first > (nouns.first[phrase] ?? 0) && tags[first - 1] !== Tag.proper) first--;
    const last = first;
    while (first > (nouns.first[phrase] ?? 0) && tags[first - 1] === Tag.proper) first--;
    return first < last ? { first, last } : null;
  }

  /** Prepositional phrases right behind a noun, up to the first comma or verb. */
  function readBehind(phrases: Phrases, phrase: number): readonly PrepositionalPhrase[] {
    const { chunks, nouns, verbs, tokens } = phrases;
    const found: PrepositionalPhrase[] = [];
    let c = (nouns.chunk[phrase] ?? -2) + 1;
    if (c <= 0) return found;
    for (let steps = 0; steps < 8 && c + 1 < chunks.length; steps++) {
      const kind = chunks.kind[c];
      if (kind === ChunkKind.noun && isTime(phrases, chunks.ref[c] ?? 0)) c++;
      else if (kind === ChunkKind.other || kind === ChunkKind.quote) c++;
      // "a meeting held between", "strikes carried out by": a participle describes the noun.
      else if (
        kind === ChunkKind.verb &&
        ((verbs.flags[chunks.ref[c] ?? 0] ?? 0) & VerbFlag.participle) !== 0
      )
        c++;
      else if (kind === ChunkKind.preposition && chunks.kind[c + 1] === ChunkKind.noun) {
        const next = chunks.ref[c + 1] ?? 0;
        if (!isTime(phrases, next))
          found.push({ preposition: tokens.word[chunks.ref[c] ?? 0] ?? -1, phrase: next });
        c += 2;
        while (
          c < chunks.length &&
          (chunks.kind[c] === ChunkKind.conjunction || chunks.kind[c] === ChunkKind.comma) &&
          isConjunct(phrases, c + 1, next)
        )
          c += 2;
      } else break;
    }
    return found;
  }

  function isConjunct({ chunks, nouns }: Phrases, chunk: number, leader: number): boolean {
    return chunks.kind[chunk] === ChunkKind.noun && nouns.leader[chunks.ref[chunk] ?? 0] === leader;
  }

  function sources(
    phrases: Phrases,
    phrase: number,
    names: readonly Source[],
    behind: readonly PrepositionalPhrase[],
    taken: readonly number[],
  ): readonly number[] {
    for (const source of names) {
      if (source === "possessor") {
        const possessor = phrases.nouns.possessor[phrase] ?? -1;
        if (possessor >= 0 && !taken.includes(possessor) && !isTime(phrases, possessor)) return [possessor];
      } else if (typeof source === "number") {
        const found = behind.find((one) => one.preposition === source);
        if (found !== undefined && !taken.includes(found.phrase)) return [found.phrase];
      }
    }
    return [];
  }

  /** "support for the senator from Texas": who stands behind somebody describes them. */
  function describes(phrases: Phrases, behind: readonly PrepositionalPhrase[], at: number): boolean {
    const [one, before] = [behind[at], behind[at - 1]];
    if (one === undefined || before === undefined || one.preposition !== words.from) return false;
    if (phrases.nouns.chunk[one.phrase] !== (phrases.nouns.chunk[before.phrase] ?? 0) + 2) return false;
    return (
      judge.canAct(phrases, before.phrase) &&
      !isProper(phrases, before.phrase) &&
      isProper(phrases, one.phrase)
    );
  }

  function isPair(phrases: Phrases, actors: readonly number[]): boolean {
    const first = actors[0];
    if (first === undefined) return false;
    const plural = NounFlag.plural | NounFlag.definite;
    return (phrases.nouns.next[first] ?? -1) >= 0 || ((phrases.nouns.flags[first] ?? 0) & plural) === plural;
  }

  /** "was encouraged by a call from B": the other side is the clause's subject. */
  function withSubject(phrases: Phrases, phrase: number, sides: readonly number[]): readonly number[] {
    const { chunks, nouns, verbs, firstChunk } = phrases;
    const start = firstChunk[nouns.sentence[phrase] ?? 0] ?? 0;
    for (let c = (nouns.chunk[phrase] ?? 0) - 1, steps = 0; c >= start && steps < REACH; c--, steps++) {
      if (chunks.kind[c] === ChunkKind.stop || chunks.kind[c] === ChunkKind.subordinator) return [];
      // "The premier, after talks with the king, said".
      const aside = chunks.kind[c] === ChunkKind.noun && chunks.kind[c + 1] === ChunkKind.comma;
      if (aside && isFramed(phrases, phrase) && nouns.chunk[phrase] === c + 3) {
        const side = nouns.leader[chunks.ref[c] ?? 0] ?? -1;
        // "In Oslo, after meeting with the king, she said".
        if ((nouns.preposition[side] ?? -1) >= 0) return [];
        return judge.canAct(phrases, side) && !sides.includes(side) ? [side, ...sides] : [];
      }
      if (chunks.kind[c] !== ChunkKind.verb) continue;
      const verb = chunks.ref[c] ?? -1;
      const subject = verbs.subject[verb] ?? -1;
      if (subject < 0 || sides.includes(subject) || !judge.canAct(phrases, subject)) return [];
      const meant = antecedent(phrases, grammar, verb, subject);
      return sides.includes(meant) ? [] : [meant, ...sides];
    }
    return [];
  }

  /** "urged B during a phone call": the two sides are those of the clause the phrase stands in. */
  function sidesOfClause(phrases: Phrases, phrase: number, told: ToldByVerbs): readonly number[] {
    const { nouns } = phrases;
    if (!isFramed(phrases, phrase)) return [];
    const nearest = verbBefore(phrases, phrase, told);
    if (nearest === undefined || nearest.type === "CONSULT") return [];
    const sides = [...nearest.actors, ...nearest.recipients].filter((one) => !isPlaced(phrases, one));
    const named = sides.every((one) => judge.canAct(phrases, one) && !isPronoun(phrases, one));
    if (nearest.recipients.length > 0 && named) return sides;
    // "Oslo and Rome agreed on a pact after talks": the sides are joined.
    const [joined] = nearest.actors;
    const several = joined !== undefined && (isPair(phrases, [joined]) || (nouns.next[joined] ?? -1) >= 0);
    return several && judge.canAct(phrases, joined) ? [joined, joined] : [];
  }

  /** The event of the nearest verb before a noun. */
  function verbBefore(
    { chunks, nouns, firstChunk }: Phrases,
    phrase: number,
    told: ToldByVerbs,
  ): Draft | undefined {
    const chunk = nouns.chunk[phrase] ?? 0;
    const first = Math.max(firstChunk[nouns.sentence[phrase] ?? 0] ?? 0, chunk - NEAR);
    for (let at = chunk - 1; at >= first; at--) {
      const draft = chunks.kind[at] === ChunkKind.verb ? told.get(chunks.ref[at] ?? -1) : undefined;
      if (draft !== undefined) return draft;
    }
    return undefined;
  }

  /** "talks in Geneva": where, not who. */
  function isPlaced({ nouns, tokens }: Phrases, phrase: number): boolean {
    const word = tokens.word[nouns.preposition[phrase] ?? -1] ?? -1;
    return word === words.in || word === words.at;
  }

  /** "during a call", "after three days of talks". */
  function isFramed({ nouns, chunks, tokens }: Phrases, phrase: number): boolean {
    let at = phrase;
    for (let steps = 0; steps < 2; steps++) {
      const preposition = nouns.preposition[at] ?? -1;
      const word = preposition < 0 ? -1 : (tokens.word[preposition] ?? -1);
      if (meetingFrames.has(word)) return true;
      const above = (nouns.chunk[at] ?? 0) - 2;
      if (word !== words.of || chunks.kind[above] !== ChunkKind.noun) return false;
      at = chunks.ref[above] ?? -1;
    }
    return false;
  }

  /** "a media attack", "his attacks on moderators": of words, or of the heart. */
  function isVerbal({ nouns, tokens, tags }: Phrases, phrase: number): boolean {
    for (let at = nouns.first[phrase] ?? 0; at < (nouns.head[phrase] ?? 0); at++)
      if (lexicon.isVerbal(tokens.word[at] ?? -1)) return true;
      // "its attacks" are an army's.
      else if (tags[at] === Tag.possessive && tokens.word[at] !== words.its) return true;
    return false;
  }

  /** "a call with", "to", "from"; not "calls from the union to close the plant". */
  function isWithSomebody(
    { chunks, nouns, verbs }: Phrases,
    { preposition, phrase }: PrepositionalPhrase,
  ): boolean {
    if (preposition === words.with || preposition === words.between || preposition === words.to) return true;
    if (preposition !== words.from) return false;
    const next = lastConjunct({ nouns }, phrase, nouns.chunk[phrase] ?? 0) + 1;
    const verb = chunks.kind[next] === ChunkKind.verb ? (chunks.ref[next] ?? -1) : -1;
    return ((verbs.flags[verb] ?? 0) & VerbFlag.infinitive) === 0;
  }

  function isPhone(phrases: Phrases, phrase: number): boolean {
    const { nouns, tokens } = phrases;
    for (let at = nouns.first[phrase] ?? 0; at < (nouns.head[phrase] ?? 0); at++) {
      const word = tokens.word[at] ?? -1;
      if (word === phone || lexicon.isPhone(word)) return true;
    }
    return false;
  }

  /** How an attack was made, from the words before its noun: "air strike" aerial, "suicide bombing". */
  function modeOf(phrases: Phrases, phrase: number): string | null {
    const { nouns, tokens } = phrases;
    for (let at = nouns.head[phrase] ?? 0; at >= (nouns.first[phrase] ?? 0); at--) {
      if (phrases.tags[at] === Tag.glue || ((tokens.shape[at] ?? 0) & Shape.letter) === 0) continue;
      const mode = lexicon.modeOf(tokens.word[at] ?? -1);
      if (mode !== null) return mode;
    }
    return null;
  }
};

/** Types whose nouns take an infinitive for what is refused or threatened. */
const aims: ReadonlySet<EventType> = new Set(["REJECT", "THREATEN", "REQUEST"]);
