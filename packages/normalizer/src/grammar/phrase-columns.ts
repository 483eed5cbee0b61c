import type { Tokens } from "@readout/model";
import type { Phrases } from "./phrases.js";

const column = (size: number): Int32Array => new Int32Array(size);

/** The columns of {@link Phrases} while they are being filled. No text has more phrases or chunks than tokens. */
export class PhraseColumns {
  readonly tags: Uint8Array;
  readonly nouns;
  readonly verbs;
  readonly chunks;
  readonly firstVerb: Int32Array;
  readonly firstNoun: Int32Array;
  readonly firstChunk: Int32Array;
  private sentence = 0;

  constructor(
    readonly tokens: Tokens,
    sentences: number,
  ) {
    const size = tokens.length;
    const half = (size >> 1) + 2;
    this.tags = new Uint8Array(size + 1);
    this.nouns = {
      length: 0,
      first: column(size + 2),
      last: column(size + 2),
      head: column(size + 2),
      flags: new Uint8Array(size + 2),
      sentence: column(size + 2),
      chunk: column(size + 2),
      next: column(size + 2),
      leader: column(size + 2),
      possessor: column(size + 2),
      preposition: column(size + 2),
    };
    this.verbs = {
      length: 0,
      first: column(size + 2),
      last: column(size + 2),
      head: column(size + 2),
      lemma: column(size + 2),
      flags: new Uint16Array(size + 2),
      sentence: column(size + 2),
      chunk: column(size + 2),
      subject: column(size + 2),
      object: column(size + 2),
      indirect: column(size + 2),
      agent: column(size + 2),
      governor: column(size + 2),
    };
    this.chunks = { length: 0, kind: new Uint8Array(size + half), ref: column(size + half) };
    this.firstVerb = column(sentences + 1);
    this.firstNoun = column(sentences + 1);
    this.firstChunk = column(sentences + 1);
  }

  beginSentence(sentence: number): void {
    this.sentence = sentence;
    this.firstVerb[sentence] = this.verbs.length;
    this.firstNoun[sentence] = this.nouns.length;
    this.firstChunk[sentence] = this.chunks.length;
  }

  addChunk(kind: number, ref: number): number {
    const at = this.chunks.length++;
    this.chunks.kind[at] = kind;
    this.chunks.ref[at] = ref;
    return at;
  }

  addNoun(first: number, last: number, head: number, flags: number): number {
    const { nouns } = this;
    const at = nouns.length++;
    nouns.first[at] = first;
    nouns.last[at] = last;
    nouns.head[at] = head;
    nouns.flags[at] = flags;
    nouns.sentence[at] = this.sentence;
    nouns.chunk[at] = -1;
    nouns.next[at] = -1;
    nouns.leader[at] = at;
    nouns.possessor[at] = -1;
    nouns.preposition[at] = -1;
    return at;
  }

  addVerb(first: number, last: number, head: number, lemma: number, flags: number): number {
    const { verbs } = this;
    const at = verbs.length++;
    verbs.first[at] = first;
    verbs.last[at] = last;
    verbs.head[at] = head;
    verbs.lemma[at] = lemma;
    verbs.flags[at] = flags;
    verbs.sentence[at] = this.sentence;
    verbs.chunk[at] = -1;
    verbs.subject[at] = -1;
    verbs.object[at] = -1;
    verbs.indirect[at] = -1;
    verbs.agent[at] = -1;
    verbs.governor[at] = -1;
    return at;
  }

  finish(sentences: number): Phrases {
    this.firstVerb[sentences] = this.verbs.length;
    this.firstNoun[sentences] = this.nouns.length;
    this.firstChunk[sentences] = this.chunks.length;
    const { tokens, tags, nouns, verbs, chunks, firstVerb, firstNoun, firstChunk } = this;
    return { tokens, tags, nouns, verbs, chunks, firstVerb, firstNoun, firstChunk };
  }
}
