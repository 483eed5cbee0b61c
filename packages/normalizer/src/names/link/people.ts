import type { DayInterval } from "@readout/model";
import { type Knowledge, mayHold } from "../../knowledge/knowledge.js";
import type { Term } from "../../knowledge/people.js";
import type { CountryCues } from "./cues.js";
import type { Draft } from "./draft.js";
import { isOffice } from "./office.js";

/** Roles whose holders news names without title or given name. */
const prominent = new Set(["HOS", "HOG", "FM", "DM", "IGO", "VP", "ANSG", "NSA"]);

/**
 * Links people: first full names, then shorter forms. A short form takes the entity of the last full form before it, else of
 * the first one after it; only without one does knowledge decide, by title and office at the date, country and prominence.
 */
export const linkPeople = (
  knowledge: Knowledge,
  drafts: readonly Draft[],
  cues: CountryCues,
  published: DayInterval,
): void => {
  const isPerson = (draft: Draft): boolean => draft.type === "PER";
  for (const draft of drafts)
    if (isPerson(draft) && draft.words.length > 1) linkFullName(knowledge, draft, cues, published);
  shareLongForms(drafts);
  const before = new LongForms();
  const anywhere = new LongForms();
  for (let i = drafts.length - 1; i >= 0; i--) if (drafts[i] !== undefined) anywhere.add(drafts, i);
  drafts.forEach((draft, i) => {
    // "the Assad regime": a word that ends a full name of the document and is nothing else known.
    if (!isPerson(draft) && draft.known < 0 && draft.words.length === 1 && anywhere.hasSurname(draft))
      draft.type = "PER";
    if (!isPerson(draft)) return;
    if (draft.words.length > 1) {
      before.add(drafts, i);
      return;
    }
    const form = before.find(draft) ?? anywhere.find(draft);
    const head = form === null ? undefined : drafts[form];
    if (form !== null && head !== undefined) {
      draft.same = head.same >= 0 ? head.same : form;
      draft.known = head.known;
    } else linkSurname(knowledge, draft, cues, published);
  });
};

/** The full names of a document by their words; a name added later hides an earlier one. */
class LongForms {
  private readonly bySurname = new Map<number, number>();
  private readonly byOther = new Map<number, number>();

  add(drafts: readonly Draft[], i: number): void {
    const draft = drafts[i];
    if (draft === undefined || draft.type !== "PER" || draft.words.length < 2) return;
    draft.words.forEach((word, at) => {
      (at === draft.words.length - 1 ? this.bySurname : this.byOther).set(word, i);
    });
  }

  hasSurname({ words }: Draft): boolean {
    return this.bySurname.has(words[0] ?? -1);
  }

  /** The full name that a single word stands for, by surname before given name. */
  find({ words }: Draft): number | null {
    return this.bySurname.get(words[0] ?? -1) ?? this.byOther.get(words[0] ?? -1) ?? null;
  }
}

const linkFullName = (
  knowledge: Knowledge,
  draft: Draft,
  cues: CountryCues,
  published: DayInterval,
): void => {
  const options = new Set<number>();
  for (const value of knowledge.names.valuesOf(draft.words)) {
    const alias = knowledge.aliases.at(value);
    if (alias !== undefined && knowledge.entities.at(alias.entity)?.kind === "person")
      options.add(alias.entity);
  }
  if (options.size === 0) for (const option of sameEnds(knowledge, draft.words)) options.add(option);
  choose(knowledge, draft, [...options], cues, published, 0);
};

/** People whose first and last words are those of the name: "Bashar Assad", "Hillary R. Clinton". */
const sameEnds = (knowledge: Knowledge, words: readonly number[]): readonly number[] => {
  const found = new Set<number>();
  for (let from = 1; from < words.length; from++) {
    for (const value of knowledge.surnames.valuesOf(words.slice(from))) {
      const alias = knowledge.aliases.at(value);
      if (alias === undefined) continue;
      const given = knowledge.givenName(alias.entity);
      if (given >= 0 && given === words[0]) found.add(alias.entity);
    }
  }
  return [...found];
};

/** A bare surname that nothing in the document explains. */
const linkSurname = (knowledge: Knowledge, draft: Draft, cues: CountryCues, published: DayInterval): void => {
  const options = new Set<number>();
  for (const trie of [knowledge.surnames, knowledge.names])
    for (const value of trie.valuesOf(draft.words)) {
      const alias = knowledge.aliases.at(value);
      if (alias !== undefined && knowledge.entities.at(alias.entity)?.kind === "person")
        options.add(alias.entity);
    }
  // One known person of that name, in a high office when the text was published, needs no more evidence.
  const dated = published.earliest !== null && published.latest !== null;
  choose(knowledge, draft, [...options], cues, published, options.size === 1 && dated ? 1 : 2);
};

/** Takes the option with the best evidence where it reaches `floor` and no other has as much. */
const choose = (
  knowledge: Knowledge,
  draft: Draft,
  options: readonly number[],
  cues: CountryCues,
  published: DayInterval,
  floor: number,
): void => {
  let best = -1;
  let top = floor - 1;
  let tie = false;
  for (const option of options) {
    const evidence = weigh(knowledge, draft, option, cues, published);
    if (evidence > top) {
      best = option;
      top = evidence;
      tie = false;
    } else if (evidence === top) tie = true;
  }
  if (best < 0 || tie || top < floor) return;
  draft.known = best;
  draft.certainty = options.length === 1 ? 1 : 0.9;
};

/** Points for one option: the title's office at the date 4, its country 2, named countries 1, prominence 1. */
const weigh = (
  knowledge: Knowledge,
  draft: Draft,
  person: number,
  cues: CountryCues,
  published: DayInterval,
): number => {
  const terms = knowledge.termsOf(person);
  const entity = knowledge.entities.at(person);
  let points = 0;
  const title = draft.title?.title ?? null;
  const where = draft.titleOf ?? draft.title?.title.where ?? null;
  if (title !== null && title.roles.length > 0) {
    const held = terms.filter((term) => isOffice(term, title));
    if (held.some((term) => mayHold(term, published.earliest, published.latest))) points += 3;
    else if (held.length > 0) points += 1;
  }
  if (where !== null)
    points += terms.some((term) => term.where === where) ? 2 : entity?.country === null ? 0 : -4;
  const country = entity?.country ?? null;
  if (country !== null) {
    if (cues.inSentence(country, draft.name.sentence)) points += 1;
    if (cues.count(country) > 0) points += 1;
  }
  if (terms.some((term) => isProminent(term, published))) points += 1;
  return points;
};

const isProminent = (term: Term, published: DayInterval): boolean =>
  term.roles.some((role) => prominent.has(role)) && mayHold(term, published.earliest, published.latest);

/** Equal full names are one person, and so are two with the same first and last word. */
const shareLongForms = (drafts: readonly Draft[]): void => {
  const byWords = new Map<string, number>();
  drafts.forEach((draft, i) => {
    if (draft.type !== "PER" || draft.words.length < 2) return;
    const keys = [draft.words.join(" "), `${draft.words[0]} ${draft.words[draft.words.length - 1]}`];
    const earlier = keys.map((key) => byWords.get(key)).find((found) => found !== undefined);
    const head = earlier === undefined ? undefined : drafts[earlier];
    if (earlier === undefined || head === undefined) for (const key of keys) byWords.set(key, i);
    else if (draft.known < 0 || head.known < 0 || head.known === draft.known) {
      draft.same = earlier;
      if (draft.known < 0) draft.known = head.known;
      else if (head.known < 0) head.known = draft.known;
    }
  });
};
