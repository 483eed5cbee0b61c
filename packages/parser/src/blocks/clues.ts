import type { BlockRole } from "@readout/model";
import type { Page, PageKnowledge } from "../page.js";
import { PageWord } from "../words/page-words.js";
import { looksLikeCaption } from "./caption.js";
import { findRepeats, type Repeats } from "./repeats.js";

/** Longest line, in words, that a label at its start may turn into furniture. */
const labelledWords = 30;
/** Longest line, in words, that names the maker of a picture. */
const creditWords = 12;

/** What the words of single lines say about their role, whatever stands round them. */
export class Clues {
  readonly repeats: Repeats;

  constructor(
    readonly page: Page,
    private readonly knowledge: PageKnowledge,
  ) {
    this.repeats = findRepeats(page.measures);
  }

  /** The role that a line's own words give it, or null where they give none; `inside` the article less is believed. */
  roleOf(line: number, inside: boolean): BlockRole | null {
    const { measures, tokens } = this.page;
    const words = measures.columns.words[line] ?? 0;
    if (this.isCredit(line)) return "credit";
    if (looksLikeCaption(this, line, inside)) return "caption";
    const hit = this.knowledge.phrases.inLine(tokens, measures.first[line] ?? 0, measures.last[line] ?? 0);
    if (hit === null || hit.role === "byline" || hit.role === "published" || hit.role === "credit")
      return null;
    if (hit.place === "start" && words > labelledWords) return null;
    if (inside && hit.place === "anywhere" && words > 2 * labelledWords) return null;
    return hit.role;
  }

  /** A line that names who made a picture: `REUTERS/Kevin Lamarque`, `Photo by …`, `Getty Images`. */
  isCredit(line: number): boolean {
    const { columns } = this.page.measures;
    const words = columns.words[line] ?? 0;
    return (
      words > 0 &&
      words <= creditWords &&
      (columns.credit[line] ?? 0) > 0 &&
      (columns.function[line] ?? 0) <= words * 0.25 &&
      (columns.stops[line] ?? 0) <= 1 &&
      (columns.separators[line] ?? 0) > 0
    );
  }

  /** Whether the first word of a line is one of action: Read, Follow, Subscribe. */
  opensWithAction(line: number): boolean {
    const { measures, tokens } = this.page;
    return (this.knowledge.words.of(tokens.word[measures.first[line] ?? 0] ?? 0) & PageWord.action) !== 0;
  }
}
