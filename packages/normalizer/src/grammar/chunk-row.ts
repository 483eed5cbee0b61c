import type { PhraseColumns } from "./phrase-columns.js";
import { ChunkKind, NounFlag, VerbFlag } from "./phrases.js";
import type { GrammarWords } from "./words.js";

/** Chunks that are looked at on either side of a verb: a bound that keeps the pass linear on endless sentences. */
export const REACH = 60;

/** The chunks of one sentence, with the questions that linking asks of them. */
export class ChunkRow {
  constructor(
    protected readonly columns: PhraseColumns,
    protected readonly words: GrammarWords,
    protected readonly first: number,
    protected readonly last: number,
  ) {}

  protected kind(chunk: number): number {
    return chunk >= this.first && chunk < this.last ? (this.columns.chunks.kind[chunk] ?? 0) : 0;
  }

  protected ref(chunk: number): number {
    return this.columns.chunks.ref[chunk] ?? -1;
  }

  protected nounFlags(phrase: number): number {
    return this.columns.nouns.flags[phrase] ?? 0;
  }

  protected verbFlags(verb: number): number {
    return this.columns.verbs.flags[verb] ?? 0;
  }

  protected setFlags(verb: number, bits: number): void {
    this.columns.verbs.flags[verb] = this.verbFlags(verb) | bits;
  }

  protected isTime(phrase: number): boolean {
    return (this.nounFlags(phrase) & NounFlag.time) !== 0;
  }

  protected isBut(token: number): boolean {
    const word = this.columns.tokens.word[token];
    return word === this.words.ids.but || word === this.words.ids.nor;
  }

  /** The chunk that closes the bracket at `open`, or `open` itself where none does. */
  protected closing(open: number): number {
    for (let at = open + 1; at < this.last && at < open + 12; at++)
      if (this.kind(at) === ChunkKind.close) return at;
    return open;
  }

  protected opening(close: number): number {
    for (let at = close - 1; at >= this.first && at > close - 12; at--)
      if (this.kind(at) === ChunkKind.open) return at;
    return close;
  }

  protected isFinite(chunk: number): boolean {
    return this.kind(chunk) === ChunkKind.verb && (this.verbFlags(this.ref(chunk)) & VerbFlag.finite) !== 0;
  }

  protected takesClause(verb: number): boolean {
    return this.words.takesClause(this.columns.verbs.lemma[verb] ?? -1);
  }

  /** The verb group left of a chunk within the sentence, or -1. */
  protected verbLeft(chunk: number): number {
    for (let at = chunk, steps = 0; at >= this.first && steps < REACH; at--, steps++) {
      const kind = this.kind(at);
      if (kind === ChunkKind.verb) return this.ref(at);
      if (kind === ChunkKind.stop) return -1;
    }
    return -1;
  }

  /** The finite verb of the main line left of a chunk: relative clauses passed over. */
  protected mainVerbLeft(chunk: number): number {
    for (let at = chunk, steps = 0; at >= this.first && steps < REACH; at--, steps++) {
      if (this.kind(at) === ChunkKind.stop) return -1;
      if (!this.isFinite(at)) continue;
      const verb = this.ref(at);
      if ((this.verbFlags(verb) & VerbFlag.relative) === 0) return verb;
    }
    return -1;
  }

  protected leaderOf(chunk: number): number {
    const phrase = this.ref(chunk);
    return this.columns.nouns.leader[phrase] ?? phrase;
  }

  /** Whether a noun phrase that says no time stands left of a chunk in its clause. */
  protected hasOtherNoun(chunk: number): boolean {
    for (let at = chunk - 1, steps = 0; at >= this.first && steps < 12; at--, steps++) {
      const kind = this.kind(at);
      if (kind === ChunkKind.noun && !this.isTime(this.ref(at))) return true;
      if (kind === ChunkKind.stop || kind === ChunkKind.subordinator) return false;
    }
    return false;
  }

  protected isSubjectPronoun(phrase: number): boolean {
    const { tokens, nouns } = this.columns;
    return this.words.isSubject(tokens.word[nouns.head[phrase] ?? 0] ?? -1);
  }

  protected relativeVerb(verb: number): boolean {
    return (this.verbFlags(verb) & VerbFlag.relative) !== 0;
  }

  /** The relative pronoun left of a chunk; the chunk itself where there is none. */
  protected relativeStart(chunk: number): number {
    for (let at = chunk - 1, steps = 0; at >= this.first && steps < REACH; at--, steps++)
      if (this.kind(at) === ChunkKind.relative) return at;
    return chunk;
  }

  /** "sent a letter to Oslo demanding": whoever writes demands, not who is written to. */
  protected isToldTo(phrase: number, verb: number): boolean {
    const preposition = this.columns.nouns.preposition[phrase] ?? -1;
    if (preposition < 0 || this.columns.tokens.word[preposition] !== this.words.ids.to) return false;
    const lemma = this.columns.verbs.lemma[verb] ?? -1;
    return this.words.takesClause(lemma) || this.words.controlsObject(lemma) || this.words.charges(lemma);
  }

  /** "asked for the guards to go". */
  protected isForPhrase(phrase: number): boolean {
    const preposition = this.columns.nouns.preposition[phrase] ?? -1;
    return (
      preposition >= 0 && this.columns.tokens.word[preposition] === this.words.ids.for && !this.isTime(phrase)
    );
  }
}
