import { readTable, type Vocabulary } from "@readout/model";
import { states } from "../generated/states.js";
import { type GrammarWords, loadGrammarWords } from "../grammar/words.js";
import { type ActorJudge, createActorJudge, type EventWords, eventWords } from "./actors.js";
import { type EventLexicon, loadEventLexicon } from "./event-lexicon.js";
import { loadSideWords, type SideWords } from "./side-words.js";

/** What the rules of this folder look words up in, made once for a vocabulary. */
export type Tables = Readonly<{
  /** The tables of lexicon/en/events. */
  lexicon: EventLexicon;
  /** The words that a rule asks for by themselves. */
  words: EventWords;
  grammar: GrammarWords;
  /** What a word says of the side that it stands in. */
  sideWords: SideWords;
  /** Who can act. */
  judge: ActorJudge;
  /** The names of states, as the table of states writes them. */
  stateNames: ReadonlySet<string>;
}>;

/** Reads the tables into the vocabulary. */
export const loadTables = (vocabulary: Vocabulary): Tables => {
  const grammar = loadGrammarWords(vocabulary);
  const lexicon = loadEventLexicon(vocabulary);
  const words = eventWords(vocabulary);
  return {
    lexicon,
    words,
    grammar,
    sideWords: loadSideWords(vocabulary),
    judge: createActorJudge(lexicon, words, grammar),
    stateNames: new Set(readTable(states, ["name"]).map(({ name }) => name)),
  };
};
