import type { Tokens, Vocabulary } from "@readout/model";
import type { Passage } from "../passage.js";
import { chunkSentence } from "./chunk.js";
import { linkArguments } from "./link-arguments.js";
import { PhraseColumns } from "./phrase-columns.js";
import { tagSentence } from "./tag-tokens.js";
import { type GrammarWords, loadGrammarWords } from "./words.js";

/** Kinds of {@link Chunks}. */
export const ChunkKind = {
  /** `ref`: index into {@link NounPhrases}. */
  noun: 1,
  /** `ref`: index into {@link VerbGroups}. */
  verb: 2,
  /** `ref`: the token, as for all kinds below. */
  preposition: 3,
  subordinator: 4,
  relative: 5,
  conjunction: 6,
  comma: 7,
  stop: 8,
  quote: 9,
  open: 10,
  close: 11,
  /** A predicate adjective, an adverb, a particle that stands in no phrase. */
  other: 12,
} as const;

/**
 * The text as a row of phrases and marks, in order; a flat view for walking left and right from a verb. Tokens inside a noun
 * phrase or verb group have no chunk of their own.
 */
export interface Chunks {
  readonly length: number;
  readonly kind: Uint8Array;
  readonly ref: Int32Array;
}

/** Bits of {@link NounPhrases.flags}. */
export const NounFlag = {
  /** The head is a name. */
  proper: 1,
  pronoun: 2,
  /** Says when: Monday, last week, three days ago. */
  time: 4,
  plural: 8,
  /** The determiner is "no" or "neither". */
  negated: 16,
  /** Has "the", "this" … */
  definite: 32,
  /** A figure with no noun. */
  number: 64,
} as const;

/**
 * Noun phrases without what hangs on them by preposition: "the Russian foreign minister", "Iran's government". Token
 * ranges are half-open. Where a phrase has a possessor, `first` covers it too, and `possessor` holds it as a phrase of its own
 * (which has no chunk).
 */
export interface NounPhrases {
  readonly length: number;
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** The head token: "minister", "Putin" in "President Vladimir Putin". */
  readonly head: Int32Array;
  readonly flags: Uint8Array;
  readonly sentence: Int32Array;
  /** Its place in {@link Chunks}, or -1. */
  readonly chunk: Int32Array;
  /** The next phrase of a coordination ("A, B and C"), or -1. */
  readonly next: Int32Array;
  /** The first phrase of its coordination: itself where it stands alone. */
  readonly leader: Int32Array;
  /** "Iran" in "Iran's government", or -1. */
  readonly possessor: Int32Array;
  /** The preposition token that governs it, or -1; for a coordination on each of its phrases. */
  readonly preposition: Int32Array;
}

/** Bits of {@link VerbGroups.flags}. */
export const VerbFlag = {
  /** Has tense or a modal, and so (in English) a subject of its own. */
  finite: 1,
  past: 2,
  /** be + participle, or a bare participle behind its noun ("the men arrested by police"). The subject is who it is done to. */
  passive: 4,
  perfect: 8,
  progressive: 16,
  /** not, never, no longer; also where the subject or object is "no …", "neither …". */
  negated: 32,
  /** will, shall, be going to, be about to. */
  future: 64,
  /** would, could, might, should. */
  conditional: 128,
  /** can, may, must, ought. */
  modal: 256,
  infinitive: 512,
  /** -ing without be: "accusing Moscow of". */
  gerund: 1024,
  /** A participle without be or have. */
  participle: 2048,
  /** Be itself, as a copula. */
  copula: 4096,
  /** Stands in a clause opened by if, unless, whether. */
  hypothetical: 8192,
  /** Stands in a clause opened by who, which, that. */
  relative: 16384,
} as const;

/**
 * Verb groups with auxiliaries, negation and adverbs inside: "has not been formally accused". Token ranges are half-open.
 * Subjects and objects are noun phrases, first of their coordination: walk `NounPhrases.next` for the others.
 */
export interface VerbGroups {
  readonly length: number;
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** The main verb's token. */
  readonly head: Int32Array;
  /** Word id of its lemma ("accuse"); a lexicon word, so it holds over documents. */
  readonly lemma: Int32Array;
  readonly flags: Uint16Array;
  readonly sentence: Int32Array;
  readonly chunk: Int32Array;
  /** Grammatical subject, relative pronouns and shared subjects resolved, or -1. */
  readonly subject: Int32Array;
  /** Direct object, or -1; with two objects ("gave Kyiv weapons") the last one. */
  readonly object: Int32Array;
  /** The first of two objects, or -1. */
  readonly indirect: Int32Array;
  /** Who does it, in a passive: the phrase behind "by", or -1. */
  readonly agent: Int32Array;
  /** The verb group whose complement, purpose or adverbial this is ("agreed" for "to send", "said" for "had met"), or -1. */
  readonly governor: Int32Array;
}

export interface Phrases {
  readonly tokens: Tokens;
  readonly nouns: NounPhrases;
  readonly verbs: VerbGroups;
  readonly chunks: Chunks;
  /** Tag of every token, see tags.ts. */
  readonly tags: Uint8Array;
  /** First verb group, noun phrase and chunk of each sentence; one entry more than there are sentences. */
  readonly firstVerb: Int32Array;
  readonly firstNoun: Int32Array;
  readonly firstChunk: Int32Array;
}

export type PhraseParser = Readonly<{
  words: GrammarWords;
  /** The phrases of a passage; valid as long as the passage. Linear in its length. */
  parsePhrases: (passage: Passage) => Phrases;
}>;

/**
 * A shallow parser: tags tokens, groups them into noun phrases and verb groups, and finds each verb's subject and objects
 * within its sentence. It never fails; what it cannot tell stays -1.
 */
export const createPhraseParser = (vocabulary: Vocabulary): PhraseParser => {
  const words = loadGrammarWords(vocabulary);
  return {
    words,
    parsePhrases: ({ tokens, sentences }) => {
      const columns = new PhraseColumns(tokens, sentences.length);
      for (let sentence = 0; sentence < sentences.length; sentence++) {
        const first = sentences.first[sentence] ?? 0;
        const last = sentences.last[sentence] ?? 0;
        columns.beginSentence(sentence);
        tagSentence(tokens, words, first, last, columns.tags);
        chunkSentence(columns, words, first, last);
        linkArguments(columns, words, sentence);
      }
      return columns.finish(sentences.length);
    },
  };
};

/** The first token of a chunk. */
export const firstToken = ({ chunks, nouns, verbs }: Phrases, chunk: number): number => {
  const ref = chunks.ref[chunk] ?? 0;
  const kind = chunks.kind[chunk];
  if (kind === ChunkKind.noun) return nouns.first[ref] ?? 0;
  return kind === ChunkKind.verb ? (verbs.first[ref] ?? 0) : ref;
};

/** The phrases of a coordination, from its first: "A, B and C" gives three. */
export const conjuncts = (nouns: NounPhrases, phrase: number): readonly number[] => {
  const found: number[] = [];
  for (let at = phrase; at >= 0 && found.length < 64; at = nouns.next[at] ?? -1) found.push(at);
  return found;
};
