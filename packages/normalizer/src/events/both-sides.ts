import type { EventMention, Mention, Participant } from "@readout/model";

/** Sentences back in which "they" finds the two sides of a contact; "the two presidents" may look over the whole page. */
const REACH = 3;

const they = /^(?:they|both)$/i;
const two = /^(?:they|both|the pair|(?:the )?two(?: \w+){0,2}|both (?:men|leaders|presidents|sides))$/i;
const people = /\b(?:men|women|leaders|presidents|ministers|diplomats|envoys|generals)$/i;

/**
 * "They will meet again", "the two presidents talked": a contact whose sides are only pointed at is one between the two sides of
 * the last event before it that has exactly two known ones. What was written stays the text of both.
 */
export const bothSides = (
  participants: readonly Participant[],
  sentence: number,
  before: readonly EventMention[],
  text: string,
  mentions: readonly Mention[],
): readonly Participant[] => {
  const [only, ...more] = participants;
  if (only === undefined || more.length > 0 || only.entity !== null || only.span === null)
    return participants;
  const written = text.slice(only.span.start, only.span.end);
  if (!two.test(written)) return participants;
  // "the two leaders" are people.
  const isMeant = people.test(written)
    ? ({ mention, entity }: Participant): boolean =>
        entity !== null && mentions[mention ?? -1]?.type === "PERSON"
    : ({ entity }: Participant): boolean => entity !== null;
  const first = they.test(written) ? sentence - REACH : 0;
  for (let at = before.length - 1; at >= 0; at--) {
    const event = before[at];
    if (event === undefined || event.sentence < first) break;
    const sides = event.participants.filter(
      (side, index, all) => isMeant(side) && all.findIndex(({ entity }) => entity === side.entity) === index,
    );
    // "Kerry and Lavrov met the envoy. They": those who were joined.
    const joined = sides.length > 2 && they.test(written) ? joinedSides(sides, text) : sides;
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
