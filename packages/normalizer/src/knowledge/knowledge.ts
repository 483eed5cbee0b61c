import type { Day, Vocabulary } from "@readout/model";
import type { Facts } from "./facts.js";
import type { Alias, KnownEntity } from "./known-entity.js";
import { LazyList } from "./lazy-list.js";
import { unpackFacts } from "./packed-facts.js";
import type { Term } from "./people.js";
import { readWords } from "./phrase-reader.js";
import { PhraseTrie } from "./phrase-trie.js";
import { readData } from "./read-data.js";
import type { State } from "./states.js";
import type { Summit } from "./summits.js";

/** Everything the fact tables say, indexed for one vocabulary. */
export type Knowledge = Readonly<{
  entities: LazyList<KnownEntity>;
  /** Written names; the values of {@link Knowledge.names} and {@link Knowledge.surnames} point into this list. */
  aliases: LazyList<Alias>;
  /** All written names but bare surnames, over word ids without hyphens. */
  names: PhraseTrie;
  /** Bare surnames of people. */
  surnames: PhraseTrie;
  /** Word id of the first word of a person's name, by {@link KnownEntity.index}; -1 where there is none. */
  givenName: (person: number) => number;
  /** Names that mean other things as often ("MIT", "PA", "House"): they ask for evidence. */
  weakNames: ReadonlySet<string>;
  /** Whether news means this person, by {@link KnownEntity.index}, by the surname alone ("Putin"), whatever the text is dated. */
  isMeantBySurname: (person: number) => boolean;
  /** The state of an ISO 3166 alpha-3 code. */
  stateOf: (country: string) => State | null;
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
 * Loads the compiled fact tables, once a vocabulary: recognisers that share a vocabulary share the knowledge. All names enter the
 * vocabulary, so call it before the first document.
 */
export const loadKnowledge = (vocabulary: Vocabulary): Knowledge => {
  const before = loaded.get(vocabulary);
  if (before !== undefined) return before;
  const knowledge = build(vocabulary);
  loaded.set(vocabulary, knowledge);
  return knowledge;
};

let facts: Facts | undefined;

const build = (vocabulary: Vocabulary): Knowledge => {
  facts ??= unpackFacts(readData("knowledge/facts.bin.gz"));
  const { entities, aliases, givenNames, summits } = facts;
  const ids = vocabulary.addLines(facts.words);
  const own = new Int32Array(vocabulary.size).fill(-1);
  for (let word = 0; word < ids.length; word++) own[ids[word] as number] = word;
  const names = PhraseTrie.of(facts.names, own);

  const loneSurnames = new Set(facts.loneSurnames);
  const { termsOf, termsIn } = termIndex(facts);
  const byCountry = new Map<string, State>();
  for (const state of facts.states) {
    const sort = entities.at(state.entity)?.sort;
    if (state.country !== null && (sort === "state" || sort === "territory" || sort === "former"))
      byCountry.set(state.country, state);
  }
  return {
    entities,
    aliases,
    names,
    surnames: PhraseTrie.of(facts.surnames, own),
    givenName: (person) => ids[givenNames[person] ?? -1] ?? -1,
    weakNames: new Set(facts.weakNames),
    isMeantBySurname: (person) => loneSurnames.has(person),
    stateOf: (country) => byCountry.get(country) ?? null,
    termsOf,
    termsIn,
    summits,
    find: (name) => {
      const [words = []] = readWords([name]);
      const phrase = words.map((word) => vocabulary.find(word));
      const found = new Set(names.valuesOf(phrase).map((alias) => aliases.at(alias)?.entity ?? -1));
      return [...found].flatMap((index) => entities.at(index) ?? []);
    },
  };
};

/** Whether a term can cover a day of the interval (both ends inclusive, null = open). */
export const mayHold = (term: Term, earliest: Day | null, latest: Day | null): boolean =>
  (latest === null || term.from <= latest) && (term.to === null || earliest === null || term.to >= earliest);

/** Finds terms by person and by office. Few are ever asked for: only the places of all are read beforehand. */
const termIndex = ({ terms, holders, entities }: Facts): Pick<Knowledge, "termsOf" | "termsIn"> => {
  // The last term of each person, and the one before each term; -1 for none.
  const last = new Int32Array(entities.length).fill(-1);
  const before = new Int32Array(holders.length);
  for (let term = 0; term < holders.length; term++) {
    const person = holders[term] as number;
    before[term] = last[person] as number;
    last[person] = term;
  }
  const byPerson = new LazyList(entities.length, (person) => {
    const found: Term[] = [];
    for (let term = last[person] as number; term >= 0; term = before[term] as number) {
      const item = terms.at(term);
      if (item !== undefined) found.push(item);
    }
    return found.reverse();
  });
  let byOffice: Map<string, Term[]> | undefined;
  return {
    termsOf: (person) => byPerson.at(person) ?? [],
    termsIn: (where, role) => {
      byOffice ??= groupByOffice(terms);
      return byOffice.get(`${where} ${role}`) ?? [];
    },
  };
};

const groupByOffice = (terms: Iterable<Term>): Map<string, Term[]> => {
  const groups = new Map<string, Term[]>();
  for (const term of terms)
    for (const role of term.roles) {
      const key = `${term.where} ${role}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [term]);
      else group.push(term);
    }
  return groups;
};
