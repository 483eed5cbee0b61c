import { Shape, type Tokens, type Vocabulary } from "@readout/model";
import { type Knowledge, loadKnowledge } from "../knowledge/knowledge.js";
import type { KnownEntity } from "../knowledge/known-entity.js";
import { isHyphen } from "../knowledge/phrase-reader.js";
import type { Passage } from "../passage.js";
import { createWordReader, type WordReader } from "./link/words.js";
import { type NameCandidate, nameCandidate } from "./name-candidate.js";
import type { CoarseType } from "./tagger/labels.js";

export type NameSplitter = (names: readonly NameCandidate[], passage: Passage) => readonly NameCandidate[];

/**
 * Takes apart what the tagger has joined, where knowledge or the document knows every part: "Obama-Putin", "Moscow's
 * Kremlin", "Aleppo, Syria", "UN/Arab League"; adds the other half of a pair of people where it saw one alone. Leaves
 * "German-born", "Bosnia-Herzegovina", "al-Assad".
 */
export const createNameSplitter = (vocabulary: Vocabulary): NameSplitter => {
  const knowledge = loadKnowledge(vocabulary);
  const wordsOf = createWordReader(vocabulary);

  /** The parts of a name of three tokens and more; null where it stays whole. */
  const splitName = (
    people: ReadonlySet<number>,
    tokens: Tokens,
    name: NameCandidate,
  ): readonly NameCandidate[] | null => {
    const parts = partsOf(tokens, name);
    if (parts === null) return null;
    const whole = wordsOf(tokens, name.first, name.last);
    if ([knowledge.names, knowledge.surnames].some((trie) => trie.valuesOf(whole).length > 0)) return null;
    // Surnames with a hyphen are one name: people are only parted where each part is one word, as in "Obama-Putin".
    if (name.type === "PER" && name.last - name.first > 3) return null;
    const known = parts.map((part) => knownPart(knowledge, wordsOf, people, tokens, part));
    if (known.some((part) => part === null) || !known.some((part, i) => part?.last === parts[i]?.last))
      return null;
    return known.flatMap((part) => (part === null ? [] : placed(tokens, name, part)));
  };

  return (names, passage) => {
    const { tokens } = passage;
    const people = surnamesOf(names, tokens);
    const split: NameCandidate[] = [];
    for (const [i, name] of names.entries()) {
      const length = name.last - name.first;
      const partner = length === 1 && name.type === "PER" ? partnerOf(tokens, name, names[i + 1]) : null;
      const other = partner === null ? null : knownPart(knowledge, wordsOf, people, tokens, partner);
      const parts = length < 3 ? null : splitName(people, tokens, name);
      for (const part of parts ?? [name]) split.push(part);
      if (other?.type === "PER") split.push(placed(tokens, name, other));
    }
    return split;
  };
};

type Part = Readonly<{ first: number; last: number }>;

const placed = (
  tokens: Tokens,
  name: NameCandidate,
  part: Part & Readonly<{ type: CoarseType }>,
): NameCandidate => nameCandidate(tokens, name.sentence, part.first, part.last, part.type, name.score);

/** The word behind the hyphen of a person's name of one word, where no other name has it: "Obama|-Putin call". */
const partnerOf = (tokens: Tokens, name: NameCandidate, next: NameCandidate | undefined): Part | null => {
  const first = name.last + 1;
  if (first >= tokens.length || (next !== undefined && next.first <= first)) return null;
  const glued = (((tokens.shape[name.last] ?? 0) | (tokens.shape[first] ?? 0)) & Shape.space) === 0;
  if (!glued || !isHyphen(tokens.text, tokens.start[name.last] ?? 0, tokens.end[name.last] ?? 0)) return null;
  return { first, last: first + 1 };
};

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

/** Word ids that end a person's name in the document; half of a surname with a hyphen is none ("Diaz-Canel"). */
const surnamesOf = (names: readonly NameCandidate[], tokens: Tokens): ReadonlySet<number> =>
  new Set(
    names
      .filter((name) => name.type === "PER")
      .filter((name) => name.last - name.first < 2 || !isSeparator(tokens, name.last - 2))
      .map((name) => tokens.word[name.last - 1] ?? -1),
  );

/** The longest beginning of a part that is known: "Putin" of "Putin Hold", "League of Arab States" of "… Joint". */
const knownPart = (
  knowledge: Knowledge,
  wordsOf: WordReader,
  people: ReadonlySet<number>,
  tokens: Tokens,
  { first, last }: Part,
): (Part & Readonly<{ type: CoarseType }>) | null => {
  if (((tokens.shape[first] ?? 0) & (Shape.capital | Shape.upper)) === 0) return null;
  for (let end = last; end > first; end--) {
    const type = partType(knowledge, people, wordsOf(tokens, first, end));
    if (type !== null) return { first, last: end, type };
  }
  return null;
};

const partType = (
  knowledge: Knowledge,
  people: ReadonlySet<number>,
  words: readonly number[],
): CoarseType | null => {
  const known = knowledge.names
    .valuesOf(words)
    .map((value) => knowledge.entities.at(knowledge.aliases.at(value)?.entity ?? -1))
    .find((entity) => entity !== undefined);
  if (known !== undefined) return typeOf(known);
  if (words.length !== 1) return null;
  return people.has(words[0] ?? -1) || knowledge.surnames.valuesOf(words).length > 0 ? "PER" : null;
};

const typeOf = (entity: KnownEntity): CoarseType => {
  if (entity.kind === "person") return "PER";
  if (entity.kind === "state" || entity.kind === "place") return "LOC";
  return entity.kind === "summit" ? "MISC" : "ORG";
};
