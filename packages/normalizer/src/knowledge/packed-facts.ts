import { readList } from "@readout/model";
import type { Facts } from "./facts.js";
import type { Alias, AliasForm, KnownEntity } from "./known-entity.js";
import { LazyList } from "./lazy-list.js";
import { PartReader, PartWriter } from "./packed-parts.js";
import type { Term } from "./people.js";
import type { PhraseColumns } from "./phrase-trie.js";

/** What is in few rows, and the values that columns have codes for. */
type Head = Pick<Facts, "states" | "summits" | "weakNames" | "loneSurnames"> &
  Readonly<{
    kinds: readonly KnownEntity["kind"][];
    types: readonly KnownEntity["type"][];
    countries: readonly (string | null)[];
    sectors: readonly (string | null)[];
    sorts: readonly string[];
    wheres: readonly string[];
    /** Roles as readList has them: "HOS|HOG". */
    roles: readonly string[];
    offices: readonly string[];
  }>;

/** Stands for null among integers. */
const NONE = -0x80000000;
/** Coordinates are kept as integers in this part of a degree; the tables have four decimals at most. */
const DEGREE = 10_000;

/**
 * Facts as {@link PartWriter} lays them: the head as JSON; names of entities, written names and words as lines; then columns of
 * integers, a code for what has few values. {@link unpackFacts} reads them in the same order.
 */
export const packFacts = (facts: Facts): Uint8Array => {
  const entities = [...facts.entities];
  const aliases = [...facts.aliases];
  const terms = [...facts.terms];
  const kinds = codesOf(entities.map((entity) => entity.kind));
  const types = codesOf(entities.map((entity) => entity.type));
  const countries = codesOf(entities.map((entity) => entity.country));
  const sectors = codesOf(entities.map((entity) => entity.sector));
  const sorts = codesOf(entities.map((entity) => entity.sort));
  const wheres = codesOf(terms.map((term) => term.where));
  const roles = codesOf(terms.map((term) => term.roles.join("|")));
  const offices = codesOf(terms.map((term) => term.office));
  const { states, summits, weakNames, loneSurnames } = facts;
  const head: Head = {
    states,
    summits,
    weakNames,
    loneSurnames,
    kinds: kinds.values,
    types: types.values,
    countries: countries.values,
    sectors: sectors.values,
    sorts: sorts.values,
    wheres: wheres.values,
    roles: roles.values,
    offices: offices.values,
  };
  const writer = new PartWriter();
  writer.json(head);
  writer.lines(entities.map((entity) => entity.name));
  for (const { codes } of [kinds, types, countries, sectors, sorts]) writer.numbers(codes);
  writer.numbers(entities.map(({ qid }) => (qid === null ? NONE : qidNumber(qid))));
  writer.numbers(entities.map(({ lat }) => (lat === null ? NONE : Math.round(lat * DEGREE))));
  writer.numbers(entities.map(({ lon }) => (lon === null ? NONE : Math.round(lon * DEGREE))));
  writer.numbers(entities.map((entity) => entity.population));
  writer.lines(aliases.map((alias) => alias.name));
  writer.numbers(aliases.map((alias) => alias.entity));
  writer.numbers(aliases.map((alias) => alias.form));
  writer.numbers(facts.holders);
  for (const { codes } of [wheres, roles, offices]) writer.numbers(codes);
  writer.numbers(terms.map((term) => term.from));
  writer.numbers(terms.map((term) => term.to ?? NONE));
  writer.numbers(terms.map((term) => term.seen ?? NONE));
  writer.lines(facts.words.split("\n").slice(0, -1));
  writer.numbers(facts.givenNames);
  for (const trie of [facts.names, facts.surnames])
    for (const column of [trie.parent, trie.word, trie.firstEntry, trie.entryValue, trie.entryNext])
      writer.numbers(column);
  return writer.finish();
};

const codesOf = <Value>(items: readonly Value[]): { values: readonly Value[]; codes: readonly number[] } => {
  const values = [...new Set(items)];
  const places = new Map(values.map((value, i) => [value, i]));
  return { values, codes: items.map((item) => places.get(item) ?? 0) };
};

const qidNumber = (qid: string): number => {
  const number = Number(qid.slice(1));
  if (`Q${number}` !== qid) throw new RangeError(`no QID: "${qid}"`);
  return number;
};

/** The facts of packed bytes; entities, names and terms become objects when they are asked for. */
export const unpackFacts = (packed: Uint8Array): Facts => {
  const reader = new PartReader(packed);
  const head = reader.json() as Head;
  const entities = readEntities(reader, head);
  const aliases = readAliases(reader);
  const holders = reader.numbers();
  return {
    states: head.states,
    summits: head.summits,
    weakNames: head.weakNames,
    loneSurnames: head.loneSurnames,
    entities,
    aliases,
    holders,
    terms: readTerms(reader, head, holders),
    words: reader.lines().text(),
    givenNames: reader.numbers(),
    names: readTrie(reader),
    surnames: readTrie(reader),
  };
};

const readEntities = (reader: PartReader, head: Head): LazyList<KnownEntity> => {
  const names = reader.lines();
  const [kinds, types, countries, sectors, sorts] = [
    coded(reader, head.kinds),
    coded(reader, head.types),
    coded(reader, head.countries),
    coded(reader, head.sectors),
    coded(reader, head.sorts),
  ];
  const [qids, latitudes, longitudes, populations] = [
    reader.numbers(),
    reader.numbers(),
    reader.numbers(),
    reader.numbers(),
  ];
  return new LazyList(names.length, (index) => ({
    index,
    kind: kinds(index),
    name: names.at(index),
    type: types(index),
    qid: qids[index] === NONE ? null : `Q${qids[index]}`,
    country: countries(index),
    lat: degrees(latitudes[index] ?? NONE),
    lon: degrees(longitudes[index] ?? NONE),
    sector: sectors(index),
    population: populations[index] ?? 0,
    sort: sorts(index),
  }));
};

const readAliases = (reader: PartReader): LazyList<Alias> => {
  const names = reader.lines();
  const entities = reader.numbers();
  const forms = reader.numbers();
  return new LazyList(names.length, (index) => ({
    name: names.at(index),
    entity: entities[index] ?? -1,
    form: (forms[index] ?? 0) as AliasForm,
  }));
};

const readTerms = (reader: PartReader, head: Head, holders: Int32Array): LazyList<Term> => {
  const wheres = coded(reader, head.wheres);
  const roles = coded(reader, head.roles.map(readList));
  const offices = coded(reader, head.offices);
  const [from, to, seen] = [reader.numbers(), reader.numbers(), reader.numbers()];
  return new LazyList(holders.length, (index) => ({
    person: holders[index] ?? -1,
    where: wheres(index),
    roles: roles(index),
    office: offices(index),
    from: from[index] ?? 0,
    to: day(to[index] ?? NONE),
    seen: day(seen[index] ?? NONE),
  }));
};

const readTrie = (reader: PartReader): PhraseColumns => ({
  parent: reader.numbers(),
  word: reader.numbers(),
  firstEntry: reader.numbers(),
  entryValue: reader.numbers(),
  entryNext: reader.numbers(),
});

/** Reads a column of codes: gives the value of an item. */
const coded = <Value>(reader: PartReader, values: readonly Value[]): ((index: number) => Value) => {
  const codes = reader.numbers();
  return (index) => values[codes[index] ?? 0] as Value;
};

const degrees = (number: number): number | null => (number === NONE ? null : number / DEGREE);
const day = (number: number): number | null => (number === NONE ? null : number);
