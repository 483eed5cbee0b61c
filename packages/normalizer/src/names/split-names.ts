import { Shape, type Tokens, type Vocabulary } from "@readout/model";
import { type Knowledge, loadKnowledge } from "../knowledge/knowledge.js";
import type { KnownEntity } from "../knowledge/known-entity.js";
import { isHyphen } from "../knowledge/phrase-reader.js";
import type { Passage } from "../passage.js";
import { createWordReader, type WordReader } from "./link/words.js";
import type { NameCandidate } from "./name-candidate.js";
import type { CoarseType } from "./tagger/labels.js";

export type NameSplitter = (names: readonly NameCandidate[], passage: Passage) => readonly NameCandidate[];

/**
 * Takes apart what the tagger has joined, where knowledge or the document knows every part: "Obama-Putin", "Moscow's
 * Kremlin", "Aleppo, Syria", "UN/Arab League". Leaves "German-born", "Bosnia-Herzegovina", "al-Assad".
 */
export const createNameSplitter = (vocabulary: Vocabulary): NameSplitter => {
  const knowledge = loadKnowledge(vocabulary);
  const wordsOf = createWordReader(vocabulary);
  return (names, passage) => {
    const people = surnamesOf(names, passage.tokens);
    return names.flatMap((name) => {
      if (name.last - name.first < 3) return [name];
      const parts = partsOf(passage.tokens, name);
      if (
        parts === null ||
        knowledge.names.valuesOf(wordsOf(passage.tokens, name.first, name.last)).length > 0
      )
        return [name];
      const types = parts.map(({ first, last }) =>
        partType(knowledge, wordsOf, people, passage.tokens, first, last),
      );
      if (types.some((type) => type === null)) return [name];
      return parts.map(({ first, last }, i) => ({
        ...name,
        first,
        last,
        start: passage.tokens.start[first] ?? 0,
        end: passage.tokens.end[last - 1] ?? 0,
        type: types[i] ?? name.type,
      }));
    });
  };
};

type Part = Readonly<{ first: number; last: number }>;

/** The stretches of a name between slashes, commas, hyphens and possessive 's; null where it has none of them. */
const partsOf = (tokens: Tokens, name: NameCandidate): readonly Part[] | null => {
  const parts: Part[] = [];
  let first = name.first;
  for (let token = name.first; token <= name.last; token++) {
    if (token < name.last && !isSeparator(tokens, token)) continue;
    if (token === first) return null;
    parts.push({ first, last: token });
    first = token + 1;
  }
  return parts.length > 1 ? parts : null;
};

const isSeparator = (tokens: Tokens, token: number): boolean => {
  const shape = tokens.shape[token] ?? 0;
  if (shape & Shape.clitic) return true;
  if ((shape & Shape.mark) === 0) return false;
  const unit = tokens.text.charCodeAt(tokens.start[token] ?? 0);
  return (
    unit === 0x2f || unit === 0x2c || isHyphen(tokens.text, tokens.start[token] ?? 0, tokens.end[token] ?? 0)
  );
};

/** Word ids that end a person's name of two words and more in the document. */
const surnamesOf = (names: readonly NameCandidate[], tokens: Tokens): ReadonlySet<number> =>
  new Set(names.filter((name) => name.type === "PER").map((name) => tokens.word[name.last - 1] ?? -1));

const partType = (
  knowledge: Knowledge,
  wordsOf: WordReader,
  people: ReadonlySet<number>,
  tokens: Tokens,
  first: number,
  last: number,
): CoarseType | null => {
  if (((tokens.shape[first] ?? 0) & (Shape.capital | Shape.upper)) === 0) return null;
  const words = wordsOf(tokens, first, last);
  const known = knowledge.names
    .valuesOf(words)
    .map((value) => knowledge.entities[knowledge.aliases[value]?.entity ?? -1])
    .find((entity) => entity !== undefined);
  if (known !== undefined) return typeOf(known);
  if (words.length === 1 && people.has(words[0] ?? -1)) return "PER";
  return knowledge.surnames.valuesOf(words).length > 0 && words.length === 1 ? "PER" : null;
};

const typeOf = (entity: KnownEntity): CoarseType => {
  if (entity.kind === "person") return "PER";
  if (entity.kind === "state" || entity.kind === "place") return "LOC";
  return entity.kind === "summit" ? "MISC" : "ORG";
};
