import { type BlockRole, type DateReader, Shape, type WordClasses } from "@readout/model";
import { Ending } from "../lines/line-measures.js";
import { Gap } from "../lines/lines.js";
import type { Page } from "../page.js";
import { PageWord } from "../words/page-words.js";
import type { LinePhrases } from "../words/phrases.js";
import { looksLikeCaption } from "./caption.js";

/** Longest line, in words, that a label at its start may turn into furniture. */
const labelledWords = 30;
/** Longest link to another article, in words. */
const teaserWords = 16;
/** Longest line, in words, that names the maker of a picture. */
const creditWords = 12;

/** Longest line, in words, that states a date and no more. */
const dateWords = 12;
/** The name of an agency that no table knows has no fewer capitals. */
const agencyLength = 3;

/** What the words of single lines say about their role, whatever stands round them. */
export class Clues {
  constructor(
    readonly page: Page,
    private readonly words: WordClasses,
    private readonly phrases: LinePhrases,
    readonly readDates: DateReader,
  ) {}

  /** The role that a line's own words give it, or null where they give none; `inside` the article less is believed. */
  roleOf(line: number, inside: boolean): BlockRole | null {
    const words = this.page.measures.columns.words[line] ?? 0;
    if (this.isCredit(line)) return "credit";
    if (this.isAlternativeText(line)) return "navigation";
    if (looksLikeCaption(this, line, inside)) return "caption";
    if (words <= teaserWords && this.isPointer(line)) return "related";
    const hit = this.phrases[line] ?? null;
    if (hit === null || hit.role === "byline" || hit.role === "published" || hit.role === "credit")
      return null;
    if (hit.place === "start" && words > labelledWords) return null;
    if (inside && hit.place === "anywhere" && words > 2 * labelledWords) return null;
    if (inside && hit.role === "navigation" && !this.isMostly(hit.last, line)) return null;
    return hit.isAdvert ? "promotion" : hit.role;
  }

  /** Whether a line says little behind a token: `Share this story`. Not `Share your plans with the movers early`. */
  private isMostly(until: number, line: number): boolean {
    const { first, last } = this.page.measures;
    return (last[line] ?? 0) - until <= until - (first[line] ?? 0);
  }

  /**
   * A line that names who made a picture: `REUTERS/Kevin Lamarque`, `Photo: Ana Ruiz`, `Getty Images`, `(AP Photo/Tom Ek)`. Not `Photo
   * exhibition opens in the old town hall`.
   */
  isCredit(line: number): boolean {
    return this.namesMaker(line) || this.isUnknownAgency(line);
  }

  /** An agency that no table knows, by its shape: capitals, a slash, a name, nothing else: `MERIDIAN/Tom Ek`. Not `ANKARA/MOSCOW`, `TCP/IP`. */
  private isUnknownAgency(line: number): boolean {
    const { measures, tokens } = this.page;
    const first = measures.first[line] ?? 0;
    const last = measures.last[line] ?? 0;
    const agency = tokens.shape[first] ?? 0;
    if ((agency & Shape.upper) === 0 || (tokens.end[first] ?? 0) - (tokens.start[first] ?? 0) < agencyLength)
      return false;
    if (tokens.text.charCodeAt(tokens.start[first + 1] ?? 0) !== 0x2f || last - first > creditWords)
      return false;
    let names = 0;
    for (let at = first + 2; at < last; at++) {
      const shape = tokens.shape[at] ?? 0;
      if (shape & Shape.capital && (shape & Shape.upper) === 0) names++;
      else if (tokens.text.charCodeAt(tokens.start[at] ?? 0) !== 0x2d && (shape & Shape.capital) === 0)
        return false;
    }
    return names >= 2;
  }

  private namesMaker(line: number): boolean {
    const { measures, tokens } = this.page;
    const { columns } = measures;
    const words = columns.words[line] ?? 0;
    const credit = columns.credit[line] ?? 0;
    if (words === 0 || words > creditWords || credit === 0 || (columns.stops[line] ?? 0) > 1) return false;
    if ((columns.function[line] ?? 0) > words * 0.25) return false;
    if ((columns.separators[line] ?? 0) > 0 || credit >= words * 0.5) return true;
    // "Photo: Ana Ruiz", "Image by Ana Ruiz": a credit word, a mark or By, a name.
    const first = measures.first[line] ?? 0;
    const opens = (this.words.of(tokens.word[first] ?? 0) & PageWord.credit) !== 0;
    const second = tokens.text.slice(tokens.start[first + 1], tokens.end[first + 1]).toLowerCase();
    return opens && (second === ":" || second === "by" || second === "credit");
  }

  /** The alternative text of a picture, glued before its credit and caption: `Putin obama|REUTERS/…|President Barack Obama …`. */
  private isAlternativeText(line: number): boolean {
    const { lines, measures } = this.page;
    const glued =
      line + 2 < lines.length && lines.gap[line + 1] === Gap.glued && lines.gap[line + 2] === Gap.glued;
    return glued && measures.ending[line] !== Ending.stop && this.isCredit(line + 1);
  }

  /** `» Ferries: the pictures`: the link to another article. Not `»Nein«`, a quotation. */
  private isPointer(line: number): boolean {
    const { lines, text } = this.page;
    const start = lines.start[line] ?? 0;
    return text.charCodeAt(start) === 0xbb && text.charCodeAt(start + 1) === 0x20;
  }

  /** `[ADVERTISEMENT]`, `Sponsored content`: the page goes on behind an advert as it was before. */
  labelsAdvert(line: number): boolean {
    return this.phrases[line]?.isAdvert === true;
  }

  /** A short line that says when the page was published or changed: `Updated: Thursday, 4 February 2016`. */
  statesDate(line: number): boolean {
    const { words, numbers } = this.page.measures.columns;
    if ((words[line] ?? 0) > dateWords || (numbers[line] ?? 0) === 0) return false;
    const hit = this.phrases[line];
    return hit?.role === "published" && hit.place === "start";
  }

  /** Whether the first word of a line is one of action: Read, Follow, Subscribe. */
  opensWithAction(line: number): boolean {
    const { measures, tokens } = this.page;
    return (this.words.of(tokens.word[measures.first[line] ?? 0] ?? 0) & PageWord.action) !== 0;
  }
}
