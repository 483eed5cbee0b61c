import { Shape } from "@readout/model";
import type { Phrases } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import { isProper, readHands } from "./clause.js";
import type { Draft } from "./draft.js";
import { readBehind } from "./noun-behind.js";
import { contactSidesOfNoun, isPair, visitSides } from "./noun-contacts.js";
import { namedSides, ownerBefore } from "./noun-sides.js";
import { statusOfNoun } from "./noun-status.js";
import { supportOf } from "./noun-support.js";
import type { NounSides, NounUse, ToldByVerbs } from "./noun-use.js";
import type { Tables } from "./tables.js";
import type { Trigger } from "./trigger-table.js";

/**
 * The event that a noun phrase names by the table of triggers, or null: "talks between A and B", "A's visit to B", "airstrikes on B
 * by A". `told` are the sentence's verb events.
 */
export const findNounEvent = (
  phrases: Phrases,
  phrase: number,
  told: ToldByVerbs,
  tables: Tables,
): Draft | null => {
  const { nouns, tokens } = phrases;
  const triggers = tables.lexicon.nounTriggers(tokens.word[nouns.head[phrase] ?? 0] ?? -1);
  for (const trigger of triggers) {
    const use = readUse(phrases, phrase, trigger, told, tables);
    const sides = use === null ? null : sidesOf(use);
    if (use !== null && sides !== null) return draftOf(use, sides);
  }
  return null;
};

/** The noun as a row of the triggers has it; null where what the row asks for does not stand behind it. */
const readUse = (
  phrases: Phrases,
  phrase: number,
  trigger: Trigger,
  told: ToldByVerbs,
  tables: Tables,
): NounUse | null => {
  const { lexicon, words } = tables;
  const { nouns, tokens } = phrases;
  const support = supportOf(phrases, phrase, trigger.type, tables);
  const all = [...readBehind(phrases, phrase), ...(support?.behind ?? [])];
  const { behind: following } = readHands(phrases, all, words);
  const behind = following.filter(
    (one, at) =>
      // "support from leaders of the union": that "of" is the leaders'.
      (at === 0 || one.preposition !== words.of) &&
      // "the worst attack in history": when, not where.
      !lexicon.isEra(tokens.word[nouns.head[one.phrase] ?? 0] ?? -1),
  );
  const { need } = trigger;
  if (need !== null && behind.every(({ preposition }) => preposition !== need.slot)) return null;
  return { phrases, phrase, trigger, behind, support, told, tables };
};

/** Who did it to whom, where those can have done it; null else. */
const sidesOf = (use: NounUse): NounSides | null => {
  const { phrases, trigger } = use;
  const { judge } = use.tables;
  const named = namedSides(use);
  const { actors, recipients } = named;
  if (trigger.type === "CONSULT")
    return trigger.mode === "visit" ? visitSides(use, named) : contactSidesOfNoun(use, named);
  const attack = trigger.type === "ASSAULT";
  if (attack && isVerbal(use)) return null;
  if (attack ? actors.length + recipients.length === 0 : actors.length === 0) return null;
  if (!attack && recipients.length === 0 && !standsAlone(use, actors)) return null;
  // "the release of records" frees nobody.
  if (trigger.mode === "release" && !recipients.some((one) => judge.canAct(phrases, one))) return null;
  const able = actors.filter((one) => judge.canAct(phrases, one));
  return able.length === 0 && !attack ? null : { actors: able, recipients };
};

/** "trade between Oslo and Rome", "a march by students": nobody else need take part. */
const standsAlone = ({ phrases, trigger: { type } }: NounUse, actors: readonly number[]): boolean => {
  if (type === "COOPERATE") return isPair(phrases, actors[0]);
  // A march has no single name: "Florida's March vote".
  return type === "PROTEST" && actors.every((one) => !isProper(phrases, one));
};

/** "a media attack", "his attacks on moderators": of words, or of the heart. */
const isVerbal = ({ phrases, phrase, tables: { lexicon, words } }: NounUse): boolean => {
  const { nouns, tokens, tags } = phrases;
  for (let at = nouns.first[phrase] ?? 0; at < (nouns.head[phrase] ?? 0); at++)
    if (lexicon.isVerbal(tokens.word[at] ?? -1)) return true;
    // "its attacks" are an army's.
    else if (tags[at] === Tag.possessive && tokens.word[at] !== words.its) return true;
  return false;
};

const draftOf = ({ phrases, phrase, trigger, behind, tables }: NounUse, sides: NounSides): Draft => {
  const { nouns } = phrases;
  const { words } = tables;
  const head = nouns.head[phrase] ?? 0;
  const { actors, recipients } = sides;
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
    mode: trigger.mode ?? modeOf(phrases, phrase, tables),
    status: statusOfNoun(phrases, phrase, trigger.type, tables),
    actors,
    recipients,
    impliedActor: actors.length === 0,
    place: place?.phrase ?? -1,
    sides: trigger.sides,
    trigger,
    rule: trigger.rule,
    absorbed: false,
    unwilling: false,
    owner: actors.length === 0 ? ownerBefore(phrases, phrase) : null,
    accuser: -1,
  };
};

/** How an attack was made, from the words before its noun: "air strike" aerial, "suicide bombing". */
const modeOf = ({ nouns, tokens, tags }: Phrases, phrase: number, { lexicon }: Tables): string | null => {
  for (let at = nouns.head[phrase] ?? 0; at >= (nouns.first[phrase] ?? 0); at--) {
    if (tags[at] === Tag.glue || ((tokens.shape[at] ?? 0) & Shape.letter) === 0) continue;
    const mode = lexicon.modeOf(tokens.word[at] ?? -1);
    if (mode !== null) return mode;
  }
  return null;
};
