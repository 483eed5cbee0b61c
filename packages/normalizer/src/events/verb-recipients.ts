import { NounFlag, type Phrases } from "../grammar/phrases.js";
import { headWord, nounBefore } from "./clause.js";
import { belongsToNoun } from "./needs.js";
import type { Tables } from "./tables.js";
import type { Source, Trigger } from "./trigger-table.js";
import type { Arguments } from "./verb-arguments.js";

/** To whom a verb does its act: the first slot of its row that is filled. */
export const recipientsOf = (
  phrases: Phrases,
  trigger: Trigger,
  args: Arguments,
  tables: Tables,
): readonly number[] => {
  for (const source of trigger.recipients) {
    const found = fromSource(phrases, trigger, source, args, tables);
    if (found >= 0) return [found];
  }
  const { object, given, passive } = args;
  // "gave the plan their blessing".
  if (given >= 0 && trigger.need?.slot === "object") return [given];
  // "suspended Oslo's membership": whose the object is.
  const owned =
    !passive &&
    trigger.need?.slot === "object" &&
    object >= 0 &&
    (phrases.nouns.possessor[object] ?? -1) >= 0;
  return owned ? [object] : [];
};

/** The phrase in a slot of a row, or -1. */
export const fromSource = (
  phrases: Phrases,
  trigger: Trigger,
  source: Source,
  args: Arguments,
  tables: Tables,
): number => {
  // "offered Ukraine a loan", "called him a liar": somebody stands before the thing.
  if (source === "object")
    return args.given >= 0 && tables.judge.canAct(phrases, args.given) ? args.given : args.object;
  if (source === "indirect") return args.indirect;
  if (source === "possessor") return args.object >= 0 ? (phrases.nouns.possessor[args.object] ?? -1) : -1;
  if (source === "pre" || source === "subject") return -1;
  const { of } = tables.words;
  const found = args.clause.behind.find(
    ({ preposition, phrase }) =>
      preposition === source &&
      !isOwnWord(phrases, phrase, trigger, source, tables) &&
      !(source === of && isOfOther(phrases, phrase, trigger, args.object, tables)) &&
      (!belongsToNoun(phrases, phrase, args, tables) || hangsOnNeed(phrases, phrase, trigger)),
  );
  return found?.phrase ?? -1;
};

/** "gave $5 million in aid": what the row asks for is no side. */
const isOwnWord = (
  phrases: Phrases,
  phrase: number,
  { need }: Trigger,
  source: number,
  { lexicon, words }: Tables,
): boolean => {
  const filler = need?.slot === "object" && source === words.in ? need.filler : null;
  if (filler === null || typeof filler !== "object" || !("set" in filler)) return false;
  return lexicon.inSet(headWord(phrases, phrase, words), filler.set);
};

/**
 * "in the wake of a report", "before the Group of 20 leaders", "concern over Rome's treatment of prisoners": an "of" is that of the
 * phrase right before it, unless that is the object, or what the row asks for.
 */
const isOfOther = (
  phrases: Phrases,
  phrase: number,
  { need, also }: Trigger,
  object: number,
  { lexicon }: Tables,
): boolean => {
  const { nouns, tokens } = phrases;
  const above = nounBefore(phrases, phrase);
  if (above >= 0 && lexicon.isFrame(tokens.word[nouns.head[above] ?? 0] ?? -1)) return true;
  const preposition = nouns.preposition[above] ?? -1;
  if (above === object || preposition < 0) return false;
  const word = tokens.word[preposition] ?? -1;
  if (need?.slot === word || also?.slot === word) return false;
  return ((nouns.flags[above] ?? 0) & NounFlag.time) === 0;
};

/** "are in talks with Lima": the noun that has the "with" is the one that the row asks for. */
const hangsOnNeed = (phrases: Phrases, phrase: number, { need }: Trigger): boolean => {
  const { nouns, tokens } = phrases;
  const above = nounBefore(phrases, phrase);
  if (need === null || above < 0 || nouns.sentence[above] !== nouns.sentence[phrase]) return false;
  return tokens.word[nouns.preposition[above] ?? -1] === need.slot;
};
