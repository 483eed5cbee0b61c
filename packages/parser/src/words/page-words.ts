import { readList, readMonths, readTable, readWeekdays, type Vocabulary, WordClasses } from "@readout/model";
import { functionWords as functionWordTable } from "../generated/function-words.js";
import { pageWords as pageWordTable } from "../generated/page-words.js";

/** What a single word tells about the line it stands in: bits of {@link loadPageWords}. */
export const PageWord = {
  /** The, of, said, der, les: running text has one in three words, lists of links have few. */
  function: 1,
  month: 2,
  weekday: 4,
  credit: 8,
  publication: 16,
  byline: 32,
  action: 64,
  legal: 128,
  appeal: 256,
  first_person: 512,
  second_person: 1024,
  related: 2048,
  author_note: 4096,
  platform: 8192,
  media: 16384,
  discussion: 32768,
} as const;

const bitOf: Readonly<Record<string, number>> = PageWord;

/** The words of lexicon/page-words.tsv and lexicon/function-words.tsv, and the months and weekdays of the calendar. */
export const loadPageWords = (vocabulary: Vocabulary): WordClasses => {
  const words = new WordClasses(vocabulary);
  for (const { surface } of readTable(functionWordTable, ["surface"])) words.add(surface, PageWord.function);
  for (const surface of readMonths().keys()) words.add(surface, PageWord.month);
  for (const surface of readWeekdays().keys()) words.add(surface, PageWord.weekday);
  for (const { surface, classes } of readTable(pageWordTable, ["surface", "classes"])) {
    for (const name of readList(classes)) {
      const bit = bitOf[name];
      if (bit === undefined) throw new Error(`page word "${surface}" has an unknown class "${name}"`);
      words.add(surface, bit);
    }
  }
  return words;
};
