import { type Day, readTable, type Vocabulary } from "@readout/model";
import { weakNames } from "../generated/weak-names.js";
import { FactCollector } from "./fact-collector.js";
import { type Alias, AliasForm, type KnownEntity } from "./known-entity.js";
import { readOrganisations } from "./organisations.js";
import { readPeople, type Term } from "./people.js";
import { readPhrases, readWords } from "./phrase-reader.js";
import { PhraseTrie } from "./phrase-trie.js";
import { readPlaces } from "./places.js";
import { readStates, type State } from "./states.js";
import { readSummits, type Summit } from "./summits.js";

/** Everything the fact tables say, indexed for one vocabulary. */
export type Knowledge = Readonly<{
  entities: readonly KnownEntity[];
  /** Written names; the values of {@link Knowledge.names} and {@link Knowledge.surnames} point into this list. */
  aliases: readonly Alias[];
  /** All written names but bare surnames, over word ids without hyphens. */
  names: PhraseTrie;
  /** Bare surnames of people. */
  surnames: PhraseTrie;
  /** Word id of the first word of a person's name, by {@link KnownEntity.index}. */
  givenNames: ReadonlyMap<number, number>;
  /** Names that mean other things as often ("MIT", "PA", "House"): they ask for evidence. */
  weakNames: ReadonlySet<string>;
  states: readonly State[];
  /** The state of an ISO 3166 alpha-3 code. */
  stateOf: (country: string) => State | null;
  terms: readonly Term[];
  /** Terms of a person, by {@link KnownEntity.index}, in order of time. */
  termsOf: (person: number) => readonly Term[];
  /** Terms of an office: `where` is a country or the code of an organisation. */
  termsIn: (where: string, role: string) => readonly Term[];
  summits: readonly Summit[];
  /** Known entities that bear this written name (case and hyphens do not count). */
  find: (name: string) => readonly KnownEntity[];
}>;

const loaded = new WeakMap<Vocabulary, Knowledge>();

/**
 * Reads the fact tables, once a vocabulary: recognisers that share a vocabulary share the knowledge. All names enter the
 * vocabulary, so call it before the first document.
 */
export const loadKnowledge = (vocabulary: Vocabulary): Knowledge => {
  const before = loaded.get(vocabulary);
  if (before !== undefined) return before;
  const knowledge = build(vocabulary);
  loaded.set(vocabulary, knowledge);
  return knowledge;
};

const build = (vocabulary: Vocabulary): Knowledge => {
  const facts = new FactCollector();
  const states = readStates(facts);
  readOrganisations(facts);
  readPlaces(facts);
  const terms = readPeople(facts);
  const summits = readSummits(facts);
  const { entities, aliases } = facts;

  const names = new PhraseTrie();
  const givenNames = new Map<number, number>();
  const surnames = new PhraseTrie();
  const phrases = readPhrases(
    vocabulary,
    aliases.map((alias) => alias.name),
  );
  phrases.forEach((phrase, alias) => {
    if (phrase.length === 0) return;
    const { form, entity } = aliases[alias] ?? { form: AliasForm.name, entity: -1 };
    (form === AliasForm.surname ? surnames : names).add(phrase, alias);
    if (entities[entity]?.kind === "person" && phrase.length > 1 && !givenNames.has(entity))
      givenNames.set(entity, phrase[0] ?? -1);
  });

  const byPerson = groupBy(terms, (term) => [term.person]);
  const byOffice = groupBy(terms, (term) => term.roles.map((role) => `${term.where} ${role}`));
  const byCountry = new Map<string, State>();
  for (const state of states) {
    const sort = entities[state.entity]?.sort;
    if (state.country !== null && (sort === "state" || sort === "territory" || sort === "former"))
      byCountry.set(state.country, state);
  }
  return {
    entities,
    aliases,
    names,
    surnames,
    givenNames,
    weakNames: new Set(readTable(weakNames, ["name"]).map((row) => row.name)),
    states,
    stateOf: (country) => byCountry.get(country) ?? null,
    terms,
    termsOf: (person) => byPerson.get(person) ?? [],
    termsIn: (where, role) => byOffice.get(`${where} ${role}`) ?? [],
    summits,
    find: (name) => {
      const [words = []] = readWords([name]);
      const phrase = words.map((word) => vocabulary.find(word));
      const found = new Set(names.valuesOf(phrase).map((alias) => aliases[alias]?.entity ?? -1));
      return [...found].flatMap((index) => entities[index] ?? []);
    },
  };
};

/** Whether a term can cover a day of the interval (both ends inclusive, null = open). */
export const mayHold = (term: Term, earliest: Day | null, latest: Day | null): boolean =>
  (latest === null || term.from <= latest) && (term.to === null || earliest === null || term.to >= earliest);

const groupBy = <Value, Key>(
  values: readonly Value[],
  keysOf: (value: Value) => readonly Key[],
): Map<Key, Value[]> => {
  const groups = new Map<Key, Value[]>();
  for (const value of values)
    for (const key of keysOf(value)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [value]);
      else group.push(value);
    }
  return groups;
};
