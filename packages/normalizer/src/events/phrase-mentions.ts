import type { DocumentEntity, Mention } from "@readout/model";
import { firstFrom } from "./first-from.js";

/** The indices of the mentions that lie in a phrase or begin in it, and of one that covers it. */
export const mentionsIn = (
  span: Readonly<{ start: number; end: number }>,
  mentions: readonly Mention[],
): readonly number[] => {
  const low = firstFrom(mentions, span.start);
  const found: number[] = [];
  // A mention that starts before the phrase may still cover it.
  const before = mentions[low - 1];
  if (before !== undefined && before.end > span.start && before.end >= span.end) found.push(low - 1);
  for (let at = low; at < mentions.length && (mentions[at]?.start ?? 0) < span.end; at++) found.push(at);
  return found;
};

/** The country of the first name in a phrase that has one: "Syrian rebels", "the Russian foreign minister". */
export const countryIn = (
  span: Readonly<{ start: number; end: number }>,
  mentions: readonly Mention[],
  entities: readonly DocumentEntity[],
): string | null => {
  for (const index of mentionsIn(span, mentions)) {
    const entity = mentions[index]?.entity ?? null;
    const country = entity === null ? null : (entities[entity]?.country ?? null);
    if (country !== null) return country;
  }
  return null;
};
