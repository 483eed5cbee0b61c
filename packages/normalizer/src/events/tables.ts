import type { Vocabulary } from "@readout/model";
import { type GrammarWords, loadGrammarWords } from "../grammar/words.js";
import { type ActorJudge, createActorJudge, type EventWords, eventWords } from "./actors.js";
import { type EventLexicon, loadEventLexicon } from "./event-lexicon.js";

/** What the rules of this folder look words up in, made once for a vocabulary. */
export type Tables = Readonly<{
  /** The tables of lexicon/en/events. */
  lexicon: EventLexicon;
  /** The words that a rule asks for by themselves. */
  words: EventWords;
  grammar: GrammarWords;
  /** Who can act. */
  judge: ActorJudge;
}>;

/** Reads the tables into the vocabulary. */
export const loadTables = (vocabulary: Vocabulary): Tables => {
  const grammar = loadGrammarWords(vocabulary);
  const lexicon = loadEventLexicon(vocabulary);
  const words = eventWords(vocabulary);
  return { lexicon, words, grammar, judge: createActorJudge(lexicon, words, grammar) };
};
