import { readMonths, readTable, readWeekdays, type Vocabulary } from "@readout/model";
import { timeWords as table } from "../generated/time-words.js";
import { loadNumberWords, NumberKind, type NumberWords, readNumberWords } from "../numbers/number-words.js";
import { holidayNames } from "./holiday-names.js";

const names = [
  "unit",
  "season",
  "part",
  "clockWord",
  "cardinal",
  "multiplier",
  "ordinal",
  "ordinalSuffix",
  "indefinite",
  "demonstrative",
  "every",
  "relation",
  "stage",
  "vague",
  "filler",
  "reference",
  "namedDay",
  "direction",
  "frequency",
  "meridiem",
  "zone",
  "decadeWord",
  "era",
  "loose",
  "month",
  "weekday",
  "definite",
  "fiscal",
  "half",
  "holiday",
] as const;
type ClassName = (typeof names)[number];

/** Bits of a word's classes, those of lexicon/en/times/time-words.tsv and of the number words among them. */
export const TimeClass = {
  ...(Object.fromEntries(names.map((name, i) => [name, 1 << i])) as Readonly<Record<ClassName, number>>),
  /** Second of a pair: weeks, Mondays, mornings. */
  plural: 1 << names.length,
  /** Digits (given by the token's shape, not by the word). */
  digits: 1 << (names.length + 1),
} as const;

/** What is known about single words that speak of time: class bits and one value a class. */
export class TimeWords {
  private bits: Int32Array;
  private readonly values = new Map<ClassName, Map<number, string>>();
  readonly numbers: NumberWords;

  constructor(private readonly vocabulary: Vocabulary) {
    this.bits = new Int32Array(1024);
    this.numbers = loadNumberWords(vocabulary);
    for (const { surface, class: name, value, number } of readTable(table, [
      "surface",
      "class",
      "value",
      "number",
    ]))
      this.add(surface, name, value, number === "plural");
    for (const { surface, value, kind } of readNumberWords()) {
      if (kind & (NumberKind.unit | NumberKind.tens)) this.add(surface, "cardinal", String(value), false);
      // A dozen weeks are about twelve: time-words.tsv calls it vague.
      else if (
        kind & (NumberKind.hundred | NumberKind.scale) &&
        !(this.of(vocabulary.add(surface)) & TimeClass.vague)
      )
        this.add(surface, "multiplier", String(value), false);
    }
    for (const [surface, month] of readMonths()) this.add(surface, "month", String(month), false);
    // An abbreviation's key has no full stop: "St." is found as "st".
    for (const surface of holidayNames.keys()) this.add(surface.replace(/\.$/, ""), "holiday", "", false);
    for (const [surface, weekday] of readWeekdays()) {
      this.add(surface, "weekday", String(weekday), false);
      if (surface.endsWith("day")) this.add(`${surface}s`, "weekday", String(weekday), true);
    }
  }

  /** Class bits of a word id; 0 for all other words. */
  of(word: number): number {
    return word < this.bits.length ? (this.bits[word] ?? 0) : 0;
  }

  /** The value that the lexicon gives a word in a class; "" where it is not in it. */
  value(name: ClassName, word: number): string {
    return this.values.get(name)?.get(word) ?? "";
  }

  /** The id of a word that a rule names itself; it enters the vocabulary where it is new. */
  id(surface: string): number {
    return this.vocabulary.add(surface);
  }

  private add(surface: string, name: string, value: string, plural: boolean): void {
    const known = names.find((candidate) => candidate === name);
    if (known === undefined) throw new Error(`time-words.tsv: unknown class "${name}" of "${surface}"`);
    const id = this.vocabulary.add(surface);
    if (id >= this.bits.length) {
      const grown = new Int32Array(Math.max(id + 1, this.bits.length * 2));
      grown.set(this.bits);
      this.bits = grown;
    }
    this.bits[id] = (this.bits[id] ?? 0) | TimeClass[known] | (plural ? TimeClass.plural : 0);
    const values = this.values.get(known) ?? new Map<number, string>();
    this.values.set(known, values.set(id, value));
  }
}
