import { ChunkRow } from "./chunk-row.js";
import { ChunkKind, NounFlag, VerbFlag } from "./phrases.js";
import { Tag } from "./tags.js";
import { ContentWord } from "./words.js";

/** The objects of the verb groups of one sentence, and who did what a passive tells. */
export class ObjectLinker extends ChunkRow {
  /** The chunk where an object may stand: behind adverbs and a time ("vetoed on Friday a resolution"). */
  private behindTime(from: number): number {
    let at = from;
    for (let steps = 0; steps < 8; steps++) {
      const kind = this.kind(at);
      if (kind === ChunkKind.other || kind === ChunkKind.quote) at++;
      else if (kind === ChunkKind.noun && this.isTime(this.ref(at)) && this.kind(at + 1) === ChunkKind.noun)
        at++;
      else if (
        kind === ChunkKind.preposition &&
        this.kind(at + 1) === ChunkKind.noun &&
        this.isTime(this.ref(at + 1)) &&
        this.kind(at + 2) === ChunkKind.noun
      )
        at += 2;
      else break;
    }
    return at;
  }

  link(c: number, verb: number): void {
    const { verbs, nouns } = this.columns;
    const passive = (this.verbFlags(verb) & VerbFlag.passive) !== 0;
    let at = this.behindTime(c + 1);
    if (
      this.kind(at) === ChunkKind.noun &&
      !this.isTime(this.ref(at)) &&
      this.ref(at) !== verbs.subject[verb]
    ) {
      const phrase = this.ref(at);
      let end = at;
      for (let next = nouns.next[phrase] ?? -1; next >= 0; next = nouns.next[next] ?? -1)
        end = nouns.chunk[next] ?? end;
      let behind = end + 1;
      while (this.kind(behind) === ChunkKind.quote || this.kind(behind) === ChunkKind.other) behind++;
      const clause = this.isFinite(behind) && !this.relativeVerb(this.ref(behind)) && this.takesClause(verb);
      // "The pilot was given asylum": the passive keeps what is given.
      if (passive && this.words.takesTwo(verbs.lemma[verb] ?? -1)) verbs.object[verb] = phrase;
      if (!clause && !passive) {
        const second = this.kind(end + 1) === ChunkKind.noun ? this.ref(end + 1) : -1;
        const quoted = this.quotedBehindHer(phrase, end);
        if (quoted >= 0) verbs.object[verb] = quoted;
        else if (second >= 0 && this.isBareDeterminer(second)) verbs.object[verb] = phrase;
        else if (second >= 0 && !this.isTime(second) && !this.isFinite(end + 2)) {
          verbs.indirect[verb] = phrase;
          verbs.object[verb] = second;
        } else verbs.object[verb] = phrase;
        if ((this.nounFlags(phrase) & NounFlag.negated) !== 0 && !this.isBareDeterminer(phrase))
          this.setFlags(verb, VerbFlag.negated);
      }
    }
    if (!passive) {
      const late = this.lateObject(c, verb);
      if (late >= 0) verbs.object[verb] = late;
      return;
    }
    for (let steps = 0; steps < 12 && at < this.last; at++, steps++) {
      const kind = this.kind(at);
      // "tortured or abused by the police": both have the agent.
      if (kind === ChunkKind.verb && this.isJoinedPassive(at)) continue;
      if (
        kind === ChunkKind.verb ||
        kind === ChunkKind.stop ||
        kind === ChunkKind.relative ||
        kind === ChunkKind.subordinator
      )
        return;
      if (kind !== ChunkKind.preposition || this.columns.tokens.word[this.ref(at)] !== this.words.ids.by)
        continue;
      if (this.kind(at + 1) !== ChunkKind.noun || this.isTime(this.ref(at + 1))) continue;
      if (this.isMeans(this.ref(at + 1))) continue;
      verbs.agent[verb] = this.ref(at + 1);
      return;
    }
  }

  /** "has offered to Rome an armoured regiment", "returned to Peru last week 21 frogs": what is given behind whom it is given to, or -1. */
  private lateObject(c: number, verb: number): number {
    const { verbs, nouns, tokens } = this.columns;
    if ((verbs.object[verb] ?? -1) >= 0 || !this.words.takesTwo(verbs.lemma[verb] ?? -1)) return -1;
    if (this.kind(c + 1) !== ChunkKind.preposition || this.kind(c + 2) !== ChunkKind.noun) return -1;
    if (tokens.word[this.ref(c + 1)] !== this.words.ids.to) return -1;
    const at = this.behindTime(c + 3);
    if (this.kind(at) !== ChunkKind.noun || this.isFinite(at + 1)) return -1;
    return nouns.leader[this.ref(at)] ?? -1;
  }

  /** "by sea", "by decree": a bare thing does nothing. */
  private isMeans(phrase: number): boolean {
    const { nouns, tokens } = this.columns;
    const first = nouns.first[phrase] ?? 0;
    const bare = (nouns.last[phrase] ?? 0) - first === 1;
    return bare && (this.words.contents.of(tokens.word[first] ?? -1) & ContentWord.thing) !== 0;
  }

  private isJoinedPassive(chunk: number): boolean {
    const passive = (this.verbFlags(this.ref(chunk)) & VerbFlag.passive) !== 0;
    return passive && this.kind(chunk - 1) === ChunkKind.conjunction;
  }

  /** 'thanked her "loyal" crew': behind "her" a quotation goes on with the phrase. */
  private quotedBehindHer(phrase: number, chunk: number): number {
    const { tokens, nouns } = this.columns;
    if (tokens.word[nouns.head[phrase] ?? 0] !== this.words.ids.her) return -1;
    const quoted = this.kind(chunk + 1) === ChunkKind.quote && this.kind(chunk + 2) === ChunkKind.noun;
    return quoted ? this.ref(chunk + 2) : -1;
  }

  /** "measures such as": a determiner without a noun is no object. */
  private isBareDeterminer(phrase: number): boolean {
    return this.columns.tags[this.columns.nouns.head[phrase] ?? 0] === Tag.determiner;
  }
}
