import { ChunkRow, REACH } from "./chunk-row.js";
import { linkNouns } from "./link-nouns.js";
import { ObjectLinker } from "./link-objects.js";
import type { PhraseColumns } from "./phrase-columns.js";
import { ChunkKind, NounFlag, VerbFlag } from "./phrases.js";
import type { GrammarWords } from "./words.js";

/** Coordinations, governing prepositions, and the subject and objects of each verb group of one sentence. */
export const linkArguments = (columns: PhraseColumns, words: GrammarWords, sentence: number): void => {
  const first = columns.firstChunk[sentence] ?? 0;
  linkNouns(columns, words, first, columns.chunks.length);
  const linker = new ArgumentLinker(columns, words, first, columns.chunks.length);
  linker.linkVerbs();
};

class ArgumentLinker extends ChunkRow {
  /** Verbs at the head of the sentence whose subject comes later: "Speaking in Moscow, Putin said". */
  private readonly waiting = new Set<number>();
  private readonly objects = new ObjectLinker(this.columns, this.words, this.first, this.last);

  linkVerbs(): void {
    for (let c = this.first; c < this.last; c++) {
      if (this.kind(c) === ChunkKind.verb) this.linkVerb(c, this.ref(c));
    }
  }

  private linkVerb(c: number, verb: number): void {
    const { verbs } = this.columns;
    const flags = this.verbFlags(verb);
    if ((flags & VerbFlag.infinitive) !== 0) this.linkInfinitive(c, verb);
    else if ((flags & VerbFlag.gerund) !== 0) this.linkGerund(c, verb);
    else if ((flags & VerbFlag.participle) !== 0) this.linkParticiple(c, verb);
    else this.linkFinite(c, verb);
    const subject = verbs.subject[verb] ?? -1;
    if (subject >= 0) {
      if ((this.nounFlags(subject) & NounFlag.negated) !== 0) this.setFlags(verb, VerbFlag.negated);
      if (this.isFinite(c) && this.isInverted(subject)) this.setFlags(verb, VerbFlag.hypothetical);
      if (this.isFinite(c) && !this.relativeVerb(verb) && this.waiting.size > 0) {
        for (const waiting of this.waiting) verbs.subject[waiting] = subject;
        this.waiting.clear();
      }
    }
    this.objects.link(c, verb);
  }

  /** "Had Norway condemned it": "had" before the subject at the head of a clause makes a condition or a question. */
  private isInverted(subject: number): boolean {
    const { nouns, verbs, tokens } = this.columns;
    const at = (nouns.chunk[subject] ?? 0) - 1;
    if (this.kind(at) !== ChunkKind.verb) return false;
    const opens = at === this.first || this.kind(at - 1) === ChunkKind.comma;
    return opens && tokens.word[verbs.head[this.ref(at)] ?? 0] === this.words.ids.had;
  }

  private linkFinite(c: number, verb: number): void {
    const { verbs, nouns } = this.columns;
    if (this.kind(c - 1) === ChunkKind.conjunction && this.sharesInfinitive(c, verb)) return;
    // '"We won," said the mayor': behind a quotation the subject stands on the right.
    const quoted =
      this.kind(c - 1) === ChunkKind.quote && this.takesClause(verb) && this.kind(c + 1) === ChunkKind.noun;
    const subject = quoted && !this.isFinite(c + 2) ? -1 : this.subjectLeft(c, verb);
    if (subject >= 0) {
      verbs.subject[verb] = subject;
      const leader = nouns.leader[subject] ?? subject;
      verbs.subject[verb] = leader;
      if ((this.verbFlags(verb) & VerbFlag.relative) === 0) this.linkGovernor(nouns.chunk[leader] ?? c, verb);
      return;
    }
    // '"…," said Putin': the subject stands behind a verb of saying.
    if (
      this.kind(c + 1) === ChunkKind.noun &&
      (this.takesClause(verb) || (this.verbFlags(verb) & VerbFlag.copula) !== 0)
    ) {
      const phrase = this.ref(c + 1);
      if (!this.isTime(phrase) && !this.isFinite(c + 2)) verbs.subject[verb] = phrase;
    }
  }

  /** "agreed to meet and discuss", "will meet and sign": a base form that goes on with the infinitive or modal before it. */
  private sharesInfinitive(c: number, verb: number): boolean {
    const { verbs } = this.columns;
    if ((this.verbFlags(verb) & (VerbFlag.past | VerbFlag.perfect | VerbFlag.passive)) !== 0) return false;
    if ((verbs.head[verb] ?? 0) !== (verbs.first[verb] ?? 0)) return false;
    const before = this.verbLeft(c - 1);
    if (before < 0) return false;
    const shared = VerbFlag.infinitive | VerbFlag.future | VerbFlag.conditional | VerbFlag.modal;
    if (
      (this.verbFlags(before) & shared) === 0 ||
      !this.words.isBase(this.columns.tokens.word[verbs.head[verb] ?? 0] ?? -1)
    )
      return false;
    const infinitive = (this.verbFlags(before) & VerbFlag.infinitive) !== 0;
    verbs.flags[verb] =
      (this.verbFlags(verb) & ~(infinitive ? VerbFlag.finite : 0)) |
      (this.verbFlags(before) & (shared | VerbFlag.hypothetical));
    verbs.subject[verb] = verbs.subject[before] ?? -1;
    verbs.governor[verb] = verbs.governor[before] ?? -1;
    return true;
  }

  private subjectLeft(c: number, verb: number): number {
    const { verbs } = this.columns;
    let at = c - 1;
    for (let steps = 0; steps < REACH && at >= this.first; steps++) {
      const kind = this.kind(at);
      if (kind === ChunkKind.other || kind === ChunkKind.quote) {
        at--;
      } else if (kind === ChunkKind.close) {
        const open = this.opening(at);
        at = open === at ? at - 1 : open - 1;
      } else if (kind === ChunkKind.relative) {
        this.setFlags(verb, VerbFlag.relative);
        return this.antecedent(at);
      } else if (kind === ChunkKind.noun) {
        const phrase = this.leaderOf(at);
        // 'led by "Sincelejo"': the marks around a name part nothing.
        const start = this.columns.nouns.chunk[phrase] ?? at;
        const quoted = this.kind(start - 1) === ChunkKind.quote && this.kind(at + 1) === ChunkKind.quote;
        const chunk = quoted ? start - 1 : start;
        const prepositional = this.kind(chunk - 1) === ChunkKind.preposition;
        if (this.isTime(phrase) && this.hasOtherNoun(chunk)) {
          at = prepositional ? chunk - 2 : chunk - 1;
          continue;
        }
        if (prepositional) {
          const preposition = this.ref(chunk - 1);
          const beyond = this.kind(chunk - 2);
          const clause = this.words.opensClause(this.columns.tokens.word[preposition] ?? -1);
          const main = clause ? this.mainVerbLeft(chunk - 2) : -1;
          // "peddled theories after forces loyal to him killed": the clause before has its verb, so a new one begins here.
          if (
            clause &&
            (this.isSubjectPronoun(phrase) ||
              (main >= 0 && (beyond !== ChunkKind.noun || !this.takesClause(main))))
          )
            return phrase;
          if (beyond === ChunkKind.noun) at = chunk - 2;
          else if (clause) return phrase;
          else if (beyond === ChunkKind.verb && !this.isFinite(chunk - 2)) at = chunk - 3;
          else if (beyond === ChunkKind.comma && this.kind(chunk - 3) !== 0) at = chunk - 2;
          else if (beyond === ChunkKind.verb && this.relativeVerb(this.ref(chunk - 2)))
            at = this.relativeStart(chunk - 2) - 1;
          else if (beyond === ChunkKind.other) at = chunk - 2;
          else return -1;
          continue;
        }
        if (this.kind(chunk - 1) === ChunkKind.verb) {
          const governor = this.ref(chunk - 1);
          if (!this.takesClause(governor)) {
            if (this.relativeVerb(governor)) {
              at = this.relativeStart(chunk - 1) - 1;
              continue;
            }
            if (!this.isFinite(chunk - 1) && this.hasOtherNoun(chunk - 1)) {
              at = chunk - 2;
              continue;
            }
          }
        }
        return phrase;
      } else if (kind === ChunkKind.verb) {
        if (this.isFinite(at) && !this.relativeVerb(this.ref(at))) return -1;
        at = this.relativeVerb(this.ref(at)) ? this.relativeStart(at) - 1 : at - 1;
      } else if (kind === ChunkKind.conjunction) {
        const before = this.mainVerbLeft(at - 1);
        if (before < 0) return -1;
        verbs.governor[verb] = verbs.governor[before] ?? -1;
        return verbs.subject[before] ?? -1;
      } else if (kind === ChunkKind.preposition && at < c - 1) {
        at--;
      } else if (kind === ChunkKind.comma) {
        return this.subjectBeyondComma(at);
      } else if (kind === ChunkKind.stop) {
        const open = this.dashBefore(at);
        if (open < 0) return -1;
        at = open - 1;
      } else return -1;
    }
    return -1;
  }

  /** The dash that opens the aside which the one at `close` ends, or -1. */
  private dashBefore(close: number): number {
    const word = this.columns.tokens.word[this.ref(close)] ?? -1;
    if (!this.words.isDash(word)) return -1;
    for (let at = close - 1, steps = 0; at >= this.first && steps < REACH; at--, steps++) {
      if (this.kind(at) !== ChunkKind.stop) continue;
      return this.columns.tokens.word[this.ref(at)] === word && this.kind(at - 1) === ChunkKind.noun
        ? at
        : -1;
    }
    return -1;
  }

  /** Whom "who", "which" or "that" at a chunk stands for. */
  private antecedent(relative: number): number {
    const word = this.columns.tokens.word[this.ref(relative)];
    const person = word === this.words.ids.who || word === this.words.ids.whom;
    for (let at = relative - 1, steps = 0; at >= this.first && steps < 8; at--, steps++) {
      const kind = this.kind(at);
      if (kind === ChunkKind.close) at = this.opening(at);
      else if (kind === ChunkKind.noun) {
        const phrase = this.leaderOf(at);
        const chunk = this.columns.nouns.chunk[phrase] ?? at;
        // "a vote in 2004 that": a bare figure is what no clause is about.
        if ((this.nounFlags(phrase) & NounFlag.number) !== 0 && this.hasOtherNoun(chunk)) {
          at = chunk;
          continue;
        }
        const climbs =
          this.isTime(phrase) || (person && this.isInside(chunk - 1) && this.belongsAbove(phrase, chunk - 2));
        if (
          climbs &&
          this.kind(chunk - 1) === ChunkKind.preposition &&
          this.kind(chunk - 2) === ChunkKind.noun
        ) {
          at = chunk - 1;
          continue;
        }
        // Of "A and B, who", only the nearest is meant.
        return this.kind(at) === ChunkKind.noun ? (phrase === this.ref(at) ? phrase : this.ref(at)) : phrase;
      } else if (kind === ChunkKind.verb || kind === ChunkKind.stop) return -1;
    }
    return -1;
  }

  /** "the president of Iran, who", "members of the board who"; not "the release of Yu Wensheng, who". */
  private belongsAbove(phrase: number, above: number): boolean {
    const { nouns } = this.columns;
    if (this.kind(above) !== ChunkKind.noun) return false;
    const flags = this.nounFlags(phrase);
    if ((flags & NounFlag.proper) !== 0) return (nouns.last[phrase] ?? 0) - (nouns.first[phrase] ?? 0) === 1;
    return (flags & NounFlag.plural) === 0 && (this.nounFlags(this.ref(above)) & NounFlag.plural) !== 0;
  }

  /** "the head of the agency, who": a preposition that describes the person before it. */
  private isInside(chunk: number): boolean {
    if (this.kind(chunk) !== ChunkKind.preposition) return false;
    const word = this.columns.tokens.word[this.ref(chunk)];
    const { ids } = this.words;
    return word === ids.of || word === ids.from || word === ids.for;
  }

  /**
   * The subject of a verb behind a comma: "Putin, the Russian president, said", "the group, which fights in Syria, said", or
   * the subject shared with the verb before ("met Assad, signed a treaty and left").
   */
  private subjectBeyondComma(comma: number): number {
    const { verbs } = this.columns;
    let candidate = -1;
    let main = -1;
    for (let at = comma - 1, steps = 0; at >= this.first && steps < REACH; at--, steps++) {
      const kind = this.kind(at);
      if (kind === ChunkKind.stop) break;
      if (kind === ChunkKind.subordinator && this.kind(at - 1) !== ChunkKind.comma) break;
      if (kind === ChunkKind.verb) {
        if (!this.isFinite(at) || this.relativeVerb(this.ref(at))) continue;
        main = this.ref(at);
        break;
      }
      if (kind !== ChunkKind.noun) continue;
      const phrase = this.leaderOf(at);
      const chunk = this.columns.nouns.chunk[phrase] ?? at;
      if (this.isTime(phrase)) continue;
      if (this.kind(chunk - 1) === ChunkKind.preposition) {
        // "fled as his patron, the king, went on": the clause before has its verb, so a new one begins here.
        const opener = this.columns.tokens.word[this.ref(chunk - 1)] ?? -1;
        if (candidate >= 0 && this.words.opensClause(opener)) return candidate;
        continue;
      }
      const behind = this.kind(at + 1);
      if (
        behind === ChunkKind.comma ||
        behind === ChunkKind.preposition ||
        behind === ChunkKind.open ||
        behind === ChunkKind.verb
      )
        candidate = phrase;
    }
    if (main >= 0 && candidate >= 0) {
      // "said Iran, which …, attacked": the verb before takes a clause, so the phrase behind it opens one.
      return this.takesClause(main) ? candidate : (verbs.subject[main] ?? -1);
    }
    return main >= 0 ? (verbs.subject[main] ?? -1) : candidate;
  }

  /** What a clause depends on: the verb right before its subject, "that" passed over; if and unless make it hypothetical. */
  private linkGovernor(start: number, verb: number): void {
    const { ids } = this.words;
    for (let at = start - 1, steps = 0; at >= this.first && steps < 8; at--, steps++) {
      const kind = this.kind(at);
      if (kind === ChunkKind.verb) {
        this.columns.verbs.governor[verb] = this.ref(at);
        return;
      }
      // "said on Wednesday it would", "told reporters that it had", "said in a statement it had".
      if (kind === ChunkKind.noun && steps > 0 && this.kind(at - 1) === ChunkKind.verb) continue;
      if (
        kind === ChunkKind.noun &&
        (this.isTime(this.ref(at)) || this.kind(at - 1) === ChunkKind.preposition)
      ) {
        if (this.kind(at - 1) === ChunkKind.preposition) at--;
        continue;
      }
      if (kind === ChunkKind.subordinator) {
        const word = this.columns.tokens.word[this.ref(at)];
        if (word === ids.if || word === ids.unless || word === ids.whether)
          this.setFlags(verb, VerbFlag.hypothetical);
        if (word !== ids.that) return;
      } else if (kind !== ChunkKind.quote && kind !== ChunkKind.other) return;
    }
  }

  private linkInfinitive(c: number, verb: number): void {
    const { verbs } = this.columns;
    let at = c - 1;
    while (this.kind(at) === ChunkKind.other || this.kind(at) === ChunkKind.quote) at--;
    const governor = this.verbLeft(at);
    verbs.governor[verb] = governor;
    if (this.kind(at) === ChunkKind.noun && this.isForPhrase(this.leaderOf(at))) {
      verbs.subject[verb] = this.leaderOf(at);
      return;
    }
    if (governor < 0) {
      if (at < this.first) this.waiting.add(verb);
      else if (this.kind(at) === ChunkKind.noun) verbs.subject[verb] = this.leaderOf(at);
      return;
    }
    const passive = (this.verbFlags(governor) & VerbFlag.passive) !== 0;
    if (
      this.kind(at) === ChunkKind.noun &&
      !passive &&
      this.words.controlsObject(verbs.lemma[governor] ?? -1)
    ) {
      const phrase = this.controlled(governor, at);
      if (phrase >= 0) {
        verbs.subject[verb] = phrase;
        return;
      }
    }
    verbs.subject[verb] = verbs.subject[governor] ?? -1;
  }

  /** The first phrase behind a governor that says no time. */
  private controlled(governor: number, limit: number): number {
    const chunk = this.columns.verbs.chunk[governor] ?? limit;
    for (let at = chunk + 1; at <= limit; at++) {
      if (this.kind(at) === ChunkKind.noun && !this.isTime(this.ref(at))) return this.leaderOf(at);
    }
    return -1;
  }

  private linkGerund(c: number, verb: number): void {
    const { verbs } = this.columns;
    let at = c - 1;
    while (this.kind(at) === ChunkKind.other || this.kind(at) === ChunkKind.quote) at--;
    const kind = this.kind(at);
    if (kind === ChunkKind.noun && !this.isTime(this.ref(at))) {
      const above = this.verbLeft(at);
      verbs.subject[verb] = this.isToldTo(this.leaderOf(at), verb)
        ? (verbs.subject[above] ?? -1)
        : this.leaderOf(at);
      verbs.governor[verb] = above;
      return;
    }
    // "as the king, contradicting him, said": whoever opened the clause.
    const opener = this.columns.tokens.word[this.ref(at - 2)] ?? -1;
    const opened =
      this.kind(at - 2) === ChunkKind.subordinator ||
      (this.kind(at - 2) === ChunkKind.preposition && this.words.opensClause(opener));
    if (
      kind === ChunkKind.comma &&
      opened &&
      this.kind(at - 1) === ChunkKind.noun &&
      !this.isTime(this.ref(at - 1))
    ) {
      verbs.subject[verb] = this.leaderOf(at - 1);
      return;
    }
    const than =
      kind === ChunkKind.preposition && this.columns.tokens.word[this.ref(at)] === this.words.ids.than;
    // "warns marchers, rather than arresting them": behind the comma instead of the main verb.
    const apart = kind === ChunkKind.comma || (than && this.kind(at - 2) === ChunkKind.comma);
    const governor = apart ? this.mainVerbLeft(at) : this.verbLeft(at);
    if (governor < 0) {
      this.waiting.add(verb);
      return;
    }
    // "criticising the plan and accusing Oslo": beside the first, not below it.
    if (kind === ChunkKind.conjunction && (this.verbFlags(governor) & VerbFlag.gerund) !== 0) {
      verbs.subject[verb] = verbs.subject[governor] ?? -1;
      verbs.governor[verb] = verbs.governor[governor] ?? -1;
      if (verbs.subject[verb] === -1 && this.waiting.has(governor)) this.waiting.add(verb);
      return;
    }
    verbs.governor[verb] = governor;
    const object = verbs.object[governor] ?? -1;
    const passive = (this.verbFlags(governor) & VerbFlag.passive) !== 0;
    const charged =
      kind === ChunkKind.preposition &&
      !than &&
      object >= 0 &&
      !passive &&
      this.words.charges(verbs.lemma[governor] ?? -1);
    verbs.subject[verb] = charged ? object : (verbs.subject[governor] ?? -1);
  }

  private linkParticiple(c: number, verb: number): void {
    const { verbs } = this.columns;
    let at = c - 1;
    while (this.kind(at) === ChunkKind.other || this.kind(at) === ChunkKind.quote) at--;
    const kind = this.kind(at);
    if (kind === ChunkKind.noun) verbs.subject[verb] = this.leaderOf(at);
    else if (kind === ChunkKind.comma && this.kind(at - 1) === ChunkKind.noun)
      verbs.subject[verb] = this.leaderOf(at - 1);
    else if (kind === ChunkKind.conjunction) {
      const before = this.verbLeft(at);
      if (before >= 0) {
        // "were arrested and deported": passive, and finite like the one before.
        verbs.subject[verb] = verbs.subject[before] ?? -1;
        verbs.governor[verb] = verbs.governor[before] ?? -1;
        const carried =
          VerbFlag.finite |
          VerbFlag.past |
          VerbFlag.future |
          VerbFlag.conditional |
          VerbFlag.modal |
          VerbFlag.negated |
          VerbFlag.perfect;
        const beforeFlags = this.verbFlags(before);
        this.setFlags(verb, beforeFlags & carried);
        if ((beforeFlags & VerbFlag.perfect) !== 0 && (beforeFlags & VerbFlag.passive) === 0)
          verbs.flags[verb] = this.verbFlags(verb) & ~VerbFlag.passive;
      }
    } else if (this.verbLeft(at) < 0) this.waiting.add(verb);
    if (verbs.governor[verb] === -1) verbs.governor[verb] = this.verbLeft(at);
  }
}
