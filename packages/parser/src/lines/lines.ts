import { CharacterClass, characterClasses } from "@readout/model";
import { controlLength, gluedCuts, opensReadingTime } from "./glued-cuts.js";

/** What stands between a line and the one before it. */
export const Gap = { glued: 0, line: 1, blank: 2 } as const;

/**
 * The lines of a page as columns: trimmed of white space, never empty, in order, disjoint, holding every non-space
 * character. Offsets are UTF-16 units, half-open. A line of the source that glues several things together ("credit +
 * caption") makes several, the later ones with {@link Gap}.glued. Arrays may be longer than `length`.
 */
export interface Lines {
  readonly text: string;
  readonly length: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** {@link Gap} before the line. */
  readonly gap: Uint8Array;
}

const { lower, upper, digit, space, newline } = CharacterClass;

const noCuts: readonly number[] = [];

/** Splits a text into lines; `glued` says whether lines that lost their separators are cut. Linear in the length of the text. */
export const splitLines = (text: string, glued: "cut" | "keep"): Lines => {
  const lines = new LineColumns(text);
  const classes = characterClasses();
  let gap: number = Gap.blank;
  let at = 0;
  const { length } = text;
  while (at < length) {
    const kind = classes[text.charCodeAt(at)];
    if (kind === newline) {
      if (gap < Gap.blank) gap++;
      at++;
    } else if (kind === space) at++;
    else {
      let end = at + 1;
      let last = end;
      let before: number = kind ?? space;
      let before2: number = space;
      // What {@link gluedCuts} looks for: in any line, and in a short one.
      let suspect = false;
      let suspectIfShort = false;
      for (; end < length; end++) {
        const unit = text.charCodeAt(end);
        const next = classes[unit] as number;
        if (next === lower) {
          if (before === upper && before2 === upper) suspectIfShort = true;
          while (classes[text.charCodeAt(end + 1)] === lower) end++;
          last = end + 1;
          before2 = lower;
          before = lower;
          continue;
        }
        if (next === newline) break;
        if (next === space) {
          if (before === digit) suspectIfShort ||= opensReadingTime(text, end);
          before = space;
          continue;
        }
        last = end + 1;
        if (next === upper) suspectIfShort ||= before === lower || before === digit;
        else if (unit === 0x2f) suspect ||= before === lower || before === upper;
        else if (unit === 0x3a) suspect ||= before === digit;
        else if (unit === 0x40) suspectIfShort ||= before === lower || before === upper;
        before2 = before;
        before = next;
      }
      suspect ||= (suspectIfShort && last - at <= controlLength) || text.charCodeAt(last - 1) === 0x29;
      lines.add(at, last, gap, suspect && glued === "cut" ? gluedCuts(text, at, last) : noCuts);
      gap = 0;
      at = end;
    }
  }
  return lines;
};

class LineColumns implements Lines {
  length = 0;
  start = new Int32Array(64);
  end = new Int32Array(64);
  gap = new Uint8Array(64);

  constructor(readonly text: string) {}

  /** Adds the pieces of one line: `cuts` are offsets inside it, ascending. */
  add(start: number, end: number, gap: number, cuts: readonly number[]): void {
    let from = start;
    for (const cut of cuts) {
      this.push(from, cut, from === start ? gap : Gap.glued);
      from = cut;
    }
    this.push(from, end, from === start ? gap : Gap.glued);
  }

  private push(start: number, end: number, gap: number): void {
    let [from, to] = [start, end];
    const classes = characterClasses();
    while (from < to && classes[this.text.charCodeAt(from)] === space) from++;
    while (to > from && classes[this.text.charCodeAt(to - 1)] === space) to--;
    if (from === to) return;
    if (this.length === this.start.length) this.grow();
    this.start[this.length] = from;
    this.end[this.length] = to;
    this.gap[this.length++] = gap;
  }

  private grow(): void {
    const size = this.length * 2;
    const [start, end, gap] = [this.start, this.end, this.gap];
    this.start = new Int32Array(size);
    this.start.set(start);
    this.end = new Int32Array(size);
    this.end.set(end);
    this.gap = new Uint8Array(size);
    this.gap.set(gap);
  }
}
