import { readTable, Shape, type Tokens, type Vocabulary, WordClasses } from "@readout/model";
import { armedServices as table } from "../generated/armed-services.js";
import { vesselWords as vesselTable } from "../generated/vessel-words.js";
import { type Knowledge, loadKnowledge } from "../knowledge/knowledge.js";
import { AliasForm, type KnownEntity } from "../knowledge/known-entity.js";
import { isHyphen, readPhrases } from "../knowledge/phrase-reader.js";
import { PhraseTrie } from "../knowledge/phrase-trie.js";
import type { Passage } from "../passage.js";
import { countryOf } from "./link/cues.js";
import { createWordReader } from "./link/words.js";
import { type NameCandidate, nameCandidate } from "./name-candidate.js";
import type { CoarseType } from "./tagger/labels.js";

export type NameCompleter = (names: readonly NameCandidate[], passage: Passage) => readonly NameCandidate[];

/** Longest known name that is looked for, in tokens. */
const REACH = 10;
/** Score of a name that only knowledge has seen, where the tagger saw none (precision of such names on worldwide.dev). */
const SCORE = 0.8;

/**
 * Adds known names that the tagger passed over, where they cannot be anything else: two capitalised words and more ("Six-party
 * talks" has one), or an acronym with a digit ("P5+1"); joins a people with its
 * armed service ("Russian | Navy") and a name with its article or ship's prefix ("al-| Maysar", "USS | Walter Hobbs").
 */
export const createNameCompleter = (vocabulary: Vocabulary): NameCompleter => {
  const knowledge = loadKnowledge(vocabulary);
  const wordsOf = createWordReader(vocabulary);
  const services = new PhraseTrie();
  const serviceWords = new WordClasses(vocabulary);
  const surfaces = readTable(table, ["surface"]).map((row) => row.surface);
  readPhrases(vocabulary, surfaces).forEach((phrase, i) => {
    services.add(phrase, i);
  });
  for (const surface of surfaces) serviceWords.add(surface.split(" ")[0] ?? "", 1);

  const prefixes = new WordClasses(vocabulary);
  for (const { surface, kind } of readTable(vesselTable, ["surface", "kind"]))
    if (kind === "prefix") prefixes.add(surface, 1);
  /** Arabic articles, which small letters do not keep from beginning a name: "al-Maysar". */
  const articles = new WordClasses(vocabulary);
  for (const word of ["al", "el", "ad", "an", "ar", "as", "ash", "at", "az"]) articles.add(word, 1);

  /** The end of a service that begins at a token, capitals asked for; 0 where none does. */
  const serviceEnd = (tokens: Tokens, from: number, to: number): number => {
    let node: number = PhraseTrie.root;
    let end = 0;
    for (let token = from; token < to && token < from + 3; token++) {
      if (((tokens.shape[token] ?? 0) & Shape.capital) === 0) break;
      node = services.step(node, tokens.word[token] ?? 0);
      if (node < 0) break;
      if (services.first(node) >= 0) end = token + 1;
    }
    return end;
  };

  /** A name with the article or the ship's prefix that the tagger left outside: "al-| Maysar", "USS | Walter Hobbs". */
  const extended = (tokens: Tokens, name: NameCandidate, from: number): NameCandidate => {
    const article =
      name.first - 2 >= from &&
      articles.of(tokens.word[name.first - 2] ?? 0) !== 0 &&
      (((tokens.shape[name.first - 1] ?? 0) | (tokens.shape[name.first] ?? 0)) & Shape.space) === 0 &&
      isHyphen(tokens.text, tokens.start[name.first - 1] ?? 0, tokens.end[name.first - 1] ?? 0);
    const prefix =
      name.first - 1 >= from &&
      ((tokens.shape[name.first - 1] ?? 0) & Shape.upper) !== 0 &&
      prefixes.of(tokens.word[name.first - 1] ?? 0) !== 0;
    if (!article && !prefix) return name;
    const first = name.first - (article ? 2 : 1);
    return nameCandidate(tokens, name.sentence, first, name.last, prefix ? "MISC" : name.type, name.score);
  };

  /** A ship's prefix that was taken for a name of its own, with the name after it. */
  const named = (
    tokens: Tokens,
    prefix: NameCandidate,
    name: NameCandidate | undefined,
  ): NameCandidate | null =>
    name !== undefined &&
    prefix.last - prefix.first === 1 &&
    name.first === prefix.last &&
    name.sentence === prefix.sentence &&
    ((tokens.shape[prefix.first] ?? 0) & Shape.upper) !== 0 &&
    prefixes.of(tokens.word[prefix.first] ?? 0) !== 0
      ? nameCandidate(tokens, name.sentence, prefix.first, name.last, "MISC", name.score)
      : null;

  /** A name with what belongs to it: its armed service, its ship, its article. */
  const completed = (
    tokens: Tokens,
    name: NameCandidate,
    next: NameCandidate | undefined,
    from: number,
    to: number,
  ): NameCandidate => {
    const service =
      serviceWords.of(tokens.word[name.last] ?? 0) !== 0 &&
      countryOf(knowledge, wordsOf(tokens, name.first, name.last)) !== null
        ? serviceEnd(tokens, name.last, to)
        : 0;
    if (service > 0) return nameCandidate(tokens, name.sentence, name.first, service, "ORG", name.score);
    return named(tokens, name, next) ?? extended(tokens, name, from);
  };

  return (names, passage) => {
    const { tokens, sentences } = passage;
    const all: NameCandidate[] = [];
    let next = 0;
    for (let s = 0; s < sentences.length; s++) {
      const to = sentences.last[s] ?? 0;
      for (let token = sentences.first[s] ?? 0; token < to; ) {
        const name = names[next];
        const limit = name === undefined ? to : Math.min(to, name.first);
        const start = nextOpening(tokens, articles, token, limit);
        if (start < limit) {
          const found = knownAt(knowledge, tokens, start, Math.min(limit, start + REACH));
          if (found !== null) all.push(nameCandidate(tokens, s, start, found.last, found.type, SCORE));
          token = found === null ? start + 1 : found.last;
        } else if (name !== undefined && name.first < to) {
          const whole = completed(tokens, name, names[next + 1], all[all.length - 1]?.last ?? 0, to);
          all.push(whole);
          next++;
          while ((names[next]?.first ?? whole.last) < whole.last) next++;
          token = Math.max(whole.last, token + 1);
        } else break;
      }
    }
    return all;
  };
};

/**
 * The first token of `[from, to)` that a known name may begin with, `to` where there is none: a capital, or an article two before
 * one. A loop of its own, so that it is compiled once and not anew with every rare thing that its finds lead to.
 */
const nextOpening = (tokens: Tokens, articles: WordClasses, from: number, to: number): number => {
  for (let token = from; token < to; token++) {
    if (isCapital(tokens, token)) return token;
    if (articles.of(tokens.word[token] as number) !== 0 && isCapital(tokens, token + 2)) return token;
  }
  return to;
};

const isCapital = (tokens: Tokens, token: number): boolean =>
  ((tokens.shape[token] ?? 0) & (Shape.capital | Shape.upper)) !== 0;

/** The longest unmistakable name of knowledge that begins at a token. */
const knownAt = (
  knowledge: Knowledge,
  tokens: Tokens,
  from: number,
  limit: number,
): Readonly<{ last: number; type: CoarseType }> | null => {
  let node: number = PhraseTrie.root;
  let capitals = 0;
  // An article and the hyphen after it make a name of one capital as plain as a second capital would.
  const article = isCapital(tokens, from) ? 0 : 1;
  let found: Readonly<{ last: number; type: CoarseType }> | null = null;
  for (let token = from; token < limit; token++) {
    if (token > from && isHyphen(tokens.text, tokens.start[token] ?? 0, tokens.end[token] ?? 0)) continue;
    const shape = tokens.shape[token] ?? 0;
    node = knowledge.names.step(node, tokens.word[token] ?? 0);
    if (node < 0) break;
    if (isCapital(tokens, token)) capitals++;
    const withDigit =
      (shape & Shape.digit) !== 0 && ((tokens.shape[from] ?? 0) & (Shape.upper | Shape.digit)) !== 0;
    for (let entry = knowledge.names.first(node); entry >= 0; entry = knowledge.names.next(entry)) {
      const alias = knowledge.aliases.at(knowledge.names.value(entry));
      const entity = knowledge.entities.at(alias?.entity ?? -1);
      if (alias === undefined || entity === undefined) continue;
      if (alias.form === AliasForm.acronym ? !withDigit : capitals + article < 2 || !isCapital(tokens, token))
        continue;
      const type = typeOf(entity, alias.form);
      if (type !== null) found = { last: token + 1, type };
    }
  }
  return found;
};

const typeOf = (entity: KnownEntity, form: AliasForm): CoarseType | null => {
  if (form === AliasForm.metonym) return null;
  if (form === AliasForm.demonym) return "MISC";
  if (entity.kind === "person") return "PER";
  if (entity.kind === "state" || entity.kind === "place") return "LOC";
  return entity.type === "ORG" ? "ORG" : "MISC";
};
