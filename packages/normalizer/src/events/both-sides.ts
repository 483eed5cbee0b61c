import type { EventMention, Mention, Participant } from "@readout/model";
import { tokenAt } from "@readout/model";
import type { Phrases } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import type { Draft } from "./draft.js";
import { SideWord, type SideWords } from "./side-words.js";

/** Sentences back in which "they" finds the two sides of a contact; "the two presidents" may look over the whole page. */
const REACH = 3;

/** Tokens that a phrase for two sides has at most: "the two foreign ministers". */
const LONGEST = 4;

/**
 * "They will meet again", "the two presidents talked": a contact whose sides are only pointed at is one between the two sides of
 * the last event before it that has exactly two known ones of a kind. What was written stays the text of both.
 */
export const bothSides = (
  participants: readonly Participant[],
  { sentence, actors, recipients }: Draft,
  before: readonly EventMention[],
  phrases: Phrases,
  mentions: readonly Mention[],
  words: SideWords,
): readonly Participant[] => {
  const [only, ...more] = participants;
  if (only === undefined || more.length > 0 || only.entity !== null || only.span === null)
    return participants;
  const { tokens, nouns } = phrases;
  const at = tokenAt(tokens, only.span.start);
  const end = tokenAt(tokens, only.span.end - 1) + 1;
  const bits = words.within(tokens, only.span);
  if ((bits & SideWord.both) === 0 || end - at > LONGEST) return participants;
  const heads = [...actors, ...recipients].map((phrase) => nouns.head[phrase] ?? -1);
  const isBoth = (token: number): boolean => (words.of(tokens.word[token] ?? -1) & SideWord.both) !== 0;
  const opening = phrases.tags[at] === Tag.determiner && !isBoth(at) ? at + 1 : at;
  // "one of the two", "members of both parties": of others; "two men": of new ones.
  if (phrases.tags[at] === Tag.number) return participants;
  if (!isBoth(opening) && !heads.some((head) => head >= at && head < end && isBoth(head)))
    return participants;
  const alone = end - at === 1;
  const first = alone ? sentence - REACH : 0;
  const isMeant = (side: Participant): boolean => {
    const type = mentions[side.mention ?? -1]?.type;
    if (side.entity === null) return false;
    // "the two leaders" are people; nobody meets a region or a people.
    return (bits & SideWord.persons) !== 0
      ? type === "PERSON"
      : type !== undefined && type !== "LOC" && type !== "NORP";
  };
  for (let index = before.length - 1; index >= 0; index--) {
    const event = before[index];
    if (event === undefined || event.sentence < first) break;
    const sides = event.participants.filter(
      (side, place, all) => isMeant(side) && all.findIndex(({ entity }) => entity === side.entity) === place,
    );
    // "Kerry and Lavrov met the envoy. They": those who were joined.
    const joined = sides.length > 2 && alone ? joinedSides(sides, tokens.text) : sides;
    if (joined.length !== 2) continue;
    return joined.map((side) => ({ ...side, role: "actor" as const, span: only.span, mention: null }));
  }
  return participants;
};

/** The first two sides where nothing but "and" and a title stands between them; else none. */
const joinedSides = ([first, second]: readonly Participant[], text: string): readonly Participant[] => {
  if (first?.span == null || second?.span == null) return [];
  return and.test(text.slice(first.span.end, second.span.start)) ? [first, second] : [];
};

const and = /^ and (?:M(?:r|s|rs)\.? )?$/;
