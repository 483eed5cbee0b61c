import {
  type DayInterval,
  readTable,
  Shape,
  type Tokens,
  type Vocabulary,
  WordClasses,
} from "@readout/model";
import { titleModifiers as modifierTable } from "../../generated/title-modifiers.js";
import { titles as titleTable } from "../../generated/titles.js";
import { type Knowledge, mayHold } from "../../knowledge/knowledge.js";
import type { Passage } from "../../passage.js";
import type { FoundTitle, Title, TitleFinder } from "../titles.js";
import { countryOf } from "./cues.js";
import type { Draft } from "./draft.js";
import { nextOf } from "./next-of.js";
import { isOffice } from "./office.js";
import type { Reference } from "./reference.js";
import type { WordReader } from "./words.js";

const TITLE = 1;
const FORMER = 2;
const CURRENT = 4;
/** Longest interval of publication, in days, over which "the Russian president" is asked of knowledge alone. */
const LONGEST_INTERVAL = 366;
/** So many names back an office is looked for: a bound on the work in very long documents. */
const MEMORY = 200;
/** Longest name of a country before a title, in tokens. */
const COUNTRY_REACH = 3;

export type NominalFinder = (
  passage: Passage,
  drafts: readonly Draft[],
  published: DayInterval,
) => readonly Reference[];

/**
 * Finds offices without a name ("the Russian president", "Syria's foreign minister", "the president") and says who held them:
 * somebody the document names, where only one fits; else the one holder that knowledge has for the date. What stays open
 * is left out: a wrong link is worse than none.
 */
export const createNominalFinder = (
  vocabulary: Vocabulary,
  knowledge: Knowledge,
  titles: TitleFinder,
  wordsOf: WordReader,
): NominalFinder => {
  const classes = new WordClasses(vocabulary);
  for (const { surface } of readTable(titleTable, ["surface"]))
    classes.add(surface.split(/[ -]/)[0] ?? "", TITLE);
  for (const { surface, kind } of readTable(modifierTable, ["surface", "kind"]))
    classes.add(surface, kind === "former" ? FORMER : CURRENT);
  const the = vocabulary.add("the");

  const phraseAt = (tokens: Tokens, title: FoundTitle, from: number): Phrase | null => {
    let at = title.first - 1;
    let former = false;
    for (; at >= from && classes.of(tokens.word[at] ?? 0) & (FORMER | CURRENT); at--)
      former ||= (classes.of(tokens.word[at] ?? 0) & FORMER) !== 0;
    for (let first = Math.max(from, at + 1 - COUNTRY_REACH); first <= at; first++) {
      if (((tokens.shape[first] ?? 0) & (Shape.capital | Shape.upper)) === 0) continue;
      const country = countryOf(knowledge, wordsOf(tokens, first, at + 1));
      if (country === null) continue;
      const start = first > from && tokens.word[first - 1] === the ? first - 1 : first;
      return { first: start, where: country, former };
    }
    return at >= from && tokens.word[at] === the ? { first: at, where: null, former } : null;
  };

  return (passage, drafts, published) => {
    const { tokens, sentences } = passage;
    const found: Reference[] = [];
    let draft = 0;
    for (let s = 0; s < sentences.length; s++) {
      const from = sentences.first[s] ?? 0;
      const to = sentences.last[s] ?? 0;
      for (
        let token = nextOf(classes, tokens.word, from, to);
        token < to;
        token = nextOf(classes, tokens.word, token + 1, to)
      ) {
        if ((classes.of(tokens.word[token] ?? 0) & TITLE) === 0) continue;
        const title = titles.at(tokens, token, to);
        if (title === null || title.title.kind !== "office" || title.title.roles.length === 0) continue;
        token = title.last - 1;
        while (draft < drafts.length && (drafts[draft]?.name.first ?? 0) < title.last) draft++;
        // A name that follows makes it a title beside that name; one that holds it makes it part of a name.
        const next = tokens.shape[title.last] ?? 0;
        if (title.last < to && next & Shape.capital && drafts[draft]?.name.first === title.last) continue;
        if ((drafts[draft - 1]?.name.last ?? 0) > title.first) continue;
        const phrase = phraseAt(tokens, title, from);
        if (phrase === null) continue;
        const who = resolve(knowledge, title.title, phrase, { drafts, before: draft }, published);
        if (who === null) continue;
        found.push({
          start: tokens.start[phrase.first] ?? 0,
          end: tokens.end[title.last - 1] ?? 0,
          sentence: s,
          first: phrase.first,
          form: "nominal",
          draft: who.draft,
          known: who.known,
          roleTitle: title.title.title,
          score: who.score,
        });
      }
    }
    return found;
  };
};

type Phrase = Readonly<{ first: number; where: string | null; former: boolean }>;
type Who = Pick<Reference, "draft" | "known" | "score">;

/** Whom an office means: one of the names that stand before draft `before`, or the one holder. */
const resolve = (
  knowledge: Knowledge,
  title: Title,
  phrase: Phrase,
  { drafts, before }: Readonly<{ drafts: readonly Draft[]; before: number }>,
  published: DayInterval,
): Who | null => {
  const where = phrase.where ?? null;
  const fits = (draft: Draft): boolean => {
    const said = draft.title?.title.title === title.title && (where === null || draft.titleOf === where);
    if (draft.known < 0) return said;
    return knowledge
      .termsOf(draft.known)
      .some(
        (term) =>
          isOffice(term, title) &&
          (where === null || term.where === where) &&
          (phrase.former || mayHold(term, published.earliest, published.latest)),
      );
  };
  const people = new Map<string, number>();
  for (let i = Math.max(0, before - MEMORY); i < before; i++) {
    const draft = drafts[i];
    if (draft?.type === "PER" && fits(draft))
      people.set(draft.known >= 0 ? `k${draft.known}` : `d${draft.same >= 0 ? draft.same : i}`, i);
  }
  const [only] = people.values();
  if (people.size === 1 && only !== undefined)
    return { draft: only, known: -1, score: where === null ? 0.8 : 0.9 };
  if (people.size > 1 || where === null || phrase.former) return null;
  const holder = holderAt(knowledge, title, where, published);
  return holder < 0 ? null : { draft: -1, known: holder, score: 0.85 };
};

/** The one person who held an office during the whole interval, or -1. */
const holderAt = (
  knowledge: Knowledge,
  title: Title,
  where: string,
  { earliest, latest }: DayInterval,
): number => {
  if (earliest === null || latest === null || latest - earliest > LONGEST_INTERVAL) return -1;
  const holders = new Set<number>();
  for (const role of title.roles)
    for (const term of knowledge.termsIn(where, role))
      if (isOffice(term, title) && mayHold(term, earliest, latest)) holders.add(term.person);
  const [only = -1] = holders;
  return holders.size === 1 ? only : -1;
};
