import type { Span } from "../span.js";
import { Abbreviation, loadAbbreviations } from "./abbreviations.js";
import { CharacterClass, characterClasses } from "./character-classes.js";
import { TokenColumns } from "./token-columns.js";
import { Shape, type Tokens } from "./tokens.js";
import type { Vocabulary } from "./vocabulary.js";
import type { WordClasses } from "./word-classes.js";

const { lower, upper, digit, space, newline, apostrophe, mark, high, low, other } = CharacterClass;

const PERIOD = 0x2e;
const COMMA = 0x2c;
const COLON = 0x3a;
const SLASH = 0x2f;
const AT = 0x40;
const HASH = 0x23;
const UNDERSCORE = 0x5f;
const HYPHEN = 0x2d;

/** Suffixes split off after an apostrophe, by their folded letters. */
const clitics = new Set(["s", "re", "ve", "ll", "d", "m"]);
/** Endings after which `name.ending` is one address: realclearpolitics.com, not here.Obama. */
const domains = new Set([
  "com",
  "org",
  "net",
  "gov",
  "edu",
  "mil",
  "int",
  "info",
  "co",
  "uk",
  "ru",
  "eu",
  "tv",
]);

export type Tokenizer = (text: string, ranges?: readonly Span[]) => Tokens;

/**
 * The one tokeniser. Words with inner apostrophes and digits stay whole (O'Brien, al-Qa'ida without its hyphen, G20);
 * hyphens, dashes and slashes stand alone ("15-month-old" is five tokens, all but the first without {@link Shape.space});
 * clitics are split ("Obama" "'s", "did" "n't"); digits are split from letters that follow ("10" "am", "1980" "s");
 * single letters and known abbreviations take their full stop along (U.S. J. Gen. Jan.); numbers keep their grouping
 * (1,400 3.5); addresses of web and mail, handles and hashtags are one token; runs of one punctuation mark are one.
 *
 * Tokens lie inside `ranges` (in order, disjoint; default the whole text) and never cross from one to the next. The
 * vocabulary forgets the words of the document before. Linear in the length of the text.
 */
export const createTokenizer = (vocabulary: Vocabulary): Tokenizer => {
  const abbreviations = loadAbbreviations(vocabulary);
  return (text, ranges) => {
    vocabulary.beginDocument();
    const columns = new TokenColumns(text, Math.max(16, text.length >> 2));
    const scan = new Scan(text, columns, vocabulary, abbreviations);
    if (ranges === undefined) scan.range(0, text.length);
    else for (const range of ranges) scan.range(range.start, range.end);
    const tokens = columns.finish();
    vocabulary.hold(tokens);
    return tokens;
  };
};

class Scan {
  private readonly classes = characterClasses();
  private limit = 0;
  /** {@link Shape.space} and {@link Shape.newline} of the token to come. */
  private gap = 0;

  constructor(
    private readonly text: string,
    private readonly columns: TokenColumns,
    private readonly vocabulary: Vocabulary,
    private readonly abbreviations: WordClasses,
  ) {}

  range(start: number, end: number): void {
    this.limit = end;
    this.gap = Shape.space | (start === 0 ? Shape.newline : 0);
    let at = start;
    while (at < end) {
      const kind = this.classAt(at);
      if (kind === space) {
        this.gap |= Shape.space;
        at++;
      } else if (kind === newline) {
        this.gap |= Shape.space | Shape.newline;
        at++;
      } else if (kind === lower || kind === upper) at = this.word(at);
      else if (kind === digit) at = this.number(at);
      else at = this.symbol(at, kind);
    }
  }

  /** The class of a unit, or `space` past the end of the range. */
  private classAt(at: number): number {
    return at < this.limit ? (this.classes[this.text.charCodeAt(at)] ?? other) : space;
  }

  private unitAt(at: number): number {
    return at < this.limit ? this.text.charCodeAt(at) : 0;
  }

  private isLetter(at: number): boolean {
    const kind = this.classAt(at);
    return kind === lower || kind === upper;
  }

  private emit(start: number, end: number, shape: number): void {
    this.columns.push(start, end, this.vocabulary.intern(this.text, start, end), shape | this.gap);
    this.gap = 0;
  }

  private word(start: number): number {
    let at = start;
    let uppers = 0;
    let lowers = 0;
    let digits = 0;
    let mixed = 0;
    let clitic = -1;
    for (; ; at++) {
      const kind = this.classAt(at);
      if (kind === upper) {
        if (lowers > 0) mixed = Shape.mixed;
        uppers++;
      } else if (kind === lower) lowers++;
      else if (kind === digit) digits++;
      else if (kind === apostrophe) {
        if (!this.isLetter(at + 1)) break;
        clitic = this.cliticAt(start, at);
        if (clitic >= 0) break;
      } else if (kind !== mark) break;
    }
    const end = clitic >= 0 ? clitic : at;
    const shape =
      Shape.letter |
      (digits > 0 ? Shape.digit : 0) |
      (this.classAt(start) === upper ? Shape.capital : 0) |
      (lowers === 0 && uppers + digits > 1 ? Shape.upper : 0) |
      mixed;
    const next = this.unitAt(end);
    if (clitic < 0) {
      if (next === PERIOD) {
        const initials = this.initialsEnd(start, end);
        if (initials > end) {
          this.emit(
            start,
            initials,
            Shape.letter |
              Shape.dot |
              (shape & Shape.capital) |
              (this.upperInitials(start, initials) ? Shape.upper : 0),
          );
          return initials;
        }
        const address = this.domainEnd(start, end);
        if (address > 0) {
          this.emit(start, address, Shape.letter | Shape.address);
          return address;
        }
        if (this.keepsPeriod(start, end, shape)) {
          // The key leaves the full stop out: "Jan." and "Jan" are one word.
          this.columns.push(
            start,
            end + 1,
            this.vocabulary.intern(this.text, start, end),
            shape | Shape.dot | this.gap,
          );
          this.gap = 0;
          return end + 1;
        }
      } else if (next === AT && this.isLetter(end + 1)) return this.address(start, end + 1);
      else if (next === COLON && this.unitAt(end + 1) === SLASH && this.unitAt(end + 2) === SLASH)
        return this.address(start, end + 3);
    }
    this.emit(start, end, shape);
    if (clitic >= 0) {
      let tail = this.classAt(end) === apostrophe ? end + 1 : end;
      while (
        this.classAt(tail) !== space &&
        (this.isLetter(tail) || this.classAt(tail) === apostrophe || this.classAt(tail) === mark)
      )
        tail++;
      this.emit(end, tail, Shape.letter | Shape.clitic);
      return tail;
    }
    return end;
  }

  /** Where a clitic begins whose apostrophe stands at `at`, or -1: Obama|'s, did|n't, but O'Brien, Qa'ida. */
  private cliticAt(start: number, at: number): number {
    let tail = at + 1;
    while (tail < at + 4 && this.isLetter(tail)) tail++;
    if (this.isLetter(tail) || this.classAt(tail) === digit) return -1;
    if (this.classAt(tail) === apostrophe && this.isLetter(tail + 1)) return -1;
    const suffix = this.text.slice(at + 1, tail).toLowerCase();
    if (clitics.has(suffix)) return at;
    const before = this.unitAt(at - 1) | 0x20;
    return suffix === "t" && before === 0x6e && at - 1 > start ? at - 1 : -1;
  }

  /** The end of `U.S.`, `a.m.`, `J.` that starts at `start`; `end` where it is none. */
  private initialsEnd(start: number, end: number): number {
    if (end - start !== 1) return end;
    let at = end + 1;
    while (this.isLetter(at) && this.unitAt(at + 1) === PERIOD) at += 2;
    if (this.classAt(at) === upper && !this.isLetter(at + 1) && this.classAt(at + 1) !== digit) at++; // U.S
    return at > end + 1 || this.classAt(start) === upper ? at : end;
  }

  private upperInitials(start: number, end: number): boolean {
    return end - start > 2 && this.classAt(start) === upper;
  }

  private keepsPeriod(start: number, end: number, shape: number): boolean {
    if (end - start > 6) return false;
    const kind = this.abbreviations.of(this.vocabulary.intern(this.text, start, end));
    if (kind === 0) return false;
    if (kind & (Abbreviation.company | Abbreviation.other)) return true;
    let at = end + 1;
    while (this.classAt(at) === space && at < this.limit) at++;
    const next = this.classAt(at);
    if (kind & Abbreviation.number) return next === digit;
    if ((shape & Shape.capital) === 0) return false;
    if (kind & Abbreviation.title) return next === upper || next === lower;
    return next === digit || this.unitAt(end + 1) === COMMA || next === lower || next === upper;
  }

  /** The end of `host.com` whose first label ends at `end`, or 0. */
  private domainEnd(start: number, end: number): number {
    let at = end;
    let known = false;
    while (this.unitAt(at) === PERIOD && this.isLetter(at + 1)) {
      let tail = at + 1;
      while (this.isLetter(tail) || this.classAt(tail) === digit || this.unitAt(tail) === HYPHEN) tail++;
      const label = this.text.slice(at + 1, Math.min(tail, at + 6));
      known = tail - at - 1 <= 4 && domains.has(label);
      if (!known && !(this.unitAt(start) === 0x77 && end - start === 3) && this.classAt(at + 1) === upper)
        break;
      at = tail;
    }
    if (!known) return 0;
    if (this.unitAt(at) !== SLASH) return at;
    return this.addressEnd(at);
  }

  private addressEnd(from: number): number {
    let at = from;
    for (; ; at++) {
      const kind = this.classAt(at);
      if (kind === space || kind === newline) break;
      const unit = this.unitAt(at);
      if (
        unit === 0x3c ||
        unit === 0x3e ||
        unit === 0x22 ||
        unit === 0x201d ||
        unit === 0x29 ||
        unit === 0x5d
      )
        break;
    }
    for (let unit = this.unitAt(at - 1); at > from + 1; unit = this.unitAt(--at - 1)) {
      if (
        unit !== PERIOD &&
        unit !== COMMA &&
        unit !== COLON &&
        unit !== 0x3b &&
        unit !== 0x21 &&
        unit !== 0x3f
      )
        break;
    }
    return at;
  }

  private address(start: number, from: number): number {
    const end = this.addressEnd(from);
    this.emit(start, end, Shape.letter | Shape.address);
    return end;
  }

  private number(start: number): number {
    const run = (from: number): number => {
      let at = from;
      while (this.classAt(at) === digit) at++;
      return at;
    };
    let end = run(start);
    while (this.unitAt(end) === COMMA && run(end + 1) === end + 4) end += 4;
    if (this.unitAt(end) === PERIOD && this.classAt(end + 1) === digit) {
      const fraction = run(end + 1);
      // 18.11.2019 and 10.0.0.1 are no numbers: their parts stand alone.
      if (
        !(this.unitAt(fraction) === PERIOD && this.classAt(fraction + 1) === digit) &&
        this.unitAt(start - 1) !== PERIOD
      )
        end = fraction;
    }
    this.emit(start, end, Shape.digit | Shape.number);
    return end;
  }

  private symbol(start: number, kind: number): number {
    if (kind === high && this.classAt(start + 1) === low) {
      this.emit(start, start + 2, Shape.mark);
      return start + 2;
    }
    const unit = this.unitAt(start);
    if ((unit === AT || unit === HASH) && this.isLetter(start + 1)) {
      let at = start + 1;
      while (this.isLetter(at) || this.classAt(at) === digit || this.unitAt(at) === UNDERSCORE) at++;
      this.emit(start, at, Shape.letter | Shape.address);
      return at;
    }
    if (kind === apostrophe) {
      const tail = this.cliticTail(start);
      if (tail > start) {
        this.emit(start, tail, Shape.letter | Shape.clitic);
        return tail;
      }
    }
    let end = start + 1;
    while (end < this.limit && this.unitAt(end) === unit) end++;
    this.emit(start, end, Shape.mark);
    return end;
  }

  /** The end of a clitic whose apostrophe stands at `at` after a token that is no word (U.S.'s, 1980's), or `at`. */
  private cliticTail(at: number): number {
    if (this.gap !== 0) return at;
    const end = this.isLetter(at + 1) && !this.isLetter(at + 2) ? at + 2 : at;
    return end > at && (this.unitAt(at + 1) | 0x20) === 0x73 ? end : at;
  }
}
