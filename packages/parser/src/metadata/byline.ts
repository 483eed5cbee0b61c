import {
  type AuthorKind,
  readNewsOutlets,
  Shape,
  type Span,
  type Tokens,
  type WordClasses,
} from "@readout/model";
import type { Page } from "../page.js";
import { NameWord } from "./name-words.js";

export type Author = Readonly<{ name: string; kind: AuthorKind; span: Span }>;

/**
 * The names of a line that could be its authors, and how the line presents them: `opened` after By, Written by or
 * Author:, `bare` where the line is little more than names.
 */
export type Byline = Readonly<{ form: "opened" | "bare"; authors: readonly Author[] }>;

/** A name has no more words than this. */
const longestName = 6;
/** A line longer than this is running text. */
const longestLine = 40;
/** So many tokens of a line may stand before its By. */
const furthestOpener = 18;

/**
 * Reads a line as a byline: `By Ana Ruiz and Tom Ek`, `Written by: Ana Ruiz`, `Published 3 May 2020 by Ana Ruiz`,
 * `Author Ana Ruiz`, `ANA RUIZ | May 3`, `Ana Ruiz`, `By Staff Writers`, `(Reporting by Ana Ruiz; Writing by Tom Ek)`. Not `Photo by Ana Ruiz`,
 * `Reviewed by …`, `Stand by me`, `Harbour Gazette`.
 */
export const readByline = (
  { tokens, measures }: Page,
  line: number,
  nameWords: WordClasses,
): Byline | null => {
  const first = measures.first[line] ?? 0;
  const last = measures.last[line] ?? 0;
  if (last === first || last - first > longestLine) return null;
  const reader = new NameReader(tokens, nameWords, last);
  const opener = openerIn(tokens, nameWords, first, last);
  if (opener >= 0) {
    const authors = reader.names(opener + 1, "opened");
    return authors.length > 0 ? { form: "opened", authors } : null;
  }
  const authors = reader.names(first, "bare");
  return authors.length > 0 ? { form: "bare", authors } : null;
};

/** The last token of the opener (By, Written by, Author:) or -1: nothing but words of publication, dates and marks before it. */
const openerIn = (tokens: Tokens, nameWords: WordClasses, first: number, last: number): number => {
  for (let at = first; at < Math.min(last, first + furthestOpener); at++) {
    const kind = nameWords.of(tokens.word[at] ?? 0);
    const shape = tokens.shape[at] ?? 0;
    if (kind & NameWord.not_author) return -1;
    if (kind & NameWord.opener) {
      // "Author" and the like need a name or a colon next; a second "by" may follow: "Author: by".
      let end = at;
      while (end + 1 < last && nameWords.of(tokens.word[end + 1] ?? 0) & NameWord.opener) end++;
      return end;
    }
    if (shape & (Shape.mark | Shape.digit)) continue;
    if ((kind & (NameWord.before | NameWord.stop)) === 0) return -1;
  }
  return -1;
};

/** Agencies as written: Reuters, Agence France-Presse. */
const agencies: ReadonlySet<string> = new Set(
  readNewsOutlets()
    .filter(({ kind }) => kind === "agency")
    .flatMap(({ name, aliases, onPage }) => [name, ...aliases, ...onPage]),
);

/** Two to five capitals: AFP, PTM. */
const isAcronym = (tokens: Tokens, at: number): boolean => {
  const length = (tokens.end[at] ?? 0) - (tokens.start[at] ?? 0);
  return ((tokens.shape[at] ?? 0) & Shape.upper) !== 0 && length >= 2 && length <= 5;
};

class NameReader {
  constructor(
    private readonly tokens: Tokens,
    private readonly words: WordClasses,
    private readonly last: number,
  ) {}

  /** The names from a token on, joined by commas, and, &; empty where what stands there is no name. */
  names(from: number, form: "opened" | "bare"): readonly Author[] {
    const authors: Author[] = [];
    let at = this.afterMarks(from);
    while (at < this.last) {
      const name = this.name(at, form);
      if (name === null || this.isRole(name, authors.length)) break;
      if (!authors.some((author) => author.name === name.author.name)) authors.push(name.author);
      const next = this.afterJoiner(name.next);
      if (next < 0) {
        if (form === "bare" && !this.mayFollowBare(name.next)) return [];
        break;
      }
      at = next;
    }
    const again = authors.length > 0 ? this.afterAgain(at) : -1;
    return again < 0 ? authors : [...authors, ...this.names(again, form)];
  }

  /** Past `; Writing by`, or -1: only these words, for `; Editing by` names no author. */
  private afterAgain(from: number): number {
    for (let at = from; at < this.last; at++) {
      if (!this.isMark(at, 0x3b)) continue;
      const opens = this.kind(at + 1) & NameWord.again && this.kind(at + 2) & NameWord.opener;
      return opens ? at + 3 : -1;
    }
    return -1;
  }

  /** Whether a name after the first is the author's office: `Ana Ruiz, Diplomatic Editor`. */
  private isRole({ lastWord }: Readonly<{ lastWord: number }>, before: number): boolean {
    const office = NameWord.desk | NameWord.stop;
    return before > 0 && (lastWord & office) === office;
  }

  private name(
    from: number,
    form: "opened" | "bare",
  ): Readonly<{ author: Author; next: number; lastWord: number }> | null {
    let at = from;
    while (at < this.last && this.kind(at) & NameWord.title) at++;
    const first = at;
    let capitals = 0;
    let known = 0;
    let desk = false;
    let outlet = false;
    let end = at;
    for (; at < this.last && at - first < longestName + 3; at++) {
      const shape = this.shape(at);
      const kind = this.kind(at);
      if (at > first && shape & Shape.newline) break;
      if (shape & Shape.capital && (shape & Shape.address) === 0) {
        if (kind & NameWord.stop && (kind & NameWord.first_name) === 0 && !(kind & NameWord.desk)) break;
        if (kind & NameWord.suffix && capitals > 1) {
          at++;
          end = at;
          break;
        }
        if (kind & NameWord.first_name) known++;
        if (kind & NameWord.desk) desk = true;
        if (kind & NameWord.outlet) outlet = true;
        capitals++;
        end = at + 1;
      } else if (kind & NameWord.desk && form === "opened" && (capitals === 1 || outlet || desk)) {
        // "By Compass staff", "By Gazette wire services"; not "By Ana Ruiz staff writer".
        desk = true;
        outlet = false;
        end = at + 1;
      } else if (
        kind & NameWord.particle &&
        capitals > 0 &&
        at + 1 < this.last &&
        (this.shape(at + 1) & Shape.capital || this.kind(at + 1) & NameWord.particle)
      )
        continue;
      else if (
        this.isHyphen(at) &&
        capitals > 0 &&
        (shape & Shape.space) === 0 &&
        at + 1 < this.last &&
        (this.shape(at + 1) & Shape.space) === 0
      )
        continue;
      else break;
    }
    if (capitals === 0 || capitals > longestName) return null;
    if (
      form === "bare" &&
      (capitals < 2 || capitals > 4) &&
      !(known > 0 && capitals === 1 && end === this.last)
    )
      return null;
    if (form === "bare" && outlet && known === 0) return null;
    const lastWord = this.kind(end - 1);
    const acronym = capitals === 1 && end === first + 1 && isAcronym(this.tokens, first);
    const span: Span = { start: this.tokens.start[first] ?? 0, end: this.tokens.end[end - 1] ?? 0 };
    const name = this.tokens.text.slice(span.start, span.end);
    const isOutlet =
      acronym ||
      agencies.has(name) ||
      (outlet &&
        known === 0 &&
        (!desk || (lastWord & (NameWord.outlet | NameWord.desk)) === NameWord.outlet));
    const kind = isOutlet ? "agency" : desk ? "desk" : "person";
    return { author: { name, kind, span }, next: this.afterSuffixes(end), lastWord };
  }

  /** Past degrees and suffixes: `, MD, PhD`. */
  private afterSuffixes(from: number): number {
    let at = from;
    for (;;) {
      const word = this.isMark(at, 0x2c) ? at + 1 : at;
      if (word < this.last && this.kind(word) & NameWord.suffix)
        at = this.isMark(word + 1, 0x2e) ? word + 2 : word + 1;
      else return at;
    }
  }

  /** The token after a comma, and, & that joins names; -1 where none follows. */
  private afterJoiner(from: number): number {
    let at = from;
    let joined = false;
    while (
      at < this.last &&
      (this.isMark(at, 0x2c) || this.kind(at) & NameWord.joiner || this.isMark(at, 0x26))
    ) {
      joined = true;
      at++;
    }
    return joined && at < this.last && this.shape(at) & Shape.capital ? at : -1;
  }

  /** What may stand after a bare name on its line: nothing, a mark, a date, a role. */
  private mayFollowBare(at: number): boolean {
    if (at >= this.last) return true;
    return (
      (this.shape(at) & (Shape.mark | Shape.digit | Shape.address)) !== 0 ||
      (this.kind(at) & NameWord.stop) !== 0
    );
  }

  private afterMarks(from: number): number {
    let at = from;
    while (at < this.last && this.shape(at) & Shape.mark) at++;
    return at;
  }

  private isHyphen(at: number): boolean {
    return this.isMark(at, 0x2d) || this.isMark(at, 0x2010) || this.isMark(at, 0x2019);
  }

  private isMark(at: number, unit: number): boolean {
    return (
      at < this.last &&
      (this.shape(at) & Shape.mark) !== 0 &&
      this.tokens.text.charCodeAt(this.tokens.start[at] ?? 0) === unit
    );
  }

  private kind(at: number): number {
    return at < this.last ? this.words.of(this.tokens.word[at] ?? 0) : 0;
  }

  private shape(at: number): number {
    return this.tokens.shape[at] ?? 0;
  }
}
