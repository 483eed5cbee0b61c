import { ChunkKind, type Phrases, VerbFlag } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import type { GrammarWords } from "../grammar/words.js";
import type { EventWords } from "./actors.js";
import { verbFlags } from "./clause.js";
import type { Status } from "./draft.js";
import type { EventLexicon } from "./event-lexicon.js";

/** What a verb's own form says of whether its act took place. */
export type VerbStatusReader = Readonly<{
  /** "will meet" planned, "did not meet" negated, "would meet" hypothetical. */
  read: (phrases: Phrases, verb: number) => Status;
  /** "will tear up the pact unless the road is opened". */
  isConditional: (phrases: Phrases, verb: number) => boolean;
  /** "UN to send monitors": the first verb of a sentence that its subject opens. */
  isHeadline: (phrases: Phrases, verb: number) => boolean;
  /** "would not allow" refuses; "could not agree" has no choice. */
  isWould: (phrases: Phrases, verb: number) => boolean;
  /** "will meet again when the king travels to Oslo": what comes with what will be. */
  isWithFuture: (phrases: Phrases, verb: number) => boolean;
}>;

/** Tokens behind a verb among which a time to come may stand. */
const SOON = 6;

/** From fact to its opposite. */
const order: readonly Status[] = ["actual", "disputed", "planned", "hypothetical", "negated"];

/** Of two readings the one further from fact. */
export const worse = (a: Status, b: Status): Status => (order.indexOf(a) >= order.indexOf(b) ? a : b);

export const createVerbStatusReader = (
  lexicon: EventLexicon,
  words: EventWords,
  grammar: GrammarWords,
): VerbStatusReader => {
  return { read: statusOfVerb, isConditional, isHeadline, isWould, isWithFuture };

  function statusOfVerb(phrases: Phrases, verb: number): Status {
    const flags = verbFlags(phrases, verb);
    const { verbs, tokens } = phrases;
    if ((flags & VerbFlag.hypothetical) !== 0) return "hypothetical";
    if (isNeither(phrases, verb)) return "negated";
    if ((flags & VerbFlag.negated) !== 0 && !((flags & VerbFlag.past) !== 0 && untilFollows(phrases, verb)))
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
    return ongoing && isYetToCome(phrases, verb) ? "planned" : "actual";
  }

  /** "are meeting next week", "is leaving tomorrow". */
  function isYetToCome({ verbs, tokens, tags }: Phrases, verb: number): boolean {
    const from = verbs.last[verb] ?? 0;
    for (let at = from; at < from + SOON && at < tokens.length && tags[at] !== Tag.stop; at++) {
      const next = tokens.word[at] === words.next && tags[at + 1] === Tag.time;
      if (next || tokens.word[at] === words.tomorrow) return true;
    }
    return false;
  }

  /** "neither Oslo nor Rome was invited". */
  function isNeither({ verbs, nouns, tokens }: Phrases, verb: number): boolean {
    const first = nouns.first[verbs.subject[verb] ?? -1] ?? 0;
    const before = first > 0 ? (tokens.word[first - 1] ?? -1) : -1;
    return before === grammar.ids.nor || before === grammar.ids.neither;
  }

  /** "didn't phone until days after": late, but it happened. */
  function untilFollows(phrases: Phrases, verb: number): boolean {
    return follows(phrases, verb, words.until);
  }

  function isConditional(phrases: Phrases, verb: number): boolean {
    return follows(phrases, verb, grammar.ids.unless);
  }

  /** Whether a word opens a phrase or clause behind a verb in its sentence. */
  function follows(phrases: Phrases, verb: number, word: number): boolean {
    const { chunks, tokens, verbs, firstChunk } = phrases;
    const end = firstChunk[(verbs.sentence[verb] ?? 0) + 1] ?? 0;
    for (let c = (verbs.chunk[verb] ?? 0) + 1, steps = 0; c < end && steps < 12; c++, steps++) {
      const kind = chunks.kind[c];
      if (kind === ChunkKind.stop) return false;
      if (kind === ChunkKind.preposition || kind === ChunkKind.subordinator)
        if (tokens.word[chunks.ref[c] ?? 0] === word) return true;
    }
    return false;
  }

  function isHeadline({ verbs, nouns, firstVerb, firstChunk }: Phrases, verb: number): boolean {
    const sentence = verbs.sentence[verb] ?? 0;
    const subject = verbs.subject[verb] ?? -1;
    return verb === firstVerb[sentence] && subject >= 0 && nouns.chunk[subject] === firstChunk[sentence];
  }

  function isWould({ verbs, tokens }: Phrases, verb: number): boolean {
    const modal = tokens.word[verbs.first[verb] ?? 0] ?? -1;
    return modal === grammar.ids.would || modal === grammar.ids["'d"];
  }

  function isWithFuture(phrases: Phrases, verb: number): boolean {
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
  }
};
