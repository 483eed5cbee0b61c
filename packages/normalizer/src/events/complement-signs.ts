import type { Tokens } from "@readout/model";
import { ChunkKind, NounFlag, type Phrases, VerbFlag } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import type { GrammarWords } from "../grammar/words.js";
import type { Status } from "./draft.js";
import type { EventLexicon } from "./event-lexicon.js";

/** Reads the words between a verb and the one that governs it, or before the first, that change what a complement says: "the chance to meet", "stopped short of", "is due to". */
export const createComplementSigns = (lexicon: EventLexicon, grammar: GrammarWords) => {
  const short = lexicon.word("short");
  const without = lexicon.word("without");
  const instead = lexicon.word("instead");
  return {
    hangsOnWish,
    decidedBy,
    isShort,
    isNegatedBetween,
    behindPreposition,
    behindComma,
    isForSubject,
    isDueTo,
    isBehind,
    statusOfFrame,
    isSubjunctive,
    isBe,
    wantsOther,
    isBlamed,
  };

  /**
   * What a frame that leaves a verb without fact of its own makes of it: "instead of complying", "without meeting" negates;
   * "wants him deported", "talks about barring" leaves it open.
   */
  function statusOfFrame(phrases: Phrases, verb: number): Status {
    const { verbs, nouns, chunks, tokens } = phrases;
    // "Rome's attempts to appease".
    if (hangsOnWish(phrases, verb)) return "hypothetical";
    const flags = verbs.flags[verb] ?? 0;
    const governor = verbs.governor[verb] ?? -1;
    if ((flags & VerbFlag.finite) !== 0 && isWished(phrases, verb)) return "hypothetical";
    if ((flags & VerbFlag.infinitive) !== 0 && isDeclined(phrases, verb, governor)) return "negated";
    const kinds = governor < 0 ? [] : lexicon.complementsOf(verbs.lemma[governor] ?? -1);
    const before = (verbs.chunk[verb] ?? 0) - 1;
    const participle = (flags & VerbFlag.participle) !== 0 && (flags & VerbFlag.finite) === 0;
    const object = chunks.kind[before] === ChunkKind.noun ? (chunks.ref[before] ?? -1) : -1;
    if (participle && kinds.includes("plan") && object >= 0 && verbs.object[governor] === object)
      return "hypothetical";
    if ((flags & VerbFlag.gerund) === 0) return "actual";
    if (chunks.kind[before] !== ChunkKind.preposition) return "actual";
    const token = chunks.ref[before] ?? 0;
    const word = tokens.word[token] ?? -1;
    if (word === without || (word === grammar.ids.of && tokens.word[token - 1] === instead)) return "negated";
    if (word === grammar.ids.about && kinds.includes("talk") && chunks.kind[before - 1] === ChunkKind.verb)
      return "hypothetical";
    if (word !== grammar.ids.for) return "actual";
    // "asked for her to …", "their push for closing": what is called for.
    const above = chunks.kind[before - 1] === ChunkKind.noun ? (chunks.ref[before - 1] ?? -1) : -1;
    const called = above >= 0 && lexicon.isCalling(tokens.word[nouns.head[above] ?? 0] ?? -1);
    const calling = governor >= 0 && lexicon.isCalling(verbs.lemma[governor] ?? -1);
    return called || calling || kinds.includes("demand") ? "hypothetical" : "actual";
  }

  /** "the request that Oslo extradite him". */
  function isWished({ verbs, nouns, chunks, tokens }: Phrases, verb: number): boolean {
    const that = (nouns.chunk[verbs.subject[verb] ?? -1] ?? -1) - 1;
    if (that < 1 || chunks.kind[that - 1] !== ChunkKind.noun) return false;
    if (tokens.word[chunks.ref[that] ?? 0] !== grammar.ids.that) return false;
    return lexicon.isSupposed(tokens.word[nouns.head[chunks.ref[that - 1] ?? 0] ?? 0] ?? -1);
  }

  /** "it was too early to congratulate them", "not to support her". */
  function isDeclined({ verbs, tokens, tags }: Phrases, verb: number, governor: number): boolean {
    const first = verbs.first[verb] ?? 0;
    if (
      tags[first - 1] === Tag.negation ||
      (tags[first - 1] === Tag.adverb && tags[first - 2] === Tag.negation)
    )
      return true;
    const from = governor < 0 ? first : (verbs.last[governor] ?? first);
    for (let at = Math.max(from, first - DEGREE); at < first; at++)
      if (tokens.word[at] === grammar.ids.too) return true;
    return false;
  }

  function isBehind({ verbs, chunks, tokens }: Phrases, verb: number, words: readonly number[]): boolean {
    const before = (verbs.chunk[verb] ?? 0) - 1;
    if (chunks.kind[before] !== ChunkKind.preposition) return false;
    return words.includes(tokens.word[chunks.ref[before] ?? 0] ?? -1);
  }

  /** "the chance to meet": an infinitive right behind a noun of wanting and being able. */
  function hangsOnWish({ chunks, nouns, verbs, tokens }: Phrases, verb: number): boolean {
    const infinitive = ((verbs.flags[verb] ?? 0) & VerbFlag.infinitive) !== 0;
    // "the right of curtailing".
    const chunk = verbs.chunk[verb] ?? 0;
    const before = infinitive ? chunk - 1 : chunk - 2;
    if (!infinitive && chunks.kind[chunk - 1] !== ChunkKind.preposition) return false;
    if (before < 0 || chunks.kind[before] !== ChunkKind.noun) return false;
    const head = nouns.head[chunks.ref[before] ?? 0] ?? 0;
    // "held a phone call to": what it was for.
    return lexicon.isWish(tokens.word[head] ?? -1) && !lexicon.isPhone(tokens.word[head - 1] ?? -1);
  }

  /** Who "Oslo's decision to" belongs to, or -1. */
  function decidedBy({ chunks, nouns, verbs, tokens }: Phrases, verb: number): number {
    if (((verbs.flags[verb] ?? 0) & VerbFlag.infinitive) === 0) return -1;
    const before = (verbs.chunk[verb] ?? 0) - 1;
    const phrase = chunks.kind[before] === ChunkKind.noun ? (chunks.ref[before] ?? -1) : -1;
    if (phrase < 0 || !lexicon.isDecided(tokens.word[nouns.head[phrase] ?? 0] ?? -1)) return -1;
    return nouns.possessor[phrase] ?? -1;
  }

  function isShort({ verbs, tokens }: Phrases, governor: number): boolean {
    return tokens.word[verbs.last[governor] ?? 0] === short;
  }

  /** 'is "not ready" to support', "vowed never to yield". */
  function isNegatedBetween({ verbs, tags }: Phrases, governor: number, verb: number): boolean {
    const from = verbs.last[governor] ?? 0;
    for (let at = from; at < from + 3 && at < (verbs.head[verb] ?? 0); at++)
      if (tags[at] === Tag.negation) return true;
    return false;
  }

  function behindPreposition({ verbs, chunks }: Phrases, verb: number): boolean {
    return chunks.kind[(verbs.chunk[verb] ?? 0) - 1] === ChunkKind.preposition;
  }

  function behindComma(phrases: Phrases, verb: number): boolean {
    const chunk = phrases.verbs.chunk[verb] ?? 0;
    return chunk > 0 && phrases.chunks.kind[chunk - 1] === ChunkKind.comma;
  }

  /** "for families to sue". */
  function isForSubject({ verbs, nouns, tokens }: Phrases, verb: number): boolean {
    const preposition = nouns.preposition[verbs.subject[verb] ?? -1] ?? -1;
    const infinitive = ((verbs.flags[verb] ?? 0) & VerbFlag.infinitive) !== 0;
    return infinitive && preposition >= 0 && tokens.word[preposition] === grammar.ids.for;
  }

  /** "are to meet on Friday": be with an infinitive right behind it announces. */
  function isDueTo(phrases: Phrases, governor: number, verb: number): boolean {
    const { verbs, chunks, tags } = phrases;
    const copula = VerbFlag.copula | VerbFlag.finite;
    if (((phrases.verbs.flags[governor] ?? 0) & copula) !== copula) return false;
    if (((phrases.verbs.flags[verb] ?? 0) & VerbFlag.infinitive) === 0) return false;
    let at = (verbs.chunk[verb] ?? 0) - 1;
    // "are now to meet"; not "was right to ask", who did so.
    while (at >= 0 && chunks.kind[at] === ChunkKind.other && tags[chunks.ref[at] ?? 0] !== Tag.adjective)
      at--;
    return at === verbs.chunk[governor];
  }

  /** "demanded that the mayor resign": a bare verb in the clause of a verb of asking. */
  function isSubjunctive(phrases: Phrases, verb: number, governor: number, subject: number): boolean {
    const { verbs, nouns, tokens } = phrases;
    if (!lexicon.complementsOf(verbs.lemma[governor] ?? -1).includes("demand")) return false;
    const head = verbs.head[verb] ?? 0;
    // "recommended that Oslo be admitted".
    if (isBe(phrases, verb)) return true;
    if (head !== (verbs.first[verb] ?? 0) || !grammar.isBase(tokens.word[head] ?? -1)) return false;
    const plural = (nouns.flags[subject] ?? 0) & NounFlag.plural;
    // "suggested that voters cling": of several that is how they are, where the verb may say so.
    const states = lexicon.complementsOf(verbs.lemma[governor] ?? -1).includes("state");
    return (
      ((verbs.flags[verb] ?? 0) & VerbFlag.past) === 0 &&
      (plural === 0 || (!states && opensWithThat(phrases, subject)))
    );
  }

  function isBe({ verbs, tokens }: Phrases, verb: number): boolean {
    return tokens.word[verbs.first[verb] ?? 0] === grammar.ids.be;
  }

  function opensWithThat({ nouns, chunks, tokens }: Phrases, subject: number): boolean {
    const before = (nouns.chunk[subject] ?? 0) - 1;
    return (
      before >= 0 &&
      chunks.kind[before] === ChunkKind.subordinator &&
      tokens.word[chunks.ref[before] ?? 0] === grammar.ids.that
    );
  }

  /** "wants Oslo to pay": the object of one verb is the subject of the other. */
  function wantsOther({ verbs }: Phrases, governor: number, verb: number): boolean {
    const other = verbs.subject[verb] ?? -1;
    return other >= 0 && other === (verbs.object[governor] ?? -1);
  }

  /** "said the rebels were responsible": a copula with a word of blame behind it; not "were responsible for road safety". */
  function isBlamed({ verbs, tokens, tags }: Phrases, verb: number): boolean {
    const flags = verbs.flags[verb] ?? 0;
    if ((flags & VerbFlag.copula) === 0 || (flags & VerbFlag.negated) !== 0) return false;
    const last = verbs.last[verb] ?? 0;
    for (let at = last; at < last + 3 && !isBreak(tags[at]); at++) {
      const word = tokens.word[at] ?? -1;
      if (lexicon.isBlame(word)) return !lexicon.isAnswering(word) || isForDeed(tokens, tags, at + 1);
    }
    return false;
  }

  /** What may stand behind "responsible" where it blames: nothing, or "for" and a deed. */
  function isForDeed({ word }: Tokens, tags: Uint8Array, from: number): boolean {
    if (from >= word.length || isBreak(tags[from])) return true;
    if (word[from] !== grammar.ids.for) return false;
    // The phrase behind "for", up to what hangs on it: "for the raid on the port".
    for (let at = from + 1; at <= from + PHRASE && !isBreak(tags[at]); at++) {
      if (tags[at] === Tag.preposition && word[at] !== grammar.ids.of) return false;
      if (lexicon.isDeed(word[at] ?? -1)) return true;
    }
    return false;
  }
};

export type ComplementSigns = ReturnType<typeof createComplementSigns>;

/** Tokens between "too" and the infinitive it rules out: "too early for Oslo to". */
const DEGREE = 5;

/** Tokens of a phrase behind "responsible for" among which its noun stands: "for the series of deadly bombings". */
const PHRASE = 6;

/** Where a clause ends or halts. */
const isBreak = (tag: number | undefined): boolean =>
  tag === undefined || tag === Tag.stop || tag === Tag.comma || tag === Tag.quote;
