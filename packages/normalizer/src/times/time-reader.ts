import { Shape, type Tokens } from "@readout/model";
import type { Passage } from "../passage.js";
import { TimeClass, type TimeWords } from "./time-words.js";

/** Words that rules name themselves, as vocabulary ids. */
export const functionWords = {
  a: "a",
  after: "after",
  afternoon: "afternoon",
  ago: "ago",
  and: "and",
  apostropheS: "'s",
  at: "at",
  before: "before",
  centuries: "centuries",
  century: "century",
  current: "current",
  day: "day",
  days: "days",
  each: "each",
  earlier: "earlier",
  early: "early",
  end: "end",
  evening: "evening",
  fall: "fall",
  for: "for",
  from: "from",
  future: "future",
  half: "half",
  hours: "hours",
  in: "in",
  late: "late",
  later: "later",
  long: "long",
  march: "march",
  may: "may",
  mid: "mid",
  month: "month",
  more: "more",
  morning: "morning",
  night: "night",
  now: "now",
  oclock: "o'clock",
  oclockWord: "oclock",
  of: "of",
  old: "old",
  on: "on",
  one: "one",
  or: "or",
  other: "other",
  percent: "percent",
  period: "period",
  plus: "plus",
  quarter: "quarter",
  s: "s",
  same: "same",
  so: "so",
  spring: "spring",
  term: "term",
  than: "than",
  that: "that",
  the: "the",
  these: "these",
  through: "through",
  to: "to",
  tomorrow: "tomorrow",
  until: "until",
  year: "year",
  yesterday: "yesterday",
} as const;
export type FunctionWord = keyof typeof functionWords;
export type FunctionWordIds = Readonly<Record<FunctionWord, number>>;

export const functionWordIds = (words: TimeWords): FunctionWordIds =>
  Object.fromEntries(
    Object.entries(functionWords).map(([name, surface]) => [name, words.id(surface)]),
  ) as Record<FunctionWord, number>;

/** A number as read: `value` null where it is vague ("several"); `next` is the token after it. */
export type NumberRead = Readonly<{
  value: number | null;
  next: number;
  digits: boolean;
  approximate: boolean;
}>;

/**
 * The tokens of one sentence seen through the classes of their words. All positions are token indexes of the passage; what
 * lies outside [first, last) reads as nothing, so no rule can look across a sentence or a block.
 */
export class TimeReader {
  readonly tokens: Tokens;
  private readonly classes: Int32Array;
  first = 0;
  last = 0;

  constructor(
    readonly passage: Passage,
    readonly words: TimeWords,
    readonly ids: FunctionWordIds,
  ) {
    const { tokens } = passage;
    this.tokens = tokens;
    this.classes = new Int32Array(tokens.length);
    for (let at = 0; at < tokens.length; at++)
      this.classes[at] =
        words.of(tokens.word[at] ?? 0) | ((tokens.shape[at] ?? 0) & Shape.number ? TimeClass.digits : 0);
  }

  /** Class bits of a token ({@link TimeClass}). */
  bits(at: number): number {
    return at < this.first || at >= this.last ? 0 : (this.classes[at] ?? 0);
  }

  is(at: number, mask: number): boolean {
    return (this.bits(at) & mask) !== 0;
  }

  shape(at: number): number {
    return at < this.first || at >= this.last ? 0 : (this.tokens.shape[at] ?? 0);
  }

  /** Whether the token is this function word. */
  isWord(at: number, word: FunctionWord): boolean {
    return at >= this.first && at < this.last && this.tokens.word[at] === this.ids[word];
  }

  value(at: number, name: Parameters<TimeWords["value"]>[0]): string {
    return this.words.value(name, this.tokens.word[at] ?? 0);
  }

  /** No space stands before the token. */
  glued(at: number): boolean {
    return at > this.first && at < this.last && ((this.tokens.shape[at] ?? 0) & Shape.space) === 0;
  }

  capital(at: number): boolean {
    return (this.shape(at) & Shape.capital) !== 0;
  }

  /** The token is one character long and this one. */
  isMark(at: number, mark: string): boolean {
    if (at < this.first || at >= this.last) return false;
    const start = this.tokens.start[at] ?? 0;
    return (this.tokens.end[at] ?? 0) === start + 1 && this.passage.text[start] === mark;
  }

  isHyphen(at: number): boolean {
    return this.isMark(at, "-") || this.isMark(at, "‐") || this.isMark(at, "‑");
  }

  isDash(at: number): boolean {
    return this.isMark(at, "–") || this.isMark(at, "—") || this.isHyphen(at);
  }

  /** A hyphen glued to both neighbours: two-week. */
  isJoint(at: number): boolean {
    return this.isHyphen(at) && this.glued(at) && this.glued(at + 1);
  }

  /** `at`, or the token after a joint that stands at `at`. */
  skipJoint(at: number): number {
    return this.isJoint(at) ? at + 1 : at;
  }

  length(at: number): number {
    return (this.tokens.end[at] ?? 0) - (this.tokens.start[at] ?? 0);
  }

  surface(at: number): string {
    return at < this.first || at >= this.last
      ? ""
      : this.passage.text.slice(this.tokens.start[at], this.tokens.end[at]);
  }

  /** The number that the digits of a token write, grouping marks left out; NaN for other tokens. */
  digits(at: number): number {
    return (this.shape(at) & Shape.number) === 0 ? Number.NaN : Number(this.surface(at).replaceAll(",", ""));
  }

  /** A whole number of at most `width` (up to 6) digits without grouping marks, or -1. */
  integer(at: number, width: number): number {
    if ((this.shape(at) & Shape.number) === 0 || this.length(at) > width) return -1;
    const { text } = this.passage;
    let value = 0;
    for (let i = this.tokens.start[at] ?? 0; i < (this.tokens.end[at] ?? 0); i++) {
      const digit = text.charCodeAt(i) - 0x30;
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    return value;
  }
}
