import {
  type BlockRole,
  readNewsOutlets,
  Shape,
  type Span,
  type Stated,
  type Tokens,
  type Vocabulary,
  type WordClasses,
} from "@readout/model";
import type { Page } from "../page.js";
import { createPhraseReader } from "../words/phrases.js";
import { NameWord } from "./name-words.js";

type Outlet = Readonly<{ words: readonly number[]; surface: string; agency: boolean }>;

/** Words after which an outlet speaks of itself: Follow X on, A message from X, covers … for X, © 2015 X. */
const leads = ["follow", "support", "from", "for", "copyright", "©", "with"];
/** Roles whose lines speak of the page itself; what the article's own text names is its subject. */
const ownRoles: ReadonlySet<BlockRole> = new Set([
  "promotion",
  "author_note",
  "notice",
  "navigation",
  "byline",
  "published",
  "related",
]);
/** No publisher has more words than this. */
const mostWords = 6;
/** Below a known name after a lead, above what follows ©: the owner is not always the outlet. */
const mastheadScore = 2.4;
const copyrightScore = 1.5;

/** Reads the publisher of a page from the lines that are not its article. */
export class PublisherReader {
  /** By the id of their first word, the longest first; the words of a document have higher ids than any here. */
  private readonly byFirst: (Outlet[] | undefined)[] = [];
  private readonly leads: ReadonlySet<number>;
  private readonly copyright: number;
  private readonly follow: number;
  private readonly on: number;

  constructor(
    vocabulary: Vocabulary,
    private readonly nameWords: WordClasses,
  ) {
    const wordsOf = createPhraseReader();
    for (const { name, kind, aliases, onPage } of readNewsOutlets())
      for (const surface of [name, ...aliases, ...onPage]) {
        const words = wordsOf(surface).map((word) => vocabulary.add(word));
        const first = words[0];
        if (first === undefined) throw new Error(`outlet without a word: "${surface}"`);
        while (this.byFirst.length <= first) this.byFirst.push(undefined);
        this.byFirst[first] = [...(this.byFirst[first] ?? []), { words, surface, agency: kind === "agency" }];
      }
    for (const same of this.byFirst)
      same?.sort((a, b) => b.words.length - a.words.length || (a.surface < b.surface ? -1 : 1));
    this.leads = new Set(leads.map((word) => vocabulary.add(word)));
    this.copyright = vocabulary.add("copyright");
    this.follow = vocabulary.add("follow");
    this.on = vocabulary.add("on");
  }

  /**
   * The outlet that speaks of itself best: what stands between Follow and on first, a known name after a lead next, then the masthead,
   * a known name of several words, what stands after © or Copyright. Null where none does.
   */
  read(page: Page, roles: readonly BlockRole[], masthead: Span | null): Stated<string> | null {
    let best: Readonly<{ span: Span; score: number }> | null =
      masthead === null ? null : { span: masthead, score: mastheadScore };
    const written = masthead === null ? "" : page.text.slice(masthead.start, masthead.end);
    const loud = written === written.toUpperCase() ? written : "";
    for (let line = 0; line < roles.length; line++) {
      const role = roles[line];
      if (role === undefined || !ownRoles.has(role)) continue;
      const found = this.inLine(page, line, role, loud);
      if (found !== null && found.score > (best?.score ?? 0)) best = found;
    }
    return best === null ? null : { value: page.text.slice(best.span.start, best.span.end), span: best.span };
  }

  private inLine(
    { tokens, measures }: Page,
    line: number,
    role: BlockRole,
    masthead: string,
  ): Readonly<{ span: Span; score: number }> | null {
    const first = measures.first[line] ?? 0;
    const last = measures.last[line] ?? 0;
    let best: Readonly<{ span: Span; score: number }> | null = null;
    const weigh = (from: number, to: number, score: number): void => {
      if (score > (best?.score ?? 0))
        best = { span: { start: tokens.start[from] ?? 0, end: tokens.end[to - 1] ?? 0 }, score };
    };
    for (let at = first; at < last; at++) {
      if (tokens.word[at] === this.follow) {
        const end = this.nameEnd(tokens, at + 1, last);
        if (end > at + 1 && tokens.word[end] === this.on) weigh(at + 1, end, 5);
      }
      if (tokens.text.charCodeAt(tokens.start[at] ?? 0) === 0xa9 || tokens.word[at] === this.copyright) {
        let name = at + 1;
        while (name < last && (tokens.shape[name] ?? 0) & (Shape.digit | Shape.mark)) name++;
        const end = this.ownerEnd(tokens, name, last);
        // A masthead in capitals is better read here: "LANTERN", "© 2015 Lantern".
        const again =
          masthead !== "" && sameName(tokens.text.slice(tokens.start[name], tokens.end[end - 1]), masthead);
        if (end > name) weigh(name, end, again ? copyrightScore + 1 : copyrightScore);
      }
      const outlet = this.outletAt(tokens, at, last);
      if (outlet === null) continue;
      const led =
        at > first &&
        (this.leads.has(tokens.word[at - 1] ?? -1) || this.leads.has(tokens.word[at - 2] ?? -1));
      const opensNote = at === first && (role === "author_note" || role === "notice");
      const many = outlet.words.length > 1;
      if (!led && !many && !opensNote) continue;
      weigh(
        at,
        at + outlet.words.length,
        (led ? 2.5 : 0) + (many ? 1.2 : 0) + (opensNote ? 2 : 0) - (outlet.agency ? 2 : 0),
      );
    }
    return best;
  }

  /** The known outlet, written as in the lexicon, that begins at a token; null where there is none. */
  private outletAt(tokens: Tokens, at: number, last: number): Outlet | null {
    const word = tokens.word[at] as number;
    const outlets = word < this.byFirst.length ? this.byFirst[word] : undefined;
    if (outlets === undefined) return null;
    for (const outlet of outlets) {
      const end = at + outlet.words.length;
      if (end > last) continue;
      if (outlet.words.some((word, i) => tokens.word[at + i] !== word)) continue;
      // Case counts: "The Sun" is an outlet, "the sun" is not.
      if (tokens.text.startsWith(outlet.surface, tokens.start[at] ?? 0)) return outlet;
    }
    return null;
  }

  /** The end of the outlet in `Harbour Courier Newspapers Ltd. Terms`: before the words that make it a company. */
  private ownerEnd(tokens: Tokens, from: number, last: number): number {
    const end = this.nameEnd(tokens, from, last);
    for (let at = from + 1; at < end; at++)
      if (this.nameWords.of(tokens.word[at] ?? 0) & NameWord.company) return at;
    return end;
  }

  /** The end of the capitalised words from a token on. */
  private nameEnd(tokens: Tokens, from: number, last: number): number {
    let at = from;
    while (at < last && at - from < mostWords && (tokens.shape[at] ?? 0) & Shape.capital) at++;
    return at;
  }
}

/** Whether two names differ by case alone. */
const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
