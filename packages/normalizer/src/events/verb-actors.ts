import type { EventType } from "@readout/model";
import type { Phrases } from "../grammar/phrases.js";
import { headWord, namesOwner, ofPhrase } from "./clause.js";
import type { Tables } from "./tables.js";
import type { VerbUse } from "./verb-use.js";

/** Verbs of these types are acts of will: whatever refuses or demands is somebody. */
const volitional: ReadonlySet<EventType> = new Set(["REJECT", "REQUEST", "ACCUSE", "AGREE"]);

/** Who does what a verb says; nobody where somebody unnamed does it, null where nobody can have. */
export const actorsOf = ({ phrases, trigger, args, tables }: VerbUse): readonly number[] | null => {
  const { subject, passive } = args;
  const { lexicon, words, judge } = tables;
  if (subject < 0) return passive ? [] : null;
  if (isInstrument(phrases, subject, tables)) {
    // "U.S. airstrikes killed": the name beside the weapon says whose.
    if (namesOwner(phrases, subject)) return [subject];
    // "a bombing by the militia killed".
    const by = ofPhrase(phrases, subject, words.by);
    return by >= 0 && judge.canAct(phrases, by) ? [by] : [];
  }
  if (judge.canAct(phrases, subject)) return [subject];
  // "the statement called for": a text speaks for those who wrote it.
  const speaks = !passive && lexicon.isPublication(headWord(phrases, subject, words));
  return volitional.has(trigger.type) && speaks ? [subject] : null;
};

/** Weapons and attacks do nothing by themselves: somebody used them. */
const isInstrument = (phrases: Phrases, phrase: number, { lexicon, words, judge }: Tables): boolean => {
  const counted = judge.counted(phrases, phrase);
  const word = headWord(phrases, counted, words);
  if (judge.isMachine(phrases, counted)) return true;
  return lexicon.nounTriggers(word).some(({ type }) => type === "ASSAULT") || lexicon.isInstrument(word);
};
