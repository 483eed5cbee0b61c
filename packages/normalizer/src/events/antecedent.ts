import type { Phrases } from "../grammar/phrases.js";
import type { GrammarWords } from "../grammar/words.js";
import { isPronoun } from "./clause.js";

/** Clauses climbed from a pronoun to the speaker it stands for. */
const REACH = 4;

/**
 * The phrase that a pronoun stands for within its sentence: in "Rabat said it would recall its envoy", the subject of the verb of
 * saying that the pronoun's clause depends on. The phrase itself where it is no pronoun or nothing is found.
 */
export const antecedent = (phrases: Phrases, grammar: GrammarWords, verb: number, phrase: number): number => {
  if (
    !isPronoun(phrases, phrase) ||
    !grammar.isThirdPerson(phrases.tokens.word[phrases.nouns.head[phrase] ?? 0] ?? -1)
  )
    return phrase;
  const { verbs } = phrases;
  let at = verbs.governor[verb] ?? -1;
  for (let steps = 0; at >= 0 && steps < REACH; at = verbs.governor[at] ?? -1, steps++) {
    const subject = verbs.subject[at] ?? -1;
    if (!grammar.takesClause(verbs.lemma[at] ?? -1)) continue;
    if (subject >= 0 && subject !== phrase && !isPronoun(phrases, subject)) return subject;
  }
  return coordinatedBefore(phrases, verb, phrase);
};

/** "A and B shake hands as they meet": a plural pronoun takes the coordinated subject before it. */
const coordinatedBefore = (
  { verbs, nouns, tokens, firstVerb }: Phrases,
  verb: number,
  phrase: number,
): number => {
  const pronoun = tokens.text
    .slice(tokens.start[nouns.head[phrase] ?? 0], tokens.end[nouns.head[phrase] ?? 0])
    .toLowerCase();
  if (pronoun !== "they") return phrase;
  for (let at = verb - 1; at >= (firstVerb[verbs.sentence[verb] ?? 0] ?? 0) && at >= verb - REACH; at--) {
    const subject = verbs.subject[at] ?? -1;
    if (subject >= 0 && (nouns.next[subject] ?? -1) >= 0) return subject;
  }
  return phrase;
};
