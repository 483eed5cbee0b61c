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
  terms: LazyList<Term>;
  /** The person of each term, by its place in `terms`. */
  holders: Int32Array;
  summits: readonly Summit[];
  weakNames: readonly string[];
  /** People, by their place in `entities`, whom their surname alone means wherever it stands. */
  loneSurnames: readonly number[];
  /** The folded words of all names, each with a line feed after it. */
  words: string;
  /** The first word of a person's full name, by the place in `entities`; -1 for all else. */
  givenNames: Int32Array;
  names: PhraseColumns;
  surnames: PhraseColumns;
}>;
