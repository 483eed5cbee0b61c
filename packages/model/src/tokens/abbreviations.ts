import { abbreviations as table } from "../generated/abbreviations.js";
import { readTable } from "../lexicon.js";
import type { Vocabulary } from "./vocabulary.js";
import { WordClasses } from "./word-classes.js";

/** What may follow an abbreviation, which tells whether its full stop can end a sentence. */
export const Abbreviation = {
  /** Before a name: Gen. Smith. Never ends a sentence. */
  title: 1,
  /** Months and weekdays: kept with their full stop where a number, comma or weekday follows. */
  calendar: 2,
  /** Inc., Co., etc.: may end a sentence. */
  company: 4,
  /** Only before a number: No. 10. */
  number: 8,
  other: 16,
} as const;

const bitOf: Readonly<Record<string, number>> = Abbreviation;

type Entry = Readonly<{ surface: string; bit: number }>;

let entries: readonly Entry[] | undefined;

/** The abbreviations of lexicon/en/abbreviations.tsv, their kinds as bits of {@link Abbreviation}. */
export const loadAbbreviations = (vocabulary: Vocabulary): WordClasses => {
  const classes = new WordClasses(vocabulary);
  // The table is read once a process: loaders of phrases make a tokeniser with a fresh vocabulary for each of theirs.
  entries ??= readEntries();
  for (const { surface, bit } of entries) classes.add(surface, bit);
  return classes;
};

const readEntries = (): readonly Entry[] =>
  readTable(table, ["surface", "kind"]).map(({ surface, kind }) => {
    const bit = bitOf[kind];
    if (bit === undefined) throw new Error(`abbreviation "${surface}" has an unknown kind "${kind}"`);
    return { surface, bit };
  });
