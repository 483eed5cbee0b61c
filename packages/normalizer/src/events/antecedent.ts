import { ChunkKind, NounFlag, type Phrases, VerbFlag } from "../grammar/phrases.js";
import type { GrammarWords } from "../grammar/words.js";
import { isPronoun, relativeObject } from "./clause.js";

/** Clauses climbed from a pronoun to the speaker it stands for. */
const REACH = 4;

/** "Richard Burr, a senator who has embraced him": the name that such an apposition describes; the phrase itself else. */
const described = (
  { chunks, nouns, verbs, tokens }: Phrases,
  { ids }: GrammarWords,
  verb: number,
  phrase: number,
): number => {
  const flags = verbs.flags[verb] ?? 0;
  // "a Danish miner praising him".
  const trails = (flags & VerbFlag.gerund) !== 0 && verbs.chunk[verb] === (nouns.chunk[phrase] ?? -2) + 1;
  if (((flags & VerbFlag.relative) === 0 && !trails) || (nouns.next[phrase] ?? -1) >= 0) return phrase;
  const opening = tokens.word[nouns.first[phrase] ?? 0] ?? -1;
  if (opening !== ids.a && opening !== ids.an && opening !== ids.the) return phrase;
  const chunk = nouns.chunk[phrase] ?? 0;
  const isName = (at: number): boolean =>
    chunks.kind[at] === ChunkKind.noun && ((nouns.flags[chunks.ref[at] ?? 0] ?? 0) & NounFlag.proper) !== 0;
  if (chunks.kind[chunk - 1] !== ChunkKind.comma || !isName(chunk - 2)) return phrase;
  // "John Kasich of Ohio, a Republican who"; not "President Assad of Syria, a country that".
  const relative = (verbs.chunk[verb] ?? 0) - 1;
  const person = chunks.kind[relative] === ChunkKind.relative && wordAt(relative) === ids.who;
  const from = chunks.kind[chunk - 3] === ChunkKind.preposition ? wordAt(chunk - 3) : -1;
  const climbs = person && (from === ids.of || from === ids.from) && isName(chunk - 4);
  return chunks.ref[climbs ? chunk - 4 : chunk - 2] ?? phrase;

  function wordAt(at: number): number {
    return tokens.word[chunks.ref[at] ?? 0] ?? -1;
  }
};

/**
 * The phrase that a pronoun, or an apposition, stands for within its sentence: in "Rabat said it would recall its envoy", the subject of the verb of
 * saying that the pronoun's clause depends on. The phrase itself where it is no pronoun or nothing is found.
 */
export const antecedent = (phrases: Phrases, grammar: GrammarWords, verb: number, phrase: number): number => {
  if (
    !isPronoun(phrases, phrase) ||
    // "he and Putin had agreed": both are meant.
    (phrases.nouns.next[phrase] ?? -1) >= 0 ||
    !grammar.isThirdPerson(phrases.tokens.word[phrases.nouns.head[phrase] ?? 0] ?? -1)
  )
    return described(phrases, grammar, verb, phrase);
  const { verbs } = phrases;
  let at = verbs.governor[verb] ?? -1;
  for (let steps = 0; at >= 0 && steps < REACH; at = verbs.governor[at] ?? -1, steps++) {
    const subject = verbs.subject[at] ?? -1;
    if (!grammar.takesClause(verbs.lemma[at] ?? -1)) continue;
    if (subject >= 0 && subject !== phrase && !isPronoun(phrases, subject)) return subject;
  }
  const owner = ownerOfRelative(phrases, verb);
  if (owner >= 0) return owner;
  const later = namedLater(phrases, grammar, verb, phrase);
  return later >= 0 ? later : coordinatedBefore(phrases, verb, phrase);
};

/** "When he took office, Smith vetoed it": whom the main clause names behind a clause that opens its sentence with a pronoun, or -1. */
const namedLater = (
  { verbs, nouns, chunks, tokens, firstChunk, firstVerb }: Phrases,
  { ids, opensClause }: GrammarWords,
  verb: number,
  phrase: number,
): number => {
  const sentence = verbs.sentence[verb] ?? 0;
  const opener = firstChunk[sentence] ?? 0;
  const kind = chunks.kind[opener];
  const opens =
    kind === ChunkKind.subordinator ||
    (kind === ChunkKind.preposition && opensClause(tokens.word[chunks.ref[opener] ?? 0] ?? -1));
  if (!opens || nouns.chunk[phrase] !== opener + 1 || verbs.subject[verb] !== phrase) return -1;
  const last = Math.min(firstVerb[sentence + 1] ?? 0, verb + REACH);
  for (let at = verb + 1; at < last; at++) {
    const subject = verbs.subject[at] ?? -1;
    if (subject < 0 || subject === phrase || ((verbs.flags[at] ?? 0) & VerbFlag.finite) === 0) continue;
    const several = (nouns.next[subject] ?? -1) >= 0;
    const proper = ((nouns.flags[subject] ?? 0) & NounFlag.proper) !== 0;
    const fits = several === (tokens.word[nouns.head[phrase] ?? 0] === ids.they);
    return proper && fits && chunks.kind[(nouns.chunk[subject] ?? 0) - 1] === ChunkKind.comma ? subject : -1;
  }
  return -1;
};

/** "Oslo kept the sanctions that it imposed": who does the verb that has the clause's antecedent as its object, or -1. */
const ownerOfRelative = (phrases: Phrases, verb: number): number => {
  const { verbs } = phrases;
  const object = relativeObject(phrases, verb);
  if (object < 0 || verb < 1 || verbs.object[verb - 1] !== object) return -1;
  const subject = verbs.subject[verb - 1] ?? -1;
  return subject >= 0 && !isPronoun(phrases, subject) ? subject : -1;
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
