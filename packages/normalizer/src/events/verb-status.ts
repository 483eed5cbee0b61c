import { ChunkKind, type Phrases, VerbFlag } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import { verbFlags } from "./clause.js";
import type { Status } from "./draft.js";
import type { Tables } from "./tables.js";

/** Tokens behind a verb among which a time to come may stand. */
const SOON = 6;

/** From fact to its opposite. */
const order: readonly Status[] = ["actual", "disputed", "planned", "hypothetical", "negated"];

/** Of two readings the one further from fact. */
export const worse = (a: Status, b: Status): Status => (order.indexOf(a) >= order.indexOf(b) ? a : b);

/** What a verb's own form says of whether its act took place: "will meet" planned, "did not meet" negated, "would meet" hypothetical. */
export const statusOfVerb = (phrases: Phrases, verb: number, tables: Tables): Status => {
  const { grammar } = tables;
  const flags = verbFlags(phrases, verb);
  const { verbs, tokens } = phrases;
  if ((flags & VerbFlag.hypothetical) !== 0) return "hypothetical";
  if (isNeither(phrases, verb, tables)) return "negated";
  if (
    (flags & VerbFlag.negated) !== 0 &&
    !((flags & VerbFlag.past) !== 0 && untilFollows(phrases, verb, tables))
  )
    return "negated";
  if ((flags & VerbFlag.future) !== 0) return "planned";
  // "said he would have attended".
  if ((flags & VerbFlag.conditional) !== 0 && (flags & VerbFlag.perfect) !== 0) return "hypothetical";
  if ((flags & VerbFlag.conditional) !== 0) {
    // "said the governor should step down" promises nothing.
    if (tokens.word[verbs.first[verb] ?? 0] === grammar.ids.should) return "hypothetical";
    // "said it would send": what was said of the future; "would send" alone depends on something.
    const governor = verbs.governor[verb] ?? -1;
    return governor >= 0 && grammar.takesClause(verbs.lemma[governor] ?? -1) ? "planned" : "hypothetical";
  }
  if ((flags & VerbFlag.modal) !== 0) return "hypothetical";
  const ongoing = (flags & VerbFlag.progressive) !== 0 && (flags & VerbFlag.past) === 0;
  return ongoing && isYetToCome(phrases, verb, tables) ? "planned" : "actual";
};

/** "are meeting next week", "is leaving tomorrow". */
const isYetToCome = ({ verbs, tokens, tags }: Phrases, verb: number, { words }: Tables): boolean => {
  const from = verbs.last[verb] ?? 0;
  for (let at = from; at < from + SOON && at < tokens.length && tags[at] !== Tag.stop; at++) {
    const next = tokens.word[at] === words.next && tags[at + 1] === Tag.time;
    if (next || tokens.word[at] === words.tomorrow) return true;
  }
  return false;
};

/** "neither Oslo nor Rome was invited". */
const isNeither = ({ verbs, nouns, tokens }: Phrases, verb: number, { grammar }: Tables): boolean => {
  const first = nouns.first[verbs.subject[verb] ?? -1] ?? 0;
  const before = first > 0 ? (tokens.word[first - 1] ?? -1) : -1;
  return before === grammar.ids.nor || before === grammar.ids.neither;
};

/** "didn't phone until days after": late, but it happened. */
const untilFollows = (phrases: Phrases, verb: number, { words }: Tables): boolean => {
  return follows(phrases, verb, words.until);
};

export const isConditional = (phrases: Phrases, verb: number, { grammar }: Tables): boolean => {
  return follows(phrases, verb, grammar.ids.unless);
};

/** Whether a word opens a phrase or clause behind a verb in its sentence. */
const follows = (phrases: Phrases, verb: number, word: number): boolean => {
  const { chunks, tokens, verbs, firstChunk } = phrases;
  const end = firstChunk[(verbs.sentence[verb] ?? 0) + 1] ?? 0;
  for (let c = (verbs.chunk[verb] ?? 0) + 1, steps = 0; c < end && steps < 12; c++, steps++) {
    const kind = chunks.kind[c];
    if (kind === ChunkKind.stop) return false;
    if (kind === ChunkKind.preposition || kind === ChunkKind.subordinator)
      if (tokens.word[chunks.ref[c] ?? 0] === word) return true;
  }
  return false;
};

export const isHeadline = ({ verbs, nouns, firstVerb, firstChunk }: Phrases, verb: number): boolean => {
  const sentence = verbs.sentence[verb] ?? 0;
  const subject = verbs.subject[verb] ?? -1;
  return verb === firstVerb[sentence] && subject >= 0 && nouns.chunk[subject] === firstChunk[sentence];
};

export const isWould = ({ verbs, tokens }: Phrases, verb: number, { grammar }: Tables): boolean => {
  const modal = tokens.word[verbs.first[verb] ?? 0] ?? -1;
  return modal === grammar.ids.would || modal === grammar.ids["'d"];
};

export const isWithFuture = (phrases: Phrases, verb: number, { lexicon }: Tables): boolean => {
  const { verbs, nouns, chunks, tokens, firstVerb } = phrases;
  const subject = verbs.subject[verb] ?? -1;
  const tensed = VerbFlag.past | VerbFlag.perfect | VerbFlag.future | VerbFlag.conditional | VerbFlag.modal;
  if (subject < 0 || (verbFlags(phrases, verb) & (tensed | VerbFlag.finite)) !== VerbFlag.finite)
    return false;
  const before = (nouns.chunk[subject] ?? 0) - 1;
  const kind = chunks.kind[before];
  if (kind !== ChunkKind.subordinator && kind !== ChunkKind.preposition) return false;
  if (!lexicon.isTemporal(tokens.word[chunks.ref[before] ?? 0] ?? -1)) return false;
  return verb > (firstVerb[verbs.sentence[verb] ?? 0] ?? 0);
};
