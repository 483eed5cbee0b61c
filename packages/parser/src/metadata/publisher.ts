import {
  type BlockRole,
  readTable,
  Shape,
  type Span,
  type Stated,
  type Tokens,
  type Vocabulary,
} from "@readout/model";
import { publishers as table } from "../generated/publishers.js";
import type { Page } from "../page.js";
import { wordsOfPhrase } from "../words/phrases.js";

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

/** Reads the publisher of a page from the lines that are not its article. */
export class PublisherReader {
  private readonly byFirst = new Map<number, Outlet[]>();
  private readonly leads: ReadonlySet<number>;
  private readonly follow: number;
  private readonly on: number;

  constructor(vocabulary: Vocabulary) {
    for (const { surface, kind } of readTable(table, ["surface", "kind"])) {
      const words = wordsOfPhrase(surface).map((word) => vocabulary.add(word));
      const first = words[0] ?? -1;
      const same = this.byFirst.get(first) ?? [];
      same.push({ words, surface, agency: kind === "agency" });
      this.byFirst.set(first, same);
    }
    for (const same of this.byFirst.values())
      same.sort((a, b) => b.words.length - a.words.length || (a.surface < b.surface ? -1 : 1));
    this.leads = new Set(leads.map((word) => vocabulary.add(word)));
    this.follow = vocabulary.add("follow");
    this.on = vocabulary.add("on");
  }

  /**
   * The outlet that speaks of itself best: a known name after a lead first, a known name of several words next, then
   * what stands between Follow and on, or after © and a year. Null where none does.
   */
  read(page: Page, roles: readonly BlockRole[]): Stated<string> | null {
    let best: Readonly<{ span: Span; score: number }> | null = null;
    for (let line = 0; line < roles.length; line++) {
      const role = roles[line];
      if (role === undefined || !ownRoles.has(role)) continue;
      const found = this.inLine(page, line, role);
      if (found !== null && found.score > (best?.score ?? 0)) best = found;
    }
    return best === null ? null : { value: page.text.slice(best.span.start, best.span.end), span: best.span };
  }

  private inLine(
    { tokens, measures }: Page,
    line: number,
    role: BlockRole,
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
      if (tokens.text.charCodeAt(tokens.start[at] ?? 0) === 0xa9) {
        let name = at + 1;
        while (name < last && (tokens.shape[name] ?? 0) & (Shape.digit | Shape.mark)) name++;
        const end = this.nameEnd(tokens, name, last);
        if (end > name) weigh(name, end, 1.5);
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
    const outlets = this.byFirst.get(tokens.word[at] ?? -1);
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

  /** The end of the capitalised words from a token on. */
  private nameEnd(tokens: Tokens, from: number, last: number): number {
    let at = from;
    while (at < last && at - from < mostWords && (tokens.shape[at] ?? 0) & Shape.capital) at++;
    return at;
  }
}
