import type { Alias, KnownEntity } from "./known-entity.js";
import type { LazyList } from "./lazy-list.js";
import type { Term } from "./people.js";
import type { PhraseColumns } from "./phrase-trie.js";
import type { State } from "./states.js";
import type { Summit } from "./summits.js";

/** Everything the fact tables say, under no vocabulary: words are their places in `words`. */
export type Facts = Readonly<{
  entities: LazyList<KnownEntity>;
  /** Written names; the values of `names` and `surnames` point into this list. */
  aliases: LazyList<Alias>;
  states: readonly State[];
  terms: readonly Term[];
  summits: readonly Summit[];
  weakNames: readonly string[];
  /** The folded words of all names. */
  words: readonly string[];
  /** A person and the first word of the full name. */
  givenNames: readonly (readonly [person: number, word: number])[];
  names: PhraseColumns;
  surnames: PhraseColumns;
}>;
