import type { Participant } from "@readout/model";
import { conjuncts, type Phrases } from "../grammar/phrases.js";
import { phraseSpan } from "./claims.js";
import { endsInS, isProper, namesOwner, ofPhrase } from "./clause.js";
import { ofState } from "./main-mention.js";
import type { NamedPage } from "./named-page.js";
import { mentionsIn } from "./phrase-mentions.js";
import type { Tables } from "./tables.js";

/** The phrases of a side, one for each that takes part: those of its coordination, and who is joined to a title's name. */
export const phrasesOfSide = (
  phrases: Phrases,
  phrase: number,
  role: Participant["role"],
  tables: Tables,
): readonly number[] => [
  ...actingConjuncts(phrases, phrase, role, tables),
  ...joinedToTitle(phrases, phrase, tables),
];

/** The phrases of a coordination; where somebody acts, a thing joined to them does not: "Smith and his speech". */
const actingConjuncts = (
  phrases: Phrases,
  phrase: number,
  role: Participant["role"],
  tables: Tables,
): readonly number[] => {
  const { judge } = tables;
  const all = conjuncts(phrases.nouns, phrase);
  if (role !== "actor" || !all.some((one) => judge.actsAlone(phrases, one))) return all;
  return all.filter((one) => judge.actsAlone(phrases, one) || hasName(phrases, one, tables));
};

/** "a section of the Free Army", "Kenya's intelligence services". */
const hasName = (phrases: Phrases, phrase: number, { words }: Tables): boolean => {
  const of = ofPhrase(phrases, phrase, words.of);
  return namesOwner(phrases, phrase) || (of >= 0 && namesOwner(phrases, of));
};

/** "Secretary of State John Kerry and Foreign Minister Sergey Lavrov": who is joined to the name at the end of a title. */
const joinedToTitle = (phrases: Phrases, phrase: number, { words }: Tables): readonly number[] => {
  const { nouns } = phrases;
  if ((nouns.next[phrase] ?? -1) >= 0) return [];
  const titled = ofPhrase(phrases, phrase, words.of);
  if (titled < 0 || !isProper(phrases, titled)) return [];
  if ((nouns.last[titled] ?? 0) - (nouns.first[titled] ?? 0) < 2) return [];
  const joined = conjuncts(nouns, titled).slice(1);
  return joined.every((one) => isProper(phrases, one)) ? joined : [];
};

/** "the leaders of Russia, Ukraine and France", "diplomats from Oslo and Rome": the states that they speak for. */
export const statesSpokenFor = (
  { phrases, mentions, tables: { lexicon, words } }: NamedPage,
  phrase: number,
): readonly number[] => {
  const { nouns, tokens } = phrases;
  const head = nouns.head[phrase] ?? 0;
  const sector = lexicon.sectorOf(tokens.word[head] ?? -1);
  if (sector === null || !ofState.has(sector) || !endsInS(tokens, head)) return [];
  const of = ofPhrase(phrases, phrase, words.of);
  const behind = of >= 0 ? of : ofPhrase(phrases, phrase, words.from);
  if (behind < 0) return [];
  const joined = conjuncts(nouns, behind);
  const places = joined.every((one) =>
    mentionsIn(phraseSpan(phrases, one), mentions).some((index) => mentions[index]?.type === "GPE"),
  );
  return places ? joined : [];
};
