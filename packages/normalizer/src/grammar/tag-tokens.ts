import { Shape, type Tokens } from "@readout/model";
import { MARKS, SentenceWords } from "./sentence-words.js";
import { isVerbTag, Tag } from "./tags.js";
import { ContentWord, FunctionWord, type GrammarWords, isVerbForm } from "./words.js";

/**
 * Tags the tokens of one sentence (`first` to `last`, half-open) into `tags`, left to right, looking at most a few tokens
 * ahead: closed classes by list, verb forms that are nouns too (attacks, call) by a sum of signs around them, the rest by
 * capital letter and suffix. The weights of the signs were set by hand on news sentences: each stands for "speaks for a
 * verb" (positive) or "for a noun" (negative), 1 for a hint, 3 for near certainty.
 */
export const tagSentence = (
  tokens: Tokens,
  words: GrammarWords,
  first: number,
  last: number,
  tags: Uint8Array,
): void => {
  new SentenceTagger(tokens, words, first, last, tags).run();
};

const particles: ReadonlySet<string> = new Set(["up", "out", "off", "down", "over", "back", "away", "apart"]);
/** Prefixes after whose hyphen a verb stays a verb: re-open. */
const verbPrefixes: ReadonlySet<string> = new Set("re co pre counter mis de over under".split(" "));

/** Endings of adverbs that no name has: "Specifically, the party", "Eventually Oslo"; not "Italy", "Beverly". */
const adverbial = /^[A-Z]\w{3,}(?:ally|[abe]bly|ently|antly|edly|ingly|[ei]ously|ively|tely|arly)$/;

class SentenceTagger extends SentenceWords {
  /** Whether a finite verb was seen since the last clause boundary. */
  private clauseHasVerb = false;
  /** Tag of the last full verb. */
  private lastVerb: number = Tag.other;
  /** Whether the last full verb takes a clause: behind "said", a past form is a finite verb again. */
  private lastTakesClause = false;
  private seenConjunction = false;
  /** Whether a finite verb was seen in the sentence. */
  private sentenceHasVerb = false;
  /** Whether a clause behind "that" is open: its verb may be a bare form. */
  private asksThat = false;

  run(): void {
    for (let i = this.first; i < this.last; i++) {
      const tag = this.tagOf(i);
      this.tags[i] = tag;
      // "North Korea test-fired": what is glued before a verb belongs to it, not to its subject.
      if (isVerbTag(tag) && this.tags[i - 1] === Tag.glue && this.tags[i - 2] === Tag.adjective)
        this.tags.fill(Tag.adverb, i - 2, i);
      if (tag === Tag.comma || tag === Tag.subordinator || tag === Tag.relative || tag === Tag.stop) {
        this.clauseHasVerb = false;
        this.asksThat = tag === Tag.subordinator && this.word(i) === this.words.ids.that;
      } else if (tag === Tag.conjunction) {
        this.clauseHasVerb = false;
        this.seenConjunction = true;
      } else if (tag === Tag.preposition) {
        this.seenConjunction = false;
        // "since Putin returned": a new clause may begin.
        if (this.words.opensClause(this.word(i))) this.clauseHasVerb = false;
      } else if (isVerbTag(tag)) {
        this.seenConjunction = false;
        this.lastVerb = tag;
        this.lastTakesClause = this.takesClause(i);
        if (tag === Tag.third || tag === Tag.past) {
          this.clauseHasVerb = true;
          this.sentenceHasVerb = true;
        }
      } else if (tag === Tag.be || tag === Tag.have || tag === Tag.modal || tag === Tag.do) {
        this.clauseHasVerb = true;
        this.sentenceHasVerb = true;
      }
    }
  }

  private tagOf(i: number): number {
    const shape = this.shape(i);
    if ((shape & Shape.mark) !== 0) return this.tagOfMark(i);
    if ((shape & Shape.address) !== 0) return Tag.proper;
    if ((shape & Shape.digit) !== 0 && (shape & Shape.letter) === 0)
      return this.isYear(i) ? Tag.time : Tag.number;
    const content = this.contentBits(i);
    // "US" is no pronoun, "IS" no verb: capitals throughout make a name.
    const fun = (shape & Shape.upper) !== 0 && !this.title ? 0 : this.functionBits(i);
    if (fun !== 0 && this.boundsNumber(i)) return Tag.adverb;
    if (this.word(i) === this.words.ids["'s"])
      return this.tagBefore(i) !== Tag.pronoun ? Tag.genitive : this.isHas(i) ? Tag.have : Tag.be;
    if (this.isGlue(i + 1)) return this.isProper(i, 0) ? Tag.proper : Tag.adjective;
    if (i > this.first && this.tags[i - 1] === Tag.glue) {
      const tag = this.tagAfterGlue(i, content);
      if (tag >= 0) return tag;
    }
    const capital = (shape & Shape.capital) !== 0 && i > this.first && !this.title;
    if ((content & ContentWord.time) !== 0 && fun === 0) {
      const upper = (shape & Shape.capital) !== 0;
      if (upper || !isVerbForm(content)) return Tag.time;
    }
    if (fun !== 0 && !(capital && (fun & FunctionWord.modal) !== 0)) {
      const tag = this.tagOfFunctionWord(i, fun, content);
      if (tag >= 0) return tag;
    }
    if (capital || this.startsName(i, content)) return Tag.proper;
    if (i === this.first && content === 0 && adverbial.test(this.text(i))) return Tag.adverb;
    // "Oslo first opened its borders".
    if (this.word(i) === this.words.ids.first && (this.contentBits(i + 1) & ContentWord.past) !== 0) {
      const before = this.tagBefore(i);
      if (before === Tag.proper || before === Tag.pronoun || before === Tag.have) return Tag.adverb;
    }
    if (isVerbForm(content)) return this.tagOfVerbForm(i, content);
    if (this.isCompass(i) && this.pointsOn(i)) return Tag.adverb;
    if ((content & ContentWord.adjective) !== 0) return Tag.adjective;
    if ((content & ContentWord.quantity) !== 0) return Tag.number;
    if (this.isProper(i, content)) return Tag.proper;
    return this.tagBySuffix(i);
  }

  /** "United States", "Wounded Knee" at the head of a sentence. */
  private startsName(i: number, content: number): boolean {
    if (i !== this.first || this.title || i + 1 >= this.last || (content & ContentWord.gerund) !== 0)
      return false;
    return isVerbForm(content) && (this.shape(i + 1) & Shape.capital) !== 0 && this.functionBits(i + 1) === 0;
  }

  private tagOfMark(i: number): number {
    const { ids } = this.words;
    if (this.isGlue(i)) return Tag.glue;
    if (this.word(i) === ids["'"]) {
      // "the rebels' leader": close after an s, and not the end of quoted words.
      const end = this.tokens.end[i - 1] ?? 0;
      const letter = this.tokens.text.charCodeAt(end - 1) | 0x20;
      return this.glued(i) && letter === 0x73 && i + 1 < this.last && !this.glued(i + 1)
        ? Tag.genitive
        : Tag.quote;
    }
    if (this.isHyphen(i)) return Tag.stop;
    return MARKS.get(this.text(i)) ?? Tag.other;
  }

  private isProper(i: number, content: number): boolean {
    const shape = this.shape(i);
    if ((shape & Shape.capital) === 0) return false;
    if ((shape & (Shape.mixed | Shape.dot)) !== 0) return true;
    return content === 0 && (this.functionBits(i) === 0 || (shape & Shape.upper) !== 0);
  }

  private tagAfterGlue(i: number, content: number): number {
    const prefix = this.text(i - 2).toLowerCase();
    // "mid-March".
    if ((content & ContentWord.time) !== 0 && (this.shape(i) & Shape.capital) !== 0) return Tag.time;
    if (isVerbForm(content)) {
      if (verbPrefixes.has(prefix)) return this.tagOfVerbForm(i, content);
      // "test-fired a missile".
      if ((content & ContentWord.past) !== 0 && this.takesArticle(i) && !this.clauseHasVerb) return Tag.past;
      if ((content & (ContentWord.past | ContentWord.participle | ContentWord.gerund)) !== 0)
        return Tag.adjective;
      return Tag.noun;
    }
    if ((content & ContentWord.adjective) !== 0) return Tag.adjective;
    if ((this.shape(i) & Shape.capital) !== 0) return Tag.proper;
    return this.functionBits(i) !== 0 && content === 0 ? Tag.adjective : Tag.noun;
  }

  private tagOfFunctionWord(i: number, fun: number, content: number): number {
    const { ids } = this.words;
    const word = this.word(i);
    const before = this.tagBefore(i);
    // "has so far refused".
    if (
      (word === ids.so && this.word(i + 1) === ids.far) ||
      (word === ids.far && this.word(i - 1) === ids.so)
    )
      return Tag.adverb;
    if (word === ids.to) return this.isInfinitiveMark(i) ? Tag.to : Tag.preposition;
    if ((fun & FunctionWord.negation) !== 0 && word !== ids.no && word !== ids.nor) return Tag.negation;
    if ((fun & FunctionWord.modal) !== 0) return before === Tag.determiner ? Tag.noun : Tag.modal;
    // "at 3 am".
    if (word === ids.am && before === Tag.number) return Tag.time;
    if ((fun & FunctionWord.be) !== 0) return Tag.be;
    if ((fun & FunctionWord.have) !== 0) return Tag.have;
    if ((fun & FunctionWord.do) !== 0) return Tag.do;
    if (word === ids.that) return this.tagOfThat(i, before);
    if ((fun & FunctionWord.relative) !== 0) {
      const nominal =
        (before >= Tag.noun && before <= Tag.object) || before === Tag.comma || before === Tag.preposition;
      return nominal || before === Tag.close ? Tag.relative : Tag.subordinator;
    }
    if ((fun & FunctionWord.subject) !== 0) return Tag.pronoun;
    if (word === ids.her) return this.nounFollows(i) ? Tag.possessive : Tag.object;
    if ((fun & FunctionWord.possessive) !== 0) return Tag.possessive;
    if ((fun & FunctionWord.object) !== 0) return Tag.object;
    // "could not yet support".
    if ((fun & FunctionWord.conjunction) !== 0)
      return (fun & FunctionWord.adverb) !== 0 && before === Tag.modal ? Tag.adverb : Tag.conjunction;
    if ((fun & FunctionWord.particle) !== 0 && isVerbTag(before) && particles.has(this.text(i).toLowerCase()))
      return Tag.particle;
    // "turned its back on".
    if (word === ids.back && before === Tag.possessive && !this.nounFollows(i)) return Tag.noun;
    // "Iran's most prominent prisoners".
    if (
      word === ids.most &&
      (before === Tag.genitive || before === Tag.possessive || before === Tag.determiner)
    )
      return Tag.adverb;
    if ((fun & FunctionWord.determiner) !== 0) {
      if ((fun & FunctionWord.pronoun) === 0) return Tag.determiner;
      const counts = MARKS.get(this.text(i + 1)) === Tag.number;
      return counts || this.nounFollows(i) || this.word(i + 1) === ids.of ? Tag.determiner : Tag.pronoun;
    }
    if ((fun & FunctionWord.pronoun) !== 0) {
      // "one Turkish soldier"; not "the one Oslo signed".
      const counts = (content & ContentWord.quantity) !== 0 && !this.modifies(before);
      return counts && this.nounFollows(i) ? Tag.number : Tag.pronoun;
    }
    if ((fun & FunctionWord.preposition) !== 0) {
      if (this.bringsIn(i)) return Tag.particle;
      if ((fun & FunctionWord.particle) !== 0 && this.isNumber(i + 1) && !this.isYear(i + 1))
        return word === ids.on || word === ids.in || word === ids.by ? Tag.preposition : Tag.adverb;
      // "the opposite tactic", "an outside group".
      if (this.isArticle(i - 1) && this.nounFollows(i)) return Tag.adjective;
      const verb = isVerbForm(content);
      // "turned the offer down".
      const free = before === Tag.noun && (fun & FunctionWord.particle) !== 0 && this.nextIsMark(i);
      if (free) return Tag.adverb;
      if (verb && (before === Tag.be || !this.opensNominal(i + 1))) return -1;
      return (fun & FunctionWord.adverb) !== 0 && !this.opensNominal(i + 1) ? Tag.adverb : Tag.preposition;
    }
    if ((fun & FunctionWord.subordinator) !== 0) return Tag.subordinator;
    // "was right to ask".
    const described =
      (content & ContentWord.adjective) !== 0 && before === Tag.be && this.isInfinitiveMark(i + 1);
    if ((fun & FunctionWord.adverb) !== 0) return described ? Tag.adjective : Tag.adverb;
    return -1;
  }

  private tagOfThat(i: number, before: number): number {
    if (before === Tag.preposition) return Tag.determiner;
    // "so that the pilots of one country do not".
    if (this.word(i - 1) === this.words.ids.so) return Tag.subordinator;
    if (isVerbTag(before) || before === Tag.be || before === Tag.comma || before === Tag.other)
      return Tag.subordinator;
    // "announced on Thursday that it would": a time is no antecedent behind a verb of saying.
    if (before === Tag.time && this.lastTakesClause) return Tag.subordinator;
    // "an officer in Oslo that evening backed".
    const dated =
      (this.contentBits(i + 1) & ContentWord.time) !== 0 && (this.shape(i + 1) & Shape.capital) === 0;
    if (dated && before >= Tag.noun) return Tag.determiner;
    if (before >= Tag.noun && before <= Tag.object) return Tag.relative;
    return before === Tag.conjunction ? Tag.subordinator : Tag.determiner;
  }

  private tagOfVerbForm(i: number, content: number): number {
    const before = this.tagBefore(i);
    if ((content & ContentWord.gerund) !== 0) return this.tagOfGerund(i, before, content);
    if ((content & ContentWord.base) !== 0 && (content & ContentWord.past) === 0)
      return this.tagOfBase(i, before, content);
    if ((content & ContentWord.third) !== 0) return this.tagOfThird(i, before, content);
    if (
      (content & ContentWord.base) !== 0 &&
      (before === Tag.to || before === Tag.modal || before === Tag.do)
    )
      return Tag.base;
    return this.tagOfPast(i, before, content);
  }

  private modifies(before: number): boolean {
    return (
      before === Tag.determiner ||
      before === Tag.possessive ||
      before === Tag.genitive ||
      before === Tag.adjective ||
      before === Tag.number
    );
  }

  private tagOfGerund(i: number, before: number, content: number): number {
    if (before === Tag.be) return Tag.gerund;
    // "had opposing views".
    if (before === Tag.have && this.bareNounFollows(i)) return Tag.adjective;
    if (this.modifies(before)) return this.nounFollows(i) ? Tag.adjective : Tag.noun;
    if (
      (content & ContentWord.noun) !== 0 &&
      (before === Tag.noun || before === Tag.proper || before === Tag.preposition)
    ) {
      const next = this.functionBits(i + 1);
      if (
        (next & (FunctionWord.determiner | FunctionWord.possessive | FunctionWord.object)) === 0 ||
        before === Tag.noun
      )
        return Tag.noun;
    }
    if (this.word(i + 1) === this.words.ids.of) return Tag.noun;
    if ((content & ContentWord.noun) !== 0) {
      // "Fighting between", "Fighting broke out"; "cut off funding to", not "gave up funding the guild".
      const next = this.contentBits(i + 1) & (ContentWord.past | ContentWord.participle);
      const opens = i === this.first && next === ContentWord.past;
      if (opens || this.word(i + 1) === this.words.ids.between) return Tag.noun;
      // "Morning shelling by".
      if ((before === Tag.particle || before === Tag.time) && this.isPreposition(i + 1)) return Tag.noun;
      // "cut funding for the farmers".
      if (isVerbTag(before) && this.word(i + 1) === this.words.ids.for) return Tag.noun;
    }
    if (before === Tag.preposition) {
      const next = this.functionBits(i + 1);
      if ((next & FunctionWord.preposition) !== 0 || i + 1 >= this.last) return Tag.gerund;
    }
    return Tag.gerund;
  }

  private tagOfBase(i: number, before: number, content: number): number {
    const { ids } = this.words;
    if (before === Tag.to || before === Tag.modal || before === Tag.do) return Tag.base;
    if (before === Tag.pronoun) return Tag.base;
    const other = (content & ContentWord.adjective) !== 0 ? Tag.adjective : Tag.noun;
    const never = (content & (ContentWord.noun | ContentWord.mostlyNoun)) === 0;
    if (this.modifies(before) && !(never && before === Tag.adjective)) return other;
    if (before === Tag.preposition || before === Tag.be || before === Tag.have) return other;
    let score = this.nounness(content) + this.phraseSign(i, !this.sentenceHasVerb);
    if (before === Tag.relative) score += 2;
    const plural = this.endsIn(i - 1, "s") || this.endsIn(i - 1, "people") || this.endsIn(i - 1, "men");
    if (before === Tag.noun) score += plural ? 2 : -1.5;
    if (before === Tag.proper) score += this.seenConjunction ? 1 : plural ? 0.5 : -1;
    if (before === Tag.conjunction) score += this.lastVerb === Tag.base ? 2 : -1;
    if (before === Tag.object) score += this.lastVerb !== Tag.other ? 1 : 0;
    if (this.clauseHasVerb) score -= 1.5;
    // "demanded that Oslo leave": a clause needs its verb.
    if (this.asksThat && !this.clauseHasVerb && before >= Tag.noun && !this.carriesLater(i)) score += 2.5;
    // "demands the minister resign".
    if (never && this.lastTakesClause && before >= Tag.noun && before <= Tag.proper) score += 1.5;
    score += this.nextSign(i);
    if (this.title && !this.clauseHasVerb && (before === Tag.proper || before === Tag.noun)) score += 1;
    if (this.title && this.followsTwoNames(i)) score += 3;
    if (i === this.first) score -= 1;
    if (this.word(i + 1) === ids.of) score -= 2;
    // "refuse to lift sanctions".
    if (!this.clauseHasVerb && (content & ContentWord.mostlyNoun) === 0 && this.isInfinitiveMark(i + 1))
      score += this.word(i + 1) === ids.to ? 1.5 : 0;
    return score > 0 ? Tag.base : other;
  }

  /** "Merkel, Hollande Talk About Debt": two names and a comma open a headline. */
  private followsTwoNames(i: number): boolean {
    let commas = 0;
    for (let at = this.first; at < i; at++) {
      if (this.tags[at] === Tag.comma) commas++;
      else if (this.tags[at] !== Tag.proper) return false;
    }
    return commas === 1 && this.tags[i - 1] === Tag.proper;
  }

  /** A noun phrase behind a preposition is no subject ("despite Western calls"), but what it hangs on may be, where that `opens` the sentence. */
  private phraseSign(i: number, opens: boolean): number {
    let at = i - 1;
    while (
      at >= this.first &&
      at > i - 6 &&
      (this.tags[at] ?? 0) >= Tag.noun &&
      (this.tags[at] ?? 0) <= Tag.genitive
    )
      at--;
    const clause = this.words.opensClause(this.word(at));
    // "The workers in Brazil call": what the preposition hangs on may be the subject.
    const hangs = opens && (this.tags[at - 1] === Tag.noun || this.tags[at - 1] === Tag.proper);
    return at >= this.first && this.tags[at] === Tag.preposition && !clause && !hangs ? -1.5 : 0;
  }

  /** What the next token says for a verb at i. */
  private nextSign(i: number): number {
    if (i + 1 >= this.last) return -1;
    const shape = this.shape(i + 1);
    if ((shape & Shape.mark) !== 0) return -1;
    const fun = this.functionBits(i + 1);
    if ((fun & (FunctionWord.determiner | FunctionWord.possessive | FunctionWord.object)) !== 0) return 2;
    if (this.word(i + 1) === this.words.ids.that) return 1.5;
    if ((fun & (FunctionWord.be | FunctionWord.have | FunctionWord.modal | FunctionWord.do)) !== 0) return -3;
    const free = (fun & FunctionWord.particle) !== 0 && particles.has(this.text(i + 1));
    if (free && this.takesArticle(i + 1)) return 1; // "call off a strike"
    if ((fun & FunctionWord.preposition) !== 0) return -0.25;
    if ((fun & FunctionWord.conjunction) !== 0) return -0.5;
    if ((shape & Shape.capital) !== 0 && !this.title) return 1;
    const content = this.contentBits(i + 1);
    if ((content & ContentWord.past) !== 0 && (content & ContentWord.participle) === 0) return -2.5;
    // "UN monitors arrived in", "Israeli shells struck a school": nothing else could carry the clause.
    const carries = this.isPreposition(i + 2) || this.takesArticle(i + 1);
    if ((content & ContentWord.past) !== 0 && !this.clauseHasVerb && carries) return -2;
    // "Russian rockets hit Kharkiv", not the headline "Iran frees jailed American".
    const hits = (content & ContentWord.past) !== 0 && (content & ContentWord.base) !== 0;
    if (hits && !this.clauseHasVerb && (this.shape(i + 2) & Shape.capital) !== 0) return -2;
    if ((content & (ContentWord.third | ContentWord.noun | ContentWord.mostlyNoun)) === ContentWord.third)
      return -2;
    return 0;
  }

  private tagOfThird(i: number, before: number, content: number): number {
    const never = (content & (ContentWord.noun | ContentWord.mostlyNoun)) === 0;
    if (this.modifies(before) && !(never && before === Tag.adjective)) return Tag.noun;
    if (before === Tag.preposition || before === Tag.to || before === Tag.modal) return Tag.noun;
    let score = this.nounness(content) + this.phraseSign(i, false);
    if (before === Tag.pronoun || before === Tag.relative) score += 3;
    if (before === Tag.proper) score += 1;
    if (before === Tag.noun) score += this.endsIn(i - 1, "s") ? -2 : 1;
    if (before === Tag.conjunction) score += this.lastVerb === Tag.third ? 2 : -2;
    if (before === Tag.comma || before === Tag.close) score += 0.5;
    if (isVerbTag(before)) score -= 2;
    score += this.clauseHasVerb ? -1.5 : 0.5;
    score += this.nextSign(i);
    if (this.nextIsMark(i)) score -= 1;
    // "Ada Lovelace talks with Charles Babbage in London": nothing else carries the caption.
    if (
      before === Tag.proper &&
      this.tags[i - 2] === Tag.proper &&
      this.word(i + 1) === this.words.ids.with &&
      !this.sentenceHasVerb &&
      !this.carriesLater(i)
    )
      score += 1;
    if (this.title && this.lastVerb === Tag.other && (before === Tag.proper || before === Tag.noun))
      score += 1;
    if (i === this.first) score -= 3;
    return score > 0 ? Tag.third : Tag.noun;
  }

  private tagOfPast(i: number, before: number, content: number): number {
    const past = (content & ContentWord.past) !== 0;
    const participle = (content & ContentWord.participle) !== 0;
    if (
      (content & ContentWord.adjective) !== 0 &&
      before !== Tag.have &&
      before !== Tag.pronoun &&
      !(past && this.standsBetweenNames(i, before)) &&
      this.bareNounFollows(i)
    )
      return Tag.adjective;
    if (before === Tag.have) return participle ? Tag.participle : Tag.past;
    if (before === Tag.be) return participle ? Tag.participle : Tag.past;
    // "regular, pledged delegates".
    if (before === Tag.comma && this.tags[i - 2] === Tag.adjective && this.bareNounFollows(i))
      return Tag.adjective;
    if (past && !participle)
      return this.modifies(before) && (content & ContentWord.base) !== 0 ? Tag.noun : Tag.past;
    if (this.modifies(before) && !this.afterDate(i, before)) {
      // "20 stormed the bank": what is described has no article behind.
      if (
        past &&
        (this.functionBits(i + 1) & (FunctionWord.determiner | FunctionWord.possessive)) !== 0 &&
        before === Tag.number
      )
        return Tag.past;
      if (this.nounFollows(i) && !this.timeFollows(i)) return Tag.adjective;
      if ((content & ContentWord.base) !== 0) return Tag.noun;
      return before === Tag.genitive || before === Tag.number ? (past ? Tag.past : Tag.participle) : Tag.noun;
    }
    if (!past) return Tag.participle;
    if (before === Tag.preposition && (this.tags[i - 1] === Tag.preposition || this.endsIn(i - 1, "ly"))) {
      return this.nounFollows(i) ? Tag.adjective : Tag.participle;
    }
    if (this.word(i + 1) === this.words.ids.by) return Tag.participle;
    const clausal = this.takesClause(i);
    const next = this.opensNominal(i + 1) && !this.timeFollows(i) ? 1 : 0;
    if (before === Tag.pronoun || before === Tag.relative) return Tag.past;
    if (before === Tag.conjunction) {
      if ((content & ContentWord.adjective) !== 0 && this.nounFollows(i)) return Tag.adjective;
      if (isVerbTag(this.lastVerb) && this.lastVerb === Tag.participle) return Tag.participle;
      return this.lastVerb === Tag.other ? Tag.adjective : Tag.past;
    }
    if (i === this.first || before === Tag.subordinator) return Tag.participle;
    if (next === 0 && !clausal) {
      const nominal = before === Tag.noun || before === Tag.proper || before === Tag.close;
      if (nominal && ((this.clauseHasVerb && !this.lastTakesClause) || this.carriesLater(i)))
        return Tag.participle;
      if (
        before === Tag.comma &&
        !(this.word(i + 1) === this.words.ids.to && this.isInfinitiveMark(i + 1) && !this.sentenceHasVerb) &&
        (this.prepositionFollows(i) || this.timeFollows(i)) &&
        (this.sentenceHasVerb || this.finiteBeyond(i))
      )
        return Tag.participle;
    }
    if (isVerbTag(before)) return Tag.adjective;
    return Tag.past;
  }

  /** "Oslo opposed Rome's bid": no adjective stands between two names. */
  private standsBetweenNames(i: number, before: number): boolean {
    return before === Tag.proper && !this.clauseHasVerb && (this.shape(i + 1) & Shape.capital) !== 0;
  }

  /** "on March 10 rejected": the number belongs to a date. */
  private afterDate(i: number, before: number): boolean {
    return before === Tag.number && i - 2 >= this.first && this.tags[i - 2] === Tag.time;
  }

  /** Whether the verb of this clause is still to come. */
  private carriesLater(i: number): boolean {
    return !this.clauseHasVerb && this.finiteVerbAhead(i);
  }
}
