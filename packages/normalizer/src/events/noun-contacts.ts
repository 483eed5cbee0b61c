import { ChunkKind, NounFlag, type Phrases, VerbFlag } from "../grammar/phrases.js";
import { antecedent } from "./antecedent.js";
import { isPronoun, isSaidBeforeHead, lastConjunct, nounBefore, type PrepositionalPhrase } from "./clause.js";
import type { Draft } from "./draft.js";
import type { NounSides, NounUse, ToldByVerbs } from "./noun-use.js";
import type { Tables } from "./tables.js";

/** Chunks before a noun among which a verb that tells an event may stand. */
const NEAR = 60;

/** Chunks before a noun among which the verb stands whose subject is its other side: 'called it "a blow" at a meeting with'. */
const REACH = 12;

/** "A's visit to B": who goes, and where to; null where one of them is nobody. */
export const visitSides = (use: NounUse, named: NounSides): NounSides | null => {
  const sides = ofSomebody(use, named);
  return sides.actors.length === 0 || sides.recipients.length === 0 ? null : sides;
};

/** All sides of a contact that a noun names ("talks between A and B"), who are actors each; null where it is none between sides. */
export const contactSidesOfNoun = (use: NounUse, named: NounSides): NounSides | null => {
  const { phrases, phrase, trigger, behind, told, tables } = use;
  // "a call with B" speaks; "B's call for peace" asks.
  const phoned =
    isPhone(phrases, phrase, tables) || behind.some((one) => isWithSomebody(phrases, one, tables));
  if (trigger.mode === "phone" && !phoned) return null;
  const sides = hostedSides(use, ofSomebody(use, named));
  if (sides.length > 1) return allSides(sides);
  const [only] = sides;
  const pair = isPair(phrases, only);
  if (only !== undefined) {
    // "along the lines of Romney's conversation about faith": whose it is says with nobody else.
    const owned = only === phrases.nouns.possessor[phrase] && !isFramed(phrases, phrase, tables);
    // "before a joint meeting of Congress": its own.
    const held = behind.some((one) => one.phrase === only && one.preposition === tables.words.of);
    if (owned || (held && !pair)) return null;
  }
  if (pair) return allSides(sides);
  const met =
    only === undefined
      ? sidesOfClause(phrases, phrase, told, tables)
      : withSubject(phrases, phrase, sides, tables);
  return met.length < 2 ? null : allSides([...new Set(met)]);
};

const allSides = (actors: readonly number[]): NounSides => ({ actors, recipients: [] });

const ofSomebody = (
  { phrases, tables: { judge } }: NounUse,
  { actors, recipients }: NounSides,
): NounSides => ({
  actors: actors.filter((one) => judge.canAct(phrases, one)),
  recipients: recipients.filter((one) => judge.canAct(phrases, one)),
});

/** The sides that the noun names, with whoever met those behind it where it names nobody before it. */
const hostedSides = (
  { phrases, phrase, tables }: NounUse,
  { actors, recipients }: NounSides,
): readonly number[] => {
  const hosted = actors.length === 0 && recipients.length > 0;
  if (!hosted) return [...actors, ...recipients.filter((one) => !actors.includes(one))];
  // "said at a meeting with his ministers": whoever said it met them.
  const host = isFramed(phrases, phrase, tables) ? withSubject(phrases, phrase, recipients, tables) : [];
  const sides = [...host, ...recipients.filter((one) => !host.includes(one))];
  // "arranged calls with both men": with each, by whoever does.
  const caller = withSubject(phrases, phrase, sides, tables);
  return caller.length > sides.length ? caller : sides;
};

/** "the two leaders", "A and B". */
export const isPair = ({ nouns }: Phrases, phrase: number | undefined): boolean => {
  if (phrase === undefined) return false;
  const plural = NounFlag.plural | NounFlag.definite;
  return (nouns.next[phrase] ?? -1) >= 0 || ((nouns.flags[phrase] ?? 0) & plural) === plural;
};

/** "was encouraged by a call from B": the other side is the clause's subject. */
const withSubject = (
  phrases: Phrases,
  phrase: number,
  sides: readonly number[],
  tables: Tables,
): readonly number[] => {
  const { grammar, judge } = tables;
  const { chunks, nouns, verbs, firstChunk } = phrases;
  const start = firstChunk[nouns.sentence[phrase] ?? 0] ?? 0;
  for (let c = (nouns.chunk[phrase] ?? 0) - 1, steps = 0; c >= start && steps < REACH; c--, steps++) {
    if (chunks.kind[c] === ChunkKind.stop || chunks.kind[c] === ChunkKind.subordinator) return [];
    // "The premier, after talks with the king, said".
    const aside = chunks.kind[c] === ChunkKind.noun && chunks.kind[c + 1] === ChunkKind.comma;
    if (aside && isFramed(phrases, phrase, tables) && nouns.chunk[phrase] === c + 3) {
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
};

/** "urged B during a phone call": the two sides are those of the clause the phrase stands in. */
const sidesOfClause = (
  phrases: Phrases,
  phrase: number,
  told: ToldByVerbs,
  tables: Tables,
): readonly number[] => {
  const { judge } = tables;
  if (!isFramed(phrases, phrase, tables)) return [];
  const nearest = verbBefore(phrases, phrase, told);
  if (nearest === undefined || nearest.type === "CONSULT") return [];
  const sides = [...nearest.actors, ...nearest.recipients].filter((one) => !isPlaced(phrases, one, tables));
  const named = sides.every((one) => judge.canAct(phrases, one) && !isPronoun(phrases, one));
  if (nearest.recipients.length > 0 && named) return sides;
  // "Oslo and Rome agreed on a pact after talks": the sides are joined.
  const [joined] = nearest.actors;
  return joined !== undefined && isPair(phrases, joined) && judge.canAct(phrases, joined)
    ? [joined, joined]
    : [];
};

/** The event of the nearest verb before a noun. */
const verbBefore = (
  { chunks, nouns, firstChunk }: Phrases,
  phrase: number,
  told: ToldByVerbs,
): Draft | undefined => {
  const chunk = nouns.chunk[phrase] ?? 0;
  const first = Math.max(firstChunk[nouns.sentence[phrase] ?? 0] ?? 0, chunk - NEAR);
  for (let at = chunk - 1; at >= first; at--) {
    const draft = chunks.kind[at] === ChunkKind.verb ? told.get(chunks.ref[at] ?? -1) : undefined;
    if (draft !== undefined) return draft;
  }
  return undefined;
};

/** "talks in Geneva": where, not who. */
const isPlaced = ({ nouns, tokens }: Phrases, phrase: number, { words }: Tables): boolean => {
  const word = tokens.word[nouns.preposition[phrase] ?? -1] ?? -1;
  return word === words.in || word === words.at;
};

/** "during a call", "after three days of talks". */
const isFramed = (phrases: Phrases, phrase: number, { words }: Tables): boolean => {
  const { nouns, tokens } = phrases;
  let at = phrase;
  for (let steps = 0; steps < 2; steps++) {
    const preposition = nouns.preposition[at] ?? -1;
    const word = preposition < 0 ? -1 : (tokens.word[preposition] ?? -1);
    if (word === words.during || word === words.in || word === words.after || word === words.at) return true;
    const above = nounBefore(phrases, at);
    if (word !== words.of || above < 0) return false;
    at = above;
  }
  return false;
};

/** "a call with", "to", "from"; not "calls from the union to close the plant". */
const isWithSomebody = (
  { chunks, nouns, verbs }: Phrases,
  { preposition, phrase }: PrepositionalPhrase,
  { words }: Tables,
): boolean => {
  if (preposition === words.with || preposition === words.between || preposition === words.to) return true;
  if (preposition !== words.from) return false;
  const next = lastConjunct({ nouns }, phrase, nouns.chunk[phrase] ?? 0) + 1;
  const verb = chunks.kind[next] === ChunkKind.verb ? (chunks.ref[next] ?? -1) : -1;
  return ((verbs.flags[verb] ?? 0) & VerbFlag.infinitive) === 0;
};

/** "a phone call". */
const isPhone = (phrases: Phrases, phrase: number, { lexicon, words }: Tables): boolean =>
  isSaidBeforeHead(phrases, phrase, (word) => word === words.phone || lexicon.isPhone(word));
