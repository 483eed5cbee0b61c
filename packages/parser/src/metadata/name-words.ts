import { readTable, type Vocabulary, WordClasses } from "@readout/model";
import { bylineWords as bylineTable } from "../generated/byline-words.js";
import { firstNames as firstNameTable } from "../generated/first-names.js";
import { outletWords as outletTable } from "../generated/outlet-words.js";

/** What a word is to a byline: bits of {@link loadNameWords}. */
export const NameWord = {
  /** By, von, Author: names follow. */
  opener: 1,
  /** Published, on, at: may stand before the opener. */
  before: 2,
  /** Photo, reviewed, powered: what follows By is no author. */
  not_author: 4,
  /** de, van, bin: small words inside a name. */
  particle: 8,
  /** Jr, MD: after a name. */
  suffix: 16,
  /** Staff, Desk, Team: the name is a desk's. */
  desk: 32,
  joiner: 64,
  /** Updated, Reporter, March: a capitalised word that ends a name. */
  stop: 128,
  /** Anna, Boris. */
  first_name: 256,
  /** Dr, Prof: before a name. */
  title: 512,
  /** Gazette, Radio: in the name of an outlet. */
  outlet: 1024,
  /** Post, Review: in the name of an outlet and in much else. */
  outlet_weak: 2048,
  /** Ltd, Media: after the name of an outlet. */
  company: 4096,
  /** Writing: by after it opens more authors. */
  again: 8192,
  /** Blog, Transcript: before a colon it says what a headline heads. */
  page_kind: 16384,
} as const;

const bitOf: Readonly<Record<string, number>> = NameWord;

/** The words of lexicon/byline-words.tsv, outlet-words.tsv and first-names.tsv. */
export const loadNameWords = (vocabulary: Vocabulary): WordClasses => {
  const words = new WordClasses(vocabulary);
  const rows = [bylineTable, outletTable].flatMap((table) => readTable(table, ["surface", "kind"]));
  for (const { surface, kind } of rows) {
    const bit = bitOf[kind];
    if (bit === undefined) throw new Error(`byline word "${surface}" has an unknown kind "${kind}"`);
    words.add(surface, bit);
  }
  for (const { surface } of readTable(firstNameTable, ["surface"])) words.add(surface, NameWord.first_name);
  return words;
};
