import { Shape, type Tokens } from "@readout/model";
import { isVerbTag, Tag } from "./tags.js";
import { ContentWord, FunctionWord, type GrammarWords } from "./words.js";

/** Tags of marks and signs that never vary. */
export const MARKS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ",": Tag.comma,
    ";": Tag.stop,
    ":": Tag.stop,
    ".": Tag.stop,
    "!": Tag.stop,
    "?": Tag.stop,
    "...": Tag.stop,
    "…": Tag.stop,
    "--": Tag.stop,
    "---": Tag.stop,
    "—": Tag.stop,
    "–": Tag.stop,
    "|": Tag.stop,
    "(": Tag.open,
    "[": Tag.open,
    ")": Tag.close,
    "]": Tag.close,
    '"': Tag.quote,
    "“": Tag.quote,
    "”": Tag.quote,
    "''": Tag.quote,
    "``": Tag.quote,
    "‘": Tag.quote,
    "`": Tag.quote,
    "«": Tag.quote,
    "»": Tag.quote,
    "/": Tag.stop,
    $: Tag.number,
    "£": Tag.number,
    "€": Tag.number,
    "%": Tag.noun,
    "&": Tag.conjunction,
  }),
);

/** The words of one sentence as the tagger looks at them: look-ups, and the small patterns that several rules share. */
export class SentenceWords {
  protected readonly title: boolean;

  constructor(
    protected readonly tokens: Tokens,
    protected readonly words: GrammarWords,
    protected readonly first: number,
    protected readonly last: number,
    protected readonly tags: Uint8Array,
  ) {
    this.title = this.isTitleCase();
  }

  /** Headlines and capitals throughout: there a capital letter tells nothing. */
  protected isTitleCase(): boolean {
    let capitals = 0;
    let lowers = 0;
    for (let i = this.first; i < this.last; i++) {
      const shape = this.shape(i);
      if ((shape & Shape.letter) === 0 || (shape & Shape.clitic) !== 0) continue;
      if ((shape & Shape.capital) !== 0) capitals++;
      else if ((this.tokens.end[i] ?? 0) - (this.tokens.start[i] ?? 0) > 3) lowers++;
    }
    return capitals >= 3 && capitals >= 4 * lowers;
  }

  protected takesClause(i: number): boolean {
    return this.words.takesClause(this.words.lemmaOf(this.word(i)));
  }

  protected shape(i: number): number {
    return this.tokens.shape[i] ?? 0;
  }

  protected word(i: number): number {
    return i < this.last ? (this.tokens.word[i] ?? -1) : -1;
  }

  protected functionBits(i: number): number {
    return i < this.last ? this.words.functions.of(this.word(i)) : 0;
  }

  protected contentBits(i: number): number {
    return i < this.last ? this.words.contents.of(this.word(i)) : 0;
  }

  protected text(i: number): string {
    return this.tokens.text.slice(this.tokens.start[i], this.tokens.end[i]);
  }

  protected glued(i: number): boolean {
    return i > this.first && i < this.last && (this.shape(i) & Shape.space) === 0;
  }

  protected isHyphen(i: number): boolean {
    const { ids } = this.words;
    const word = this.word(i);
    return word === ids["-"] || word === ids["–"] || word === ids["/"];
  }

  /** Whether token i is a hyphen with letters close on both sides. */
  protected isGlue(i: number): boolean {
    return this.isHyphen(i) && this.glued(i) && i + 1 < this.last && this.glued(i + 1);
  }

  /** The tag before i, adverbs, negations and quotation marks passed over. */
  protected tagBefore(i: number): number {
    let at = i - 1;
    for (let steps = 0; at >= this.first && steps < 4; at--, steps++) {
      const tag = this.tags[at];
      if (tag !== Tag.adverb && tag !== Tag.negation && tag !== Tag.quote) return tag ?? Tag.other;
    }
    return Tag.other;
  }

  /** 1900 to 2099 with no noun behind: a year, not a count. */
  protected isYear(i: number): boolean {
    const start = this.tokens.start[i] ?? 0;
    if ((this.tokens.end[i] ?? 0) - start !== 4) return false;
    // "in 2015 expelled"; not "in 2015 cases".
    const verbFollows = (this.contentBits(i + 1) & ContentWord.past) !== 0 && this.isPreposition(i - 1);
    if (this.opensNominal(i + 1) && !verbFollows) return false;
    const century = this.tokens.text.slice(start, start + 2);
    return century === "19" || century === "20";
  }

  /** Whether the token after i begins or carries on a noun phrase. */
  protected opensNominal(i: number): boolean {
    if (i >= this.last) return false;
    const shape = this.shape(i);
    if ((shape & Shape.mark) !== 0) return (shape & Shape.space) !== 0 && this.text(i) === "$";
    const fun = this.functionBits(i);
    if ((fun & (FunctionWord.determiner | FunctionWord.possessive)) !== 0) return true;
    if (fun !== 0 && this.contentBits(i) === 0)
      return (fun & (FunctionWord.pronoun | FunctionWord.object)) !== 0;
    return true;
  }

  /** Whether a noun phrase without its own determiner follows, so that the word at i can be its determiner. */
  protected nounFollows(i: number): boolean {
    if (i + 1 >= this.last || (this.shape(i + 1) & Shape.mark) !== 0) return false;
    const fun = this.functionBits(i + 1);
    const content = this.contentBits(i + 1);
    if (fun !== 0 && content === 0) return false;
    if (content === 0) return true;
    if ((content & (ContentWord.third | ContentWord.past)) !== 0 && (content & ContentWord.participle) === 0)
      return (content & (ContentWord.noun | ContentWord.mostlyNoun)) !== 0;
    return true;
  }

  /** "three cities west of the capital". */
  protected isCompass(i: number): boolean {
    const { ids } = this.words;
    const word = this.word(i);
    return word === ids.west || word === ids.east || word === ids.north || word === ids.south;
  }

  /** "west of the river", "moved troops east to the border": a compass point before where it leads, behind a noun or verb. */
  protected pointsOn(i: number): boolean {
    const { ids } = this.words;
    const next = this.word(i + 1);
    if (next === ids.of) return true;
    const leads = next === ids.to || next === ids.toward || next === ids.towards;
    return leads && i > this.first && this.functionBits(i - 1) === 0;
  }

  protected isNumber(i: number): boolean {
    if (i >= this.last) return false;
    if ((this.shape(i) & (Shape.digit | Shape.letter)) === Shape.digit) return true;
    return (this.contentBits(i) & ContentWord.quantity) !== 0 || MARKS.get(this.text(i)) === Tag.number;
  }

  /** "at least 20", "up to 20", "more than 20", "as many as 20": what bounds a number is part of no phrase of its own. */
  protected boundsNumber(i: number): boolean {
    const { ids } = this.words;
    const word = this.word(i);
    const next = this.word(i + 1);
    const here =
      (word === ids.at && (next === ids.least || next === ids.most)) ||
      (word === ids.up && next === ids.to) ||
      ((word === ids.more || word === ids.less || word === ids.fewer) && next === ids.than);
    if (here) return this.isNumber(i + 2);
    if (word === ids.as && (next === ids.many || next === ids.much))
      return this.word(i + 2) === ids.as && this.isNumber(i + 3);
    return this.tags[i - 1] === Tag.adverb && i > this.first && this.boundsTail(i);
  }

  protected boundsTail(i: number): boolean {
    const { ids } = this.words;
    const word = this.word(i);
    const before = this.word(i - 1);
    if (word === ids.least || word === ids.most) return before === ids.at && this.isNumber(i + 1);
    if (word === ids.than || (word === ids.to && before === ids.up)) return this.isNumber(i + 1);
    if (word === ids.many || word === ids.much) return before === ids.as && this.word(i + 1) === ids.as;
    return word === ids.as && (before === ids.many || before === ids.much) && this.isNumber(i + 1);
  }

  protected isAdverbWord(i: number): boolean {
    if ((this.functionBits(i) & (FunctionWord.adverb | FunctionWord.negation)) !== 0) return true;
    return this.contentBits(i) === 0 && this.endsIn(i, "ly");
  }

  protected endsIn(i: number, suffix: string): boolean {
    const end = this.tokens.end[i] ?? 0;
    const start = this.tokens.start[i] ?? 0;
    return end - start > suffix.length + 1 && this.tokens.text.startsWith(suffix, end - suffix.length);
  }

  protected nextIsMark(i: number): boolean {
    return i + 1 >= this.last || (this.shape(i + 1) & Shape.mark) !== 0;
  }

  protected timeFollows(i: number): boolean {
    return ((this.contentBits(i + 1) | this.contentBits(i + 2)) & ContentWord.time) !== 0;
  }

  /** A noun without determiner follows: "armed forces". */
  protected bareNounFollows(i: number): boolean {
    if (!this.nounFollows(i) || this.timeFollows(i)) return false;
    const fun = this.functionBits(i + 1);
    return (
      (fun & (FunctionWord.determiner | FunctionWord.possessive)) === 0 &&
      (this.shape(i + 1) & Shape.digit) === 0
    );
  }

  protected isArticle(i: number): boolean {
    const { ids } = this.words;
    const word = i < this.first ? -1 : this.word(i);
    return word === ids.the || word === ids.a || word === ids.an;
  }

  /** "He's assailed the plan" has; "he's assailed by", "she's called the boss", "it's given her a chance" may be. */
  protected isHas(i: number): boolean {
    let at = i + 1;
    while (at < this.last && (this.functionBits(at) & FunctionWord.adverb) !== 0) at++;
    if ((this.contentBits(at) & ContentWord.participle) === 0 || this.functionBits(at) !== 0) return false;
    const lemma = this.words.lemmaOf(this.word(at));
    if (this.words.takesTwo(lemma) || this.words.names(lemma)) return false;
    const opening = FunctionWord.determiner | FunctionWord.possessive | FunctionWord.object;
    const named = (this.shape(at + 1) & Shape.capital) !== 0;
    return at + 1 < this.last && (named || (this.functionBits(at + 1) & opening) !== 0);
  }

  protected prepositionFollows(i: number): boolean {
    return (this.functionBits(i + 1) & FunctionWord.preposition) !== 0;
  }

  /** Whether a sure finite verb comes later, behind a comma: "the poet, arrested in May, was freed". */
  protected finiteBeyond(i: number): boolean {
    for (let at = i + 1; at < Math.min(this.last, i + 20); at++) {
      if ((this.functionBits(at) & (FunctionWord.subordinator | FunctionWord.relative)) !== 0) return false;
      if ((this.functionBits(at) & (FunctionWord.modal | FunctionWord.have | FunctionWord.be)) !== 0)
        return true;
      const content = this.contentBits(at);
      if ((content & ContentWord.past) !== 0 && this.takesClause(at)) return true;
    }
    return false;
  }

  protected isPreposition(i: number): boolean {
    return i < this.last && (this.functionBits(i) & FunctionWord.preposition) !== 0;
  }

  /** Whether a token can be the verb of an infinitive. */
  protected isBareVerb(i: number): boolean {
    if ((this.contentBits(i) & ContentWord.base) !== 0) return true;
    const { ids } = this.words;
    return this.word(i) === ids.be || this.word(i) === ids.have || this.word(i) === ids.do;
  }

  /** Whether a sure finite verb comes before the clause ends: then an -ed form at i belongs to its subject's description. */
  protected finiteVerbAhead(i: number): boolean {
    const limit = Math.min(this.last, i + 15);
    for (let at = i + 1; at < limit; at++) {
      if ((this.shape(at) & Shape.mark) !== 0) return false;
      const fun = this.functionBits(at);
      if ((fun & opensClause) !== 0) {
        // "held in Rome since July has been freed": before a time it opens none.
        if ((fun & FunctionWord.preposition) === 0 || !this.timeFollows(at)) return false;
        continue;
      }
      // "called for Oslo to be freed".
      if (this.word(at) === this.words.ids.to && this.isBareVerb(at + 1)) return false;
      if ((this.shape(at) & Shape.capital) !== 0) continue;
      if ((fun & (FunctionWord.modal | FunctionWord.have | FunctionWord.be)) !== 0) return true;
      const content = this.contentBits(at);
      if ((content & ContentWord.past) === 0) continue;
      if ((content & (ContentWord.participle | ContentWord.base)) === 0) return true;
      // "soldiers killed in the war held a vigil": one that has an object.
      if (at > i + 1 && this.takesArticle(at)) return true;
    }
    return false;
  }

  /** Whether an article or possessive stands right behind a word. */
  protected takesArticle(i: number): boolean {
    return (this.functionBits(i + 1) & (FunctionWord.determiner | FunctionWord.possessive)) !== 0;
  }

  /** What the ending of a word of no list makes of it. */
  protected tagBySuffix(i: number): number {
    if (this.endsIn(i, "ly")) return Tag.adverb;
    if (this.endsIn(i, "ous") || this.endsIn(i, "ful") || this.endsIn(i, "ive") || this.endsIn(i, "able"))
      return Tag.adjective;
    if (this.endsIn(i, "ical") || this.endsIn(i, "less") || this.endsIn(i, "ional")) return Tag.adjective;
    return Tag.noun;
  }

  /** What a form that verb and noun share says for a verb by itself. */
  protected nounness(content: number): number {
    return (content & ContentWord.mostlyNoun) !== 0 ? -1.5 : (content & ContentWord.noun) !== 0 ? 0 : 2;
  }

  /** "to" before a verb in its base form: "to meet", "to quickly meet"; not "to war", "to talks". */
  protected isInfinitiveMark(i: number): boolean {
    let at = i + 1;
    while (at < this.last && at < i + 4 && (this.isAdverbWord(at) || MARKS.get(this.text(at)) === Tag.quote))
      at++;
    const fun = this.functionBits(at);
    if (
      this.word(at) === this.words.ids.be ||
      this.word(at) === this.words.ids.have ||
      this.word(at) === this.words.ids.do
    )
      return true;
    const content = this.contentBits(at);
    if (
      (content & ContentWord.base) === 0 ||
      (fun & (FunctionWord.determiner | FunctionWord.possessive)) !== 0
    )
      return false;
    if ((this.shape(at) & Shape.capital) !== 0 && !this.title) return false;
    if ((content & ContentWord.mostlyNoun) === 0) return true;
    return (
      this.opensNominal(at + 1) ||
      (this.functionBits(at + 1) & (FunctionWord.preposition | FunctionWord.adverb)) !== 0
    );
  }

  /** "took in 40,000 refugees", "called in the army"; not "called in Rome", "brought in on Friday". */
  protected bringsIn(i: number): boolean {
    if (this.word(i) !== this.words.ids.in || !this.words.bringsIn(this.words.lemmaOf(this.word(i - 1))))
      return false;
    const named = (this.shape(i + 1) & Shape.capital) !== 0 && !this.title;
    const dated = this.timeFollows(i) || this.isYear(i + 1);
    return !named && !dated && this.opensNominal(i + 1) && isVerbTag(this.tags[i - 1] ?? 0);
  }
}

/** Words that open a clause of their own. */
const opensClause =
  FunctionWord.subordinator | FunctionWord.relative | FunctionWord.conjunction | FunctionWord.subject;
