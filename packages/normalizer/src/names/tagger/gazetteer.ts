import { readTable, Shape, type Tokens, type Vocabulary, WordClasses } from "@readout/model";
import { givenNames } from "../../generated/given-names.js";
import { type Knowledge, loadKnowledge } from "../../knowledge/knowledge.js";
import { AliasForm, type KnownEntity } from "../../knowledge/known-entity.js";
import { isHyphen } from "../../knowledge/phrase-reader.js";
import { PhraseTrie } from "../../knowledge/phrase-trie.js";
import { markPhrase } from "./mined-names.js";

/** What a listed name is; each takes four bits of a flag word, one for each part (begin, inside, end, single). */
export const GazetteerType = {
  state: 0,
  demonym: 1,
  place: 2,
  person: 3,
  organisation: 4,
  event: 5,
  surname: 6,
  given: 7,
} as const;
/** Type of a name that no text has met yet. */
const UNREAD = -2;
/** Set beside the type of an acronym. */
const ACRONYM = 8;
/** Longest listed name that is looked for, in tokens. */
const REACH = 10;

/** Sets the flag words of the tokens `[first, last)`: `flags[token - first]`. */
export type Gazetteer = (tokens: Tokens, first: number, last: number, flags: Int32Array) => void;

/** Finds the longest listed name of each type from every capitalised token on. */
export const createGazetteer = (vocabulary: Vocabulary): Gazetteer => {
  const knowledge = loadKnowledge(vocabulary);
  const types = new Int8Array(knowledge.aliases.length).fill(UNREAD);
  const given = new WordClasses(vocabulary);
  for (const { surface } of readTable(givenNames, ["surface"])) given.add(surface, 1);
  const longest = new Int32Array(8);
  return (tokens, first, last, flags) => {
    for (let at = 0; at < last - first; at++) flags[at] = 0;
    for (let token = first; token < last; token++) {
      if (((tokens.shape[token] ?? 0) & (Shape.capital | Shape.upper)) === 0) continue;
      for (let type = 0; type < longest.length; type++) longest[type] = 0;
      if (given.of(tokens.word[token] ?? 0) !== 0) longest[GazetteerType.given] = token + 1;
      walk(knowledge, knowledge.names, types, tokens, token, last, longest);
      walk(knowledge, knowledge.surnames, types, tokens, token, last, longest);
      for (let type = 0; type < 8; type++) {
        const end = longest[type] ?? 0;
        if (end > token) markPhrase(flags, token - first, end - first, type);
      }
    }
  };
};

const walk = (
  knowledge: Knowledge,
  trie: PhraseTrie,
  types: Int8Array,
  tokens: Tokens,
  from: number,
  last: number,
  longest: Int32Array,
): void => {
  let node: number = PhraseTrie.root;
  const limit = Math.min(last, from + REACH);
  for (let token = from; token < limit; token++) {
    const shape = tokens.shape[token] ?? 0;
    if (
      shape & Shape.mark &&
      token > from &&
      isHyphen(tokens.text, tokens.start[token] ?? 0, tokens.end[token] ?? 0)
    )
      continue;
    node = trie.step(node, tokens.word[token] ?? 0);
    if (node < 0) return;
    for (let entry = trie.first(node); entry >= 0; entry = trie.next(entry)) {
      const alias = trie.value(entry);
      if (types[alias] === UNREAD) types[alias] = gazetteerType(knowledge, alias);
      const type = types[alias] as number;
      if (type < 0) continue;
      // Acronyms ask for their capitals: WHO, IS, US.
      if ((type & ACRONYM) !== 0 && (shape & (Shape.upper | Shape.digit)) === 0 && token === from) continue;
      longest[type & ~ACRONYM] = token + 1;
    }
  }
};

/** The type of a written name, with {@link ACRONYM} for one; -1 where it flags nothing. */
const gazetteerType = (knowledge: Knowledge, value: number): number => {
  const alias = knowledge.aliases.at(value);
  const entity = knowledge.entities.at(alias?.entity ?? -1);
  if (alias?.form === AliasForm.demonym) return GazetteerType.demonym;
  if (alias?.form === AliasForm.surname) return GazetteerType.surname;
  if (alias?.form === AliasForm.metonym || entity === undefined) return -1;
  return typeOf(entity) | (alias?.form === AliasForm.acronym ? ACRONYM : 0);
};

const typeOf = (entity: KnownEntity): number => {
  if (entity.kind === "state") return GazetteerType.state;
  if (entity.kind === "place") return GazetteerType.place;
  if (entity.kind === "person") return GazetteerType.person;
  return entity.type === "EVENT" ? GazetteerType.event : GazetteerType.organisation;
};
