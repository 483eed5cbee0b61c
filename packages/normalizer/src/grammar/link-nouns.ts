import { ChunkRow, REACH } from "./chunk-row.js";
import type { PhraseColumns } from "./phrase-columns.js";
import { ChunkKind, NounFlag, VerbFlag } from "./phrases.js";
import type { GrammarWords } from "./words.js";

/** Finds the coordinations of a sentence's noun phrases and the prepositions that govern them. */
export const linkNouns = (columns: PhraseColumns, words: GrammarWords, first: number, last: number): void => {
  new NounLinker(columns, words, first, last).linkNouns();
};

class NounLinker extends ChunkRow {
  linkNouns(): void {
    const { nouns } = this.columns;
    for (let c = this.first; c < this.last; c++) {
      if (this.kind(c) !== ChunkKind.noun) continue;
      const phrase = this.ref(c);
      if (nouns.leader[phrase] !== phrase) continue;
      if (this.kind(c - 1) === ChunkKind.preposition) nouns.preposition[phrase] = this.ref(c - 1);
      if (this.isCountOfTime(c, phrase)) nouns.flags[phrase] = this.nounFlags(phrase) | NounFlag.time;
      if (this.isFilledTime(c, phrase)) nouns.flags[phrase] = this.nounFlags(phrase) & ~NounFlag.time;
      this.coordinate(c, phrase);
    }
  }

  /** "held a second day of talks": what a time is made of; not "in a week of talks". */
  private isFilledTime(c: number, phrase: number): boolean {
    if (
      !this.isTime(phrase) ||
      this.kind(c - 1) !== ChunkKind.verb ||
      this.kind(c + 1) !== ChunkKind.preposition
    )
      return false;
    const { tokens } = this.columns;
    const of = tokens.word[this.ref(c + 1)] === this.words.ids.of;
    return of && this.kind(c + 2) === ChunkKind.noun && !this.isTime(this.ref(c + 2));
  }

  /** "a couple of weeks ago" says when. */
  private isCountOfTime(c: number, phrase: number): boolean {
    const { tokens, nouns } = this.columns;
    if (
      tokens.word[nouns.head[phrase] ?? 0] !== this.words.ids.couple ||
      this.kind(c + 1) !== ChunkKind.preposition
    )
      return false;
    return this.kind(c + 2) === ChunkKind.noun && this.isTime(this.ref(c + 2));
  }

  /** "A, B and C" from the phrase at chunk `c` on. A comma alone makes an apposition, not a coordination. */
  private coordinate(c: number, leader: number): void {
    const time = this.isTime(leader);
    const found: number[] = [];
    let closed = false;
    let at = c;
    for (let steps = 0; steps < REACH && !closed; steps++) {
      let next = at + 1;
      if (this.kind(next) === ChunkKind.open) next = this.closing(next) + 1;
      const comma = this.kind(next) === ChunkKind.comma;
      if (comma) next++;
      if (
        this.kind(next) === ChunkKind.conjunction &&
        (!this.isBut(this.ref(next)) || this.isNeither(leader))
      ) {
        closed = true;
        next++;
      } else if (!comma && this.isAsWellAs(next)) {
        closed = true;
        next += 3;
      } else if (!comma) break;
      if (this.kind(next) !== ChunkKind.noun) {
        closed = false;
        break;
      }
      const phrase = this.ref(next);
      if (this.isTime(phrase) !== time) {
        closed = false;
        break;
      }
      found.push(phrase);
      at = next;
    }
    if (!closed) {
      this.coordinateHeadline(c, leader);
      return;
    }
    // "in the region, and this is": two phrases with a comma between and a verb behind are two clauses.
    if (found.length === 1 && this.kind(at - 2) === ChunkKind.comma && this.isFinite(at + 1)) return;
    const before = this.kind(c - 1);
    // "respect the police of this city and we have": behind an object, "we" opens a clause.
    const governed = before === ChunkKind.verb || before === ChunkKind.preposition;
    const [next] = found;
    if (governed && next !== undefined && this.isSubjectPronoun(next)) return;
    // "gave Ukraine $5 billion and Norway praised it": behind the second object as behind the first.
    const verb = before === ChunkKind.noun && this.kind(c - 2) === ChunkKind.verb ? c - 2 : c - 1;
    const object = this.kind(verb) === ChunkKind.verb && !this.takesClause(this.ref(verb));
    if (object && this.isFinite(at + 1)) return;
    if (before === ChunkKind.preposition && this.isFinite(at + 1) && this.hasOwnVerb(c - 1)) return;
    // "in Moscow, U.S. and Russian negotiators met": the place opens the sentence, the list behind it is the subject.
    const place = before === ChunkKind.preposition && found.length >= 2 && this.opensClauseAt(c - 2);
    if (place && (this.isFinite(at + 1) || this.kind(at + 1) === ChunkKind.stop)) {
      const [second, ...rest] = found;
      if (second !== undefined) this.chain(second, rest);
      return;
    }
    this.chain(leader, found);
  }

  /** "fulfilled the terms of the pact and Norway lifted": the clause up to a chunk has its verb, so that the next one needs a clause of its own. */
  private hasOwnVerb(chunk: number): boolean {
    for (let at = chunk, steps = 0; at >= this.first && steps < REACH; at--, steps++) {
      const kind = this.kind(at);
      if (kind === ChunkKind.verb && this.isFinite(at))
        return !this.takesClause(this.ref(at)) && this.kind(at - 1) !== ChunkKind.relative;
      // "after talks between Oslo and Rome failed": a clause that begins here has its verb behind.
      const word = this.columns.tokens.word[this.ref(at)] ?? -1;
      if (kind === ChunkKind.preposition && this.words.opensClause(word)) return false;
      if (kind !== ChunkKind.verb && kind !== ChunkKind.noun && kind !== ChunkKind.preposition) return false;
    }
    return false;
  }

  /** "neither Lima nor Quito". */
  private isNeither(leader: number): boolean {
    const before = (this.columns.nouns.first[leader] ?? 0) - 1;
    return before >= 0 && this.columns.tokens.word[before] === this.words.ids.neither;
  }

  /** "Lima as well as Quito". */
  private isAsWellAs(chunk: number): boolean {
    const { tokens } = this.columns;
    const { ids } = this.words;
    return (
      tokens.word[this.ref(chunk)] === ids.as &&
      this.kind(chunk) === ChunkKind.preposition &&
      tokens.word[this.ref(chunk + 1)] === ids.well &&
      this.kind(chunk + 1) === ChunkKind.other &&
      tokens.word[this.ref(chunk + 2)] === ids.as
    );
  }

  /** Whether a chunk is none of a clause's words: its start, a comma, an adverb. */
  private opensClauseAt(chunk: number): boolean {
    const kind = this.kind(chunk);
    return kind === 0 || kind === ChunkKind.comma || kind === ChunkKind.other || kind === ChunkKind.stop;
  }

  private chain(leader: number, found: readonly number[]): void {
    const { nouns } = this.columns;
    let previous = leader;
    for (const phrase of found) {
      nouns.next[previous] = phrase;
      nouns.leader[phrase] = leader;
      nouns.preposition[phrase] = nouns.preposition[leader] ?? -1;
      previous = phrase;
    }
  }

  /**
   * "Merkel, Hollande Discuss Debt", "Merkel, Baltic ministers meet": at the head of a sentence, two names and a verb with one comma are
   * a coordination, and so are a name and a plural noun where the verb is in the present of headlines.
   */
  private coordinateHeadline(c: number, leader: number): void {
    const { nouns } = this.columns;
    if (c !== this.first || this.kind(c + 1) !== ChunkKind.comma || this.kind(c + 2) !== ChunkKind.noun)
      return;
    const second = this.ref(c + 2);
    const verb = this.ref(c + 3);
    if (!this.isFinite(c + 3) || this.takesClause(verb)) return;
    const told =
      VerbFlag.past |
      VerbFlag.perfect |
      VerbFlag.passive |
      VerbFlag.future |
      VerbFlag.conditional |
      VerbFlag.modal;
    const fits =
      ((this.columns.verbs.flags[verb] ?? 0) & told) !== 0
        ? NounFlag.proper
        : NounFlag.proper | NounFlag.plural;
    if ((this.nounFlags(leader) & NounFlag.proper) === 0 || (this.nounFlags(second) & fits) === 0) return;
    nouns.next[leader] = second;
    nouns.leader[second] = leader;
  }
}
