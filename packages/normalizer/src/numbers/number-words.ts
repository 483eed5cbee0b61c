import { readTable, type Vocabulary, WordClasses } from "@readout/model";
import { numberWords as table } from "../generated/number-words.js";

/** What a number word does to the number it stands in; bits of {@link NumberWords.kindOf}. */
export const NumberKind = {
  /** zero … nineteen */
  unit: 1,
  /** twenty … ninety */
  tens: 2,
  /** hundred, dozen: multiply what stands before them in their group */
  hundred: 4,
  /** thousand, million …: close a group */
  scale: 8,
  /** bn, mn, k: scales that only follow digits */
  symbol: 16,
  /** m, b: scales only where a currency goes before ("$5m" against "5m deep") */
  money_symbol: 32,
  /** dozens, hundreds …: the value is the least that the plural allows */
  vague: 64,
} as const;

type NumberWord = Readonly<{ surface: string; value: number; kind: number }>;

const bitOf: Readonly<Record<string, number>> = NumberKind;

/** The rows of lexicon/en/numbers/number-words.tsv. Throws on a kind that is none. */
export const readNumberWords = (): readonly NumberWord[] =>
  readTable(table, ["surface", "value", "kind"]).map(({ surface, value, kind }) => {
    const bit = bitOf[kind];
    if (bit === undefined) throw new Error(`number word "${surface}" has an unknown kind "${kind}"`);
    return { surface, value: Number(value), kind: bit };
  });

const loaded = new WeakMap<Vocabulary, NumberWords>();

/** The number words of a vocabulary, loaded once: times and quantities read the same numbers. */
export const loadNumberWords = (vocabulary: Vocabulary): NumberWords => {
  const words = loaded.get(vocabulary) ?? new NumberWords(vocabulary);
  loaded.set(vocabulary, words);
  return words;
};

/** The number words by word id. */
export class NumberWords {
  private readonly kinds: WordClasses;
  private readonly values = new Map<number, number>();
  readonly and: number;
  readonly a: number;
  readonly an: number;
  readonly half: number;
  readonly of: number;

  constructor(vocabulary: Vocabulary) {
    this.kinds = new WordClasses(vocabulary);
    for (const { surface, value, kind } of readNumberWords())
      this.values.set(this.kinds.add(surface, kind), value);
    this.and = vocabulary.add("and");
    this.a = vocabulary.add("a");
    this.an = vocabulary.add("an");
    this.half = vocabulary.add("half");
    this.of = vocabulary.add("of");
  }

  /** Bits of {@link NumberKind}; 0 for a word that is no number. */
  kindOf(word: number): number {
    return this.kinds.of(word);
  }

  valueOf(word: number): number {
    return this.values.get(word) ?? Number.NaN;
  }
}
