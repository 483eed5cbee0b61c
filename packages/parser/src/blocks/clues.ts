import type { BlockRole, DateReader } from "@readout/model";
import { readByline } from "../metadata/byline.js";
import type { Page, PageKnowledge } from "../page.js";
import { looksLikeCaption } from "./caption.js";
import { findRepeats, type Repeats } from "./repeats.js";

/** Longest line, in words, that a label at its start may turn into furniture. */
const labelledWords = 30;

/** What the words of single lines say about their role, whatever stands round them. */
export class Clues {
  readonly repeats: Repeats;

  constructor(
    readonly page: Page,
    readonly knowledge: PageKnowledge,
    readonly readDates: DateReader,
  ) {
    this.repeats = findRepeats(page.measures);
  }

  /** The role that a line's own words give it, or null where they give none. */
  roleOf(line: number, inside: boolean): BlockRole | null {
    const { measures, tokens } = this.page;
    const first = measures.first[line] ?? 0;
    const last = measures.last[line] ?? 0;
    const words = measures.columns.words[line] ?? 0;
    if (this.isCredit(line)) return "credit";
    if (looksLikeCaption(this, line, inside)) return "caption";
    if (words <= 25 && readByline(this, line) !== null) return "byline";
    if (words <= 12 && this.isDateLine(line)) return "published";
    const hit = this.knowledge.phrases.inLine(tokens, first, last);
    if (hit === null) return null;
    if (hit.role === "byline" || hit.role === "published" || hit.role === "credit") return null;
    if (hit.place === "start" && words > labelledWords) return null;
    if (inside && hit.place === "anywhere" && words > 2 * labelledWords) return null;
    return hit.role;
  }

  /** A line that is little more than a full date: `Nov. 3, 2026`, `Published: 3 November 2026 10:15 GMT`. */
  isDateLine(line: number): boolean {
    const { measures, tokens } = this.page;
    const words = measures.columns.words[line] ?? 0;
    if ((measures.columns.years[line] ?? 0) === 0 && (measures.columns.numbers[line] ?? 0) < 2) return false;
    const dates = this.readDates(tokens, measures.first[line] ?? 0, measures.last[line] ?? 0);
    return dates.length > 0 && words <= 12;
  }

  /** A line that names who made a picture: `REUTERS/Kevin Lamarque`, `Photo by …`, `Getty Images`. */
  isCredit(line: number): boolean {
    const { columns } = this.page.measures;
    const words = columns.words[line] ?? 0;
    return (
      words > 0 &&
      words <= 12 &&
      (columns.credit[line] ?? 0) > 0 &&
      (columns.function[line] ?? 0) <= words * 0.25 &&
      (columns.stops[line] ?? 0) <= 1 &&
      (columns.separators[line] ?? 0) > 0
    );
  }
}
