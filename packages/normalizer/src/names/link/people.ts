import type { DayInterval } from "@readout/model";
import { type Knowledge, mayHold } from "../../knowledge/knowledge.js";
import type { Term } from "../../knowledge/people.js";
import type { CountryCues } from "./cues.js";
import type { Draft } from "./draft.js";
import { type Gender, type GenderReader, mayBeOne } from "./gender.js";
import { isOffice } from "./office.js";

/** Roles whose holders news names without title or given name. */
const prominent = new Set(["HOS", "HOG", "FM", "DM", "IGO", "VP", "ANSG", "NSA"]);

/** What is known beside the names themselves. */
export type PeopleContext = Readonly<{
  knowledge: Knowledge;
  genders: GenderReader;
  cues: CountryCues;
  published: DayInterval;
}>;

/**
 * Links people: first full names, then shorter forms. A short form takes the entity of the last full form before it, else of
 * the first one after it, that its title allows ("Mr. Obama" is no Michelle Obama, "President Obama" neither); only without one does
 * knowledge decide, by title and office at the date, country and prominence.
 */
export const linkPeople = (context: PeopleContext, drafts: readonly Draft[]): void => {
  const isPerson = (draft: Draft): boolean => draft.type === "PER";
  for (const draft of drafts) if (isPerson(draft) && draft.words.length > 1) linkFullName(context, draft);
  shareLongForms(drafts);
  const before = new LongForms(context.genders);
  const anywhere = new LongForms(context.genders);
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
    if (head !== undefined && isAnothersOffice(context, draft, head)) {
      linkSurname(context, draft, ofOffice);
      if (draft.known >= 0) return;
    }
    if (form !== null && head !== undefined) {
      draft.same = head.same >= 0 ? head.same : form;
      draft.known = head.known;
    } else linkSurname(context, draft, ofSurname);
  });
};

/**
 * "President Obama" where the full name before is Michelle Obama: nobody says that she holds an office, nor does knowledge say that she
 * ever held this one. Not "President Park" behind "Park Mi-ran, the president of the club".
 */
const isAnothersOffice = ({ knowledge }: PeopleContext, { title }: Draft, head: Draft): boolean =>
  title !== null &&
  title.title.roles.length > 0 &&
  (head.known < 0
    ? head.title === null || head.title.title.kind !== "office"
    : !knowledge.termsOf(head.known).some((term) => isOffice(term, title.title)));

/** The full names of a document by their words and gender; a name added later hides an earlier one. */
class LongForms {
  private readonly bySurname = new FormsByWord();
  private readonly byOther = new FormsByWord();

  constructor(private readonly genders: GenderReader) {}

  add(drafts: readonly Draft[], i: number): void {
    const draft = drafts[i];
    if (draft === undefined || draft.type !== "PER" || draft.words.length < 2) return;
    const gender = this.genders.of(draft);
    draft.words.forEach((word, at) => {
      (at === draft.words.length - 1 ? this.bySurname : this.byOther).add(word, gender, i);
    });
  }

  hasSurname({ words }: Draft): boolean {
    return this.bySurname.last(words[0] ?? -1, null) !== null;
  }

  /** The full name that a single word stands for, by surname before given name. */
  find(draft: Draft): number | null {
    const word = draft.words[0] ?? -1;
    const gender = this.genders.of(draft);
    return this.bySurname.last(word, gender) ?? this.byOther.last(word, gender);
  }
}

/** The full name that was added last, by one of its words and by gender. */
class FormsByWord {
  private readonly forms = new Map<number, Record<Gender | "unknown", Form | null>>();
  private added = 0;

  add(word: number, gender: Gender | null, draft: number): void {
    const forms = this.forms.get(word) ?? { m: null, f: null, unknown: null };
    forms[gender ?? "unknown"] = { draft, order: this.added++ };
    this.forms.set(word, forms);
  }

  /** Of a gender or of unknown gender; for null of any. */
  last(word: number, gender: Gender | null): number | null {
    const forms = this.forms.get(word);
    if (forms === undefined) return null;
    let last = forms.unknown;
    for (const form of [gender === "f" ? null : forms.m, gender === "m" ? null : forms.f])
      if (form !== null && form.order > (last?.order ?? -1)) last = form;
    return last?.draft ?? null;
  }
}

type Form = Readonly<{ draft: number; order: number }>;

const linkFullName = (context: PeopleContext, draft: Draft): void => {
  const { knowledge } = context;
  const options = new Set<number>();
  for (const value of knowledge.names.valuesOf(draft.words)) {
    const alias = knowledge.aliases.at(value);
    if (alias !== undefined && knowledge.entities.at(alias.entity)?.kind === "person")
      options.add(alias.entity);
  }
  if (options.size === 0) for (const option of sameEnds(knowledge, draft.words)) options.add(option);
  choose(context, draft, [...options], 0);
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

/** Evidence ({@link weigh}) that a surname alone must have, and one that goes against a full name of the document. */
const ofSurname = 2;
const ofOffice = 3;

/** A bare surname that nothing in the document explains. */
const linkSurname = (context: PeopleContext, draft: Draft, floor: number): void => {
  const { knowledge, genders, published } = context;
  const gender = genders.of(draft);
  const options = new Set<number>();
  for (const trie of [knowledge.surnames, knowledge.names])
    for (const value of trie.valuesOf(draft.words)) {
      const alias = knowledge.aliases.at(value);
      if (alias === undefined || knowledge.entities.at(alias.entity)?.kind !== "person") continue;
      // "Mrs. Clinton" is no Bill.
      if (mayBeOne(gender, genders.ofGiven(knowledge.givenName(alias.entity)))) options.add(alias.entity);
    }
  // One known person of that name, in a high office when the text was published, needs no more evidence.
  const dated = published.earliest !== null && published.latest !== null;
  choose(context, draft, [...options], options.size === 1 && dated ? floor - 1 : floor);
};

/** Takes the option with the best evidence where it reaches `floor` and no other has as much. */
const choose = (context: PeopleContext, draft: Draft, options: readonly number[], floor: number): void => {
  let best = -1;
  let top = floor - 1;
  let tie = false;
  for (const option of options) {
    const evidence = weigh(context, draft, option);
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

/**
 * Points for one option: the title's office at the date 4, its country 2, named countries 1, prominence 1, a surname without an office that means
 * this person wherever it stands 2.
 */
const weigh = ({ knowledge, cues, published }: PeopleContext, draft: Draft, person: number): number => {
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
  const untitled = title === null || title.kind === "courtesy";
  if (draft.words.length === 1 && untitled && knowledge.isMeantBySurname(person)) points += ofSurname;
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
