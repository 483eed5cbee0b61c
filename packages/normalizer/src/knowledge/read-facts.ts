import { readTable, Vocabulary } from "@readout/model";
import { weakNames } from "../generated/weak-names.js";
import { FactCollector } from "./fact-collector.js";
import type { Facts } from "./facts.js";
import { AliasForm } from "./known-entity.js";
import { LazyList } from "./lazy-list.js";
import { readOrganisations } from "./organisations.js";
import { readPeople } from "./people.js";
import { readPhrases } from "./phrase-reader.js";
import { PhraseTrie } from "./phrase-trie.js";
import { readPlaces } from "./places.js";
import { readStates } from "./states.js";
import { readSummits } from "./summits.js";

/** Reads the fact tables of lexicon/knowledge: what scripts/names/compile-knowledge.ts packs and packages load. */
export const readFacts = (): Facts => {
  const collector = new FactCollector();
  const states = readStates(collector);
  readOrganisations(collector);
  readPlaces(collector);
  const { terms, loneSurnames } = readPeople(collector);
  const summits = readSummits(collector);
  const { entities, aliases } = collector;

  const vocabulary = new Vocabulary();
  const names = new PhraseTrie();
  const surnames = new PhraseTrie();
  const givenNames = new Int32Array(entities.length).fill(-1);
  const phrases = readPhrases(
    vocabulary,
    aliases.map((alias) => alias.name),
  );
  phrases.forEach((phrase, alias) => {
    if (phrase.length === 0) return;
    const { form, entity } = aliases[alias] ?? { form: AliasForm.name, entity: -1 };
    (form === AliasForm.surname ? surnames : names).add(phrase, alias);
    if (entities[entity]?.kind === "person" && phrase.length > 1 && givenNames[entity] === -1)
      givenNames[entity] = phrase[0] ?? -1;
  });
  return {
    entities: listOf(entities),
    aliases: listOf(aliases),
    states,
    terms: listOf(terms),
    holders: Int32Array.from(terms, (term) => term.person),
    summits,
    weakNames: readTable(weakNames, ["name"]).map((row) => row.name),
    loneSurnames,
    words: Array.from({ length: vocabulary.size }, (_, id) => `${vocabulary.word(id)}\n`).join(""),
    givenNames,
    names: names.columns(),
    surnames: surnames.columns(),
  };
};

const listOf = <Item>(items: readonly Item[]): LazyList<Item> =>
  new LazyList(items.length, (i) => items[i] as Item);
