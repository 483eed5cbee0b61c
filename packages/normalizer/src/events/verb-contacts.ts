import { NounFlag, type Phrases, VerbFlag } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import { endsInS, headWord, isJoined, isProper, isSaidBeforeHead, ofPhrase } from "./clause.js";
import type { Tables } from "./tables.js";
import type { VerbUse } from "./verb-use.js";

/** All sides of a contact, who are actors each; null where it is none between sides. */
export const contactSides = (
  { phrases, verb, trigger, args, tables }: VerbUse,
  actors: readonly number[],
  recipients: readonly number[],
): readonly number[] | null => {
  const { lexicon, judge } = tables;
  // Whoever speaks to reporters speaks to the public.
  if (recipients.some((phrase) => isPublicAt(phrases, phrase, tables))) return null;
  const others = recipients.filter((phrase) => judge.canAct(phrases, phrase));
  const talks =
    trigger.need !== null && trigger.need.slot !== "near" && typeof trigger.need.filler === "object";
  if (others.length === 0 && !isSeveral(phrases, actors[0], tables) && !talks) return null;
  // "held a news conference".
  if (talks && args.object >= 0 && isSaidBeforeHead(phrases, args.object, lexicon.isNews)) return null;
  // "declined, saying they cannot discuss the case": with nobody.
  const topical = trigger.need === null && args.object >= 0 && others.length === 0;
  if (topical && ((phrases.verbs.flags[verb] ?? 0) & VerbFlag.negated) !== 0) return null;
  return [...actors, ...others];
};

/** "reporters", "spoke to a crowd of supporters": the press, or those one makes a speech to. */
const isPublicAt = (phrases: Phrases, phrase: number, { lexicon, words }: Tables): boolean => {
  const word = headWord(phrases, phrase, words);
  const plural = ((phrases.nouns.flags[phrase] ?? 0) & NounFlag.plural) !== 0;
  return (plural && lexicon.sectorOf(word) === "JRN") || lexicon.isAudience(word);
};

/** Whether a phrase names several who may do it with each other: joined ones, "they", "the two leaders", "the council". */
export const isSeveral = (phrases: Phrases, phrase: number | undefined, tables: Tables): boolean => {
  const { lexicon, words } = tables;
  if (phrase === undefined) return false;
  if (isJoined(phrases, phrase)) return true;
  const { nouns, tokens, tags } = phrases;
  const head = nouns.head[phrase] ?? 0;
  const word = tokens.word[head] ?? -1;
  if (lexicon.isSeveral(word)) return true;
  // "the council met": it is several by itself.
  if (lexicon.isCollective(headWord(phrases, phrase, words))) return true;
  // "Secretary of State A and Minister B" is joined behind its "of".
  const titled = ofPhrase(phrases, phrase, words.of);
  if (titled >= 0 && isProper(phrases, phrase) && isJoined(phrases, titled)) return true;
  // "Diplomats from Oslo and Rome met": a capital at the head of a sentence makes no name.
  if (lexicon.sectorOf(word) !== null && endsInS(tokens, head)) return true;
  // "the sides met", "the two met".
  if (((nouns.flags[phrase] ?? 0) & NounFlag.plural) !== 0 && tags[head] === Tag.noun) return true;
  return tags[head] === Tag.number;
};
