import {
  type DocumentEntity,
  type Mention,
  overlaps,
  type Time,
  tokenAt,
  tokenText,
  type Vocabulary,
} from "@readout/model";
import { type Knowledge, loadKnowledge } from "../knowledge/knowledge.js";
import type { Term } from "../knowledge/people.js";
import { createTitleFinder, type FoundTitle } from "../names/titles.js";
import type { Passage } from "../passage.js";
import { type Evidence, notBefore, type Stretch } from "./evidence.js";

export type TermReader = (
  passage: Passage,
  names: Readonly<{ mentions: readonly Mention[]; entities: readonly DocumentEntity[] }>,
  times: readonly Time[],
) => readonly Evidence[];

/** Sentences from the beginning in which a titled person is taken to hold the office now. */
const ledeSentences = 8;
/** Days after the end of a term in which the holder may still be called by the title. */
const afterglow = 45;
const formerly = new Set([
  "former",
  "ex",
  "then",
  "late",
  "previous",
  "onetime",
  "past",
  "deposed",
  "ousted",
]);
const notYet = new Set(["elect", "designate", "candidate", "hopeful", "future", "next", "incoming", "would"]);

/**
 * Offices that the text gives to people: "Chancellor Angela Merkel and President François Hollande" was written while both
 * were in office, "former President Dmitry Medvedev" after a term of his had ended. Only full names count ("President Bush" is two men). The
 * end of a term counts only where the country stands by the title, since a president keeps the style after leaving, and only in the first
 * sentences, without a year beside it, for later ones may tell history.
 */
export const createTermReader = (vocabulary: Vocabulary): TermReader => {
  const knowledge = loadKnowledge(vocabulary);
  const titles = createTitleFinder(vocabulary);
  return (passage, { mentions, entities }, times) => {
    const { tokens, sentences } = passage;
    return mentions.flatMap((mention, i): readonly Evidence[] => {
      if (mention.type !== "PERSON" || mention.basis !== "knowledge" || mention.entity === null) return [];
      const first = tokenAt(tokens, mention.start);
      if (tokenAt(tokens, mention.end - 1) === first) return [];
      const title = titles.before(tokens, first, sentences.first[mention.sentence] ?? 0);
      if (title === null || title.title.kind !== "office") return [];
      const terms = termsFor(knowledge, entities[mention.entity], title);
      if (terms.length === 0) return [];
      const name = passage.text.slice(tokens.start[title.first], mention.end);
      if (isCalled(passage, title, formerly)) return afterOffice(terms, name, mention);
      if (isCalled(passage, title, notYet) || mention.sentence >= ledeSentences) return [];
      if (hasYear(mention.sentence, times)) return [];
      return [inOffice(terms, name, mention, hasCountry(passage, title, mentions, i))];
    });
  };
};

const termsFor = (
  knowledge: Knowledge,
  entity: DocumentEntity | undefined,
  { title }: FoundTitle,
): readonly Term[] => {
  if (entity === undefined) return [];
  const person = knowledge
    .find(entity.name)
    .find((known) => known.kind === "person" && known.qid === entity.qid);
  if (person === undefined) return [];
  return knowledge
    .termsOf(person.index)
    .filter((term) => term.roles.some((role) => title.roles.includes(role)));
};

const inOffice = (terms: readonly Term[], name: string, span: Mention, country: boolean): Evidence => ({
  stretches: mergeStretches(
    terms.map(({ from, to }) => ({ earliest: from, latest: country && to !== null ? to + afterglow : null })),
  ),
  reason: `${name} is in office`,
  span,
});

const afterOffice = (terms: readonly Term[], name: string, span: Mention): readonly Evidence[] => {
  const ends = terms.flatMap(({ to }) => (to === null ? [] : [to]));
  return ends.length === 0 ? [] : [notBefore(Math.min(...ends), `${name} has left office`, span)];
};

/** Joins stretches that touch or overlap, so that they are disjoint and in order. */
const mergeStretches = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const sorted = stretches.toSorted((a, b) => (a.earliest ?? -Infinity) - (b.earliest ?? -Infinity));
  const merged: Stretch[] = [];
  for (const stretch of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && (last.latest === null || (stretch.earliest ?? -Infinity) <= last.latest + 1)) {
      const latest =
        last.latest === null || stretch.latest === null ? null : Math.max(last.latest, stretch.latest);
      merged[merged.length - 1] = { earliest: last.earliest, latest };
    } else merged.push(stretch);
  }
  return merged;
};

/** Whether one of some words stands within three tokens before a title, or glued behind it ("president-elect"). */
const isCalled = ({ tokens }: Passage, { first, last }: FoundTitle, words: ReadonlySet<string>): boolean => {
  for (let at = Math.max(0, first - 3); at < first; at++)
    if (words.has(tokenText(tokens, at).toLowerCase())) return true;
  for (let at = first; at < last + 2 && at < tokens.length; at++)
    if (words.has(tokenText(tokens, at).toLowerCase())) return true;
  return false;
};

/** Whether a sentence states a date with its year. */
const hasYear = (sentence: number, times: readonly Time[]): boolean =>
  times.some((time) => time.sentence === sentence && time.basis === "stated" && time.earliest !== null);

/** Whether a place or people is named straight before the title: "Russian President", "France's foreign minister". */
const hasCountry = (
  { tokens }: Passage,
  { first }: FoundTitle,
  mentions: readonly Mention[],
  person: number,
): boolean => {
  const end = tokens.start[first] ?? 0;
  const before = { start: Math.max(0, end - 4), end };
  return mentions
    .slice(Math.max(0, person - 3), person)
    .some((mention) => mention.type !== "PERSON" && overlaps(mention, before));
};
