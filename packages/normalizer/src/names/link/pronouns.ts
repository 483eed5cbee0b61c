import { readTable, type Vocabulary, WordClasses } from "@readout/model";
import { personPronouns as table } from "../../generated/person-pronouns.js";
import type { Passage } from "../../passage.js";
import type { Draft } from "./draft.js";
import type { Gender, GenderReader } from "./gender.js";
import { nextOf } from "./next-of.js";
import { quotedTokens } from "./quoted-tokens.js";
import type { Reference } from "./reference.js";

/** A pronoun that stands within so many tokens of its sentence's start is its subject. */
const SUBJECT_REACH = 3;
/** Sentences without a person that a pronoun looks back over. */
const LOOK_BACK = 2;
const MALE = 1;
const FEMALE = 2;
/** "him": somebody else than who does it to him. "Her" may be her own. */
const OBJECT = 4;

export type PronounFinder = (
  passage: Passage,
  drafts: readonly Draft[],
  nominals: readonly Reference[],
) => readonly Reference[];

/** Somebody spoken of outside quotation marks. */
type Person = Readonly<{
  token: number;
  /** The token behind. */
  end: number;
  sentence: number;
  draft: number;
  known: number;
  gender: Gender | null;
  subject: boolean;
}>;

/**
 * Links he and she outside quotations, where one person is clearly meant: the only fitting one of the sentence so far;
 * else, going back, the subject or the only fitting one of the sentence before. With two to choose from it stays open.
 */
export const createPronounFinder = (vocabulary: Vocabulary, genderOf: GenderReader): PronounFinder => {
  const genders = new WordClasses(vocabulary);
  for (const row of readTable(table, ["surface", "gender", "case"]))
    genders.add(row.surface, (row.gender === "f" ? FEMALE : MALE) | (row.case === "object" ? OBJECT : 0));
  return (passage, drafts, nominals) => {
    const { tokens, sentences } = passage;
    const quoted = quotedTokens(passage);
    const people = gather(passage, drafts, nominals, quoted, genderOf);
    const found: Reference[] = [];
    const bySentence = new Map<number, Person[]>();
    for (const person of people) {
      const list = bySentence.get(person.sentence);
      if (list === undefined) bySentence.set(person.sentence, [person]);
      else list.push(person);
    }
    for (let s = 0; s < sentences.length; s++) {
      const first = sentences.first[s] ?? 0;
      const last = sentences.last[s] ?? 0;
      for (
        let token = nextOf(genders, tokens.word, first, last);
        token < last;
        token = nextOf(genders, tokens.word, token + 1, last)
      ) {
        if (quoted[token] === 1) continue;
        const bits = genders.of(tokens.word[token] as number);
        const gender = (bits & FEMALE) !== 0 ? "f" : "m";
        const who = antecedent(bySentence, s, token, gender, (bits & OBJECT) !== 0);
        if (who === null) continue;
        found.push({
          start: tokens.start[token] ?? 0,
          end: tokens.end[token] ?? 0,
          sentence: s,
          first: token,
          form: "pronoun",
          draft: who.draft,
          known: who.known,
          roleTitle: null,
          score: 0.75,
        });
        // From here on it counts as a mention of its person.
        const list = bySentence.get(s) ?? [];
        list.push({
          token,
          end: token + 1,
          sentence: s,
          draft: who.draft,
          known: who.known,
          gender,
          subject: token - first < SUBJECT_REACH,
        });
        list.sort((a, b) => a.token - b.token);
        bySentence.set(s, list);
      }
    }
    return found;
  };
};

const gather = (
  { tokens, sentences }: Passage,
  drafts: readonly Draft[],
  nominals: readonly Reference[],
  quoted: Uint8Array,
  genderOf: GenderReader,
): readonly Person[] => {
  const genders = new Map<string, Gender>();
  const key = (draft: Draft, i: number): string =>
    draft.known >= 0 ? `k${draft.known}` : `d${draft.same >= 0 ? draft.same : i}`;
  drafts.forEach((draft, i) => {
    const gender = draft.type === "PER" ? genderOf.of(draft) : null;
    if (gender !== null && !genders.has(key(draft, i))) genders.set(key(draft, i), gender);
  });
  const people: Person[] = [];
  let before = -1;
  // "[Russian] President Putin": what a demonym at the start of a sentence leads to is its subject too.
  let opens = false;
  let end = -1;
  drafts.forEach((draft, i) => {
    const { first, sentence } = draft.name;
    if (draft.form === "demonym") {
      opens = first === sentences.first[sentence];
      end = draft.name.last;
    }
    if (draft.type !== "PER" || quoted[first] === 1) return;
    const start = draft.title?.first ?? first;
    const opening = start === sentences.first[sentence] || (start === end && opens);
    opens = false;
    people.push({
      token: first,
      end: draft.name.last,
      sentence,
      draft: draft.same >= 0 ? draft.same : i,
      known: draft.known,
      gender: genders.get(key(draft, i)) ?? null,
      subject:
        opening && before !== sentence && !isPossessive(tokens.text, tokens.end[draft.name.last - 1] ?? 0),
    });
    before = sentence;
  });
  for (const { first, sentence, draft, known } of nominals) {
    if (quoted[first] === 1) continue;
    const head = drafts[draft];
    const gender = head === undefined ? null : (genders.get(key(head, draft)) ?? null);
    people.push({
      token: first,
      end: first + 1,
      sentence,
      draft: head !== undefined && head.same >= 0 ? head.same : draft,
      known: head?.known ?? known,
      gender,
      subject: false,
    });
  }
  return people.sort((a, b) => a.token - b.token);
};

const isPossessive = (text: string, end: number): boolean => {
  const unit = text.charCodeAt(end);
  return (unit === 0x27 || unit === 0x2019) && (text.charCodeAt(end + 1) | 0x20) === 0x73;
};

const antecedent = (
  bySentence: ReadonlyMap<number, readonly Person[]>,
  sentence: number,
  token: number,
  gender: Gender,
  object: boolean,
): Person | null => {
  const fits = (person: Person): boolean => person.gender === null || person.gender === gender;
  // "Smith asked him": with one word between, whoever is named before it does it to another.
  const acts = (person: Person): boolean => object && person.end >= token - 1;
  const here = (bySentence.get(sentence) ?? []).filter(
    (person) => person.token < token && !acts(person) && fits(person),
  );
  if (here.length > 0) return only(here);
  for (let back = 1; back <= LOOK_BACK; back++) {
    const there = bySentence.get(sentence - back) ?? [];
    const fitting = there.filter(fits);
    if (fitting.length === 0) {
      if (there.length > 0) return null;
      continue;
    }
    return only(fitting) ?? fitting.find((person) => person.subject && person.gender === gender) ?? null;
  }
  return null;
};

/** The last mention where all are of one person. */
const only = (people: readonly Person[]): Person | null => {
  const last = people[people.length - 1];
  if (last === undefined) return null;
  const same = (person: Person): boolean =>
    last.known >= 0 ? person.known === last.known : person.draft === last.draft;
  return people.every(same) ? last : null;
};
