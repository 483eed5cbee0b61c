import type { DocumentEntity, Mention } from "@readout/model";
import type { Phrases } from "../grammar/phrases.js";
import { type People, peopleOf } from "./people.js";
import type { PlacedQuotes } from "./placed-quotes.js";
import type { Tables } from "./tables.js";

/** What a document's names say of its noun phrases. */
export type Names = Readonly<{ mentions: readonly Mention[]; entities: readonly DocumentEntity[] }>;

/** A document as participants are read off it, made once for it. */
export type NamedPage = Names &
  Readonly<{
    phrases: Phrases;
    quotes: PlacedQuotes;
    /** Gathered when somebody asks: no phrase may go through all mentions. */
    people: () => People;
    tables: Tables;
  }>;

export const namedPage = (
  phrases: Phrases,
  { mentions, entities }: Names,
  quotes: PlacedQuotes,
  tables: Tables,
): NamedPage => {
  let known: People | null = null;
  const people = (): People => {
    known ??= peopleOf(mentions, phrases.tokens.text, tables.lexicon);
    return known;
  };
  return { phrases, mentions, entities, quotes, people, tables };
};
