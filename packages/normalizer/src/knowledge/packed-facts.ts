import type { Facts } from "./facts.js";
import type { Alias, AliasForm, KnownEntity } from "./known-entity.js";
import { LazyList } from "./lazy-list.js";
import type { PhraseColumns } from "./phrase-trie.js";
import { readNumbers } from "./read-numbers.js";

/** Order of the columns in the file. */
const columnNames = ["parent", "word", "firstEntry", "entryValue", "entryNext"] as const;

/** A list of few different values: these, and the place of each item among them. */
type Coded<Value> = Readonly<{ values: readonly Value[]; codes: readonly number[] }>;

/** The part that is JSON: entities and names as columns, since few of them are ever needed as objects. */
type Lists = Omit<Facts, "entities" | "aliases" | "words" | "names" | "surnames"> &
  Readonly<{
    /** One a line. */
    words: string;
    entityNames: string;
    kinds: Coded<KnownEntity["kind"]>;
    types: Coded<KnownEntity["type"]>;
    qids: readonly (string | null)[];
    countries: Coded<string | null>;
    latitudes: readonly (number | null)[];
    longitudes: readonly (number | null)[];
    sectors: Coded<string | null>;
    populations: readonly number[];
    sorts: Coded<string>;
    aliasNames: string;
    aliasEntities: readonly number[];
    aliasForms: readonly AliasForm[];
  }>;

/**
 * Little-endian: bytes of the lists, a multiple of 4; the lists as JSON in ASCII, padded with spaces; then the columns of the
 * names and those of the surnames, each as its length and its numbers, all in 32 bits, which are used as they lie.
 */
export const packFacts = (facts: Facts): Uint8Array => {
  const ascii = JSON.stringify(listsOf(facts)).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const json = ascii.padEnd(Math.ceil(ascii.length / 4) * 4);
  const columns = [facts.names, facts.surnames].flatMap((trie) => columnNames.map((name) => trie[name]));
  const numbers = columns.reduce((sum, column) => sum + 1 + column.length, 0);
  const packed = new Uint8Array(4 + json.length + numbers * 4);
  const view = new DataView(packed.buffer);
  view.setUint32(0, json.length, true);
  for (let i = 0; i < json.length; i++) packed[4 + i] = json.charCodeAt(i);
  let at = 4 + json.length;
  for (const column of columns)
    for (const number of [column.length, ...column]) {
      view.setInt32(at, number, true);
      at += 4;
    }
  return packed;
};

const listsOf = ({ states, terms, summits, weakNames, words, givenNames, ...facts }: Facts): Lists => {
  const entities = [...facts.entities];
  const aliases = [...facts.aliases];
  return {
    states,
    terms,
    summits,
    weakNames,
    givenNames,
    words: words.join("\n"),
    entityNames: entities.map((entity) => entity.name).join("\n"),
    kinds: codesOf(entities.map((entity) => entity.kind)),
    types: codesOf(entities.map((entity) => entity.type)),
    qids: entities.map((entity) => entity.qid),
    countries: codesOf(entities.map((entity) => entity.country)),
    latitudes: entities.map((entity) => entity.lat),
    longitudes: entities.map((entity) => entity.lon),
    sectors: codesOf(entities.map((entity) => entity.sector)),
    populations: entities.map((entity) => entity.population),
    sorts: codesOf(entities.map((entity) => entity.sort)),
    aliasNames: aliases.map((alias) => alias.name).join("\n"),
    aliasEntities: aliases.map((alias) => alias.entity),
    aliasForms: aliases.map((alias) => alias.form),
  };
};

const codesOf = <Value>(items: readonly Value[]): Coded<Value> => {
  const values = [...new Set(items)];
  const places = new Map(values.map((value, i) => [value, i]));
  return { values, codes: items.map((item) => places.get(item) ?? 0) };
};

/** The facts of packed bytes. */
export const unpackFacts = (packed: Uint8Array): Facts => {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const length = view.getUint32(0, true);
  const lists: Lists = JSON.parse(
    Buffer.from(packed.buffer, packed.byteOffset + 4, length).toString("latin1"),
  );
  let at = 4 + length;
  const column = (): Int32Array => {
    const count = view.getUint32(at, true);
    const numbers = readNumbers(packed, at + 4, count);
    at += 4 + count * 4;
    return numbers;
  };
  const trie = (): PhraseColumns => ({
    parent: column(),
    word: column(),
    firstEntry: column(),
    entryValue: column(),
    entryNext: column(),
  });
  const { states, terms, summits, weakNames, givenNames } = lists;
  return {
    entities: entitiesOf(lists),
    aliases: aliasesOf(lists),
    states,
    terms,
    summits,
    weakNames,
    words: lists.words.split("\n"),
    givenNames,
    names: trie(),
    surnames: trie(),
  };
};

const entitiesOf = (lists: Lists): LazyList<KnownEntity> => {
  const names = lists.entityNames.split("\n");
  const decode = <Value>({ values, codes }: Coded<Value>, i: number): Value => values[codes[i] ?? 0] as Value;
  return new LazyList(names.length, (index) => ({
    index,
    kind: decode(lists.kinds, index),
    name: names[index] ?? "",
    type: decode(lists.types, index),
    qid: lists.qids[index] ?? null,
    country: decode(lists.countries, index),
    lat: lists.latitudes[index] ?? null,
    lon: lists.longitudes[index] ?? null,
    sector: decode(lists.sectors, index),
    population: lists.populations[index] ?? 0,
    sort: decode(lists.sorts, index),
  }));
};

const aliasesOf = (lists: Lists): LazyList<Alias> => {
  const names = lists.aliasNames.split("\n");
  return new LazyList(names.length, (index) => ({
    name: names[index] ?? "",
    entity: lists.aliasEntities[index] ?? -1,
    form: lists.aliasForms[index] ?? 0,
  }));
};
