import type { EventMention, Participant } from "@readout/model";

/** Sentences back in which "they" finds the two sides of a contact; "the two presidents" may look over the whole page. */
const REACH = 3;

const they = /^(?:they|both)$/i;
const two = /^(?:they|both|the pair|(?:the )?two(?: \w+){0,2}|both (?:men|leaders|presidents|sides))$/i;

/**
 * "They will meet again", "the two presidents talked": a contact whose sides are only pointed at is one between the two sides of
 * the last event before it that has exactly two known ones. What was written stays the text of both.
 */
export const bothSides = (
  participants: readonly Participant[],
  sentence: number,
  before: readonly EventMention[],
  text: string,
): readonly Participant[] => {
  const [only, ...more] = participants;
  if (only === undefined || more.length > 0 || only.entity !== null || only.span === null)
    return participants;
  const written = text.slice(only.span.start, only.span.end);
  if (!two.test(written)) return participants;
  const first = they.test(written) ? sentence - REACH : 0;
  for (let at = before.length - 1; at >= 0; at--) {
    const event = before[at];
    if (event === undefined || event.sentence < first) break;
    const sides = event.participants.filter(
      ({ entity }, index, all) => entity !== null && all.findIndex((one) => one.entity === entity) === index,
    );
    if (sides.length !== 2) continue;
    return sides.map((side) => ({ ...side, role: "actor" as const, span: only.span, mention: null }));
  }
  return participants;
};
