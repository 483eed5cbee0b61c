import type { Dateline, EventPlace, Mention, Span } from "@readout/model";
import { firstFrom } from "./first-from.js";
import type { NamedPage } from "./named-page.js";

/**
 * The place of an event: among its arguments, in its sentence, in the dateline, in that order. `settings` are the parts of the
 * sentence whose places can be the event's: see `settingOf`.
 */
export const placeOfEvent = (
  argument: Span | null,
  settings: readonly Span[],
  page: NamedPage,
  dateline: Dateline | null,
): EventPlace | null => {
  const { mentions, phrases, tables } = page;
  const { text } = phrases.tokens;
  const named = argument === null ? -1 : placeIn(argument, mentions);
  if (named >= 0) return placeAt(named, page, "argument");
  // In the sentence: only where a preposition of place stands before it.
  for (const setting of settings) {
    for (let index = firstFrom(mentions, setting.start); index < mentions.length; index++) {
      const mention = mentions[index];
      if (mention === undefined || mention.start >= setting.end) break;
      if (isPlace(mention) && follows(text, mention.start)) return placeAt(index, page, "sentence");
    }
  }
  if (dateline === null) return null;
  const index = placeIn(dateline.place, mentions);
  if (index >= 0) return placeAt(index, page, "dateline");
  const name = text.slice(dateline.place.start, dateline.place.end);
  const precision = tables.stateNames.has(name) ? "country" : "city";
  return { entity: null, span: dateline.place, name, precision, basis: "dateline" };
};

/** The place of a mention with what it rests on. */
const placeAt = (
  index: number,
  { mentions, entities, phrases, tables }: NamedPage,
  basis: EventPlace["basis"],
): EventPlace | null => {
  const mention = mentions[index];
  if (mention === undefined) return null;
  const { start, end, entity } = mention;
  const written = phrases.tokens.text.slice(start, end);
  const name = entity === null ? written : (entities[entity]?.name ?? written);
  return {
    entity,
    span: { start, end },
    name,
    precision: precisionOf(mention, name, tables.stateNames),
    basis,
  };
};

const precisionOf = (
  { type }: Mention,
  name: string,
  stateNames: ReadonlySet<string>,
): EventPlace["precision"] => {
  if (type === "FAC") return "site";
  if (stateNames.has(name)) return "country";
  return type === "GPE" ? "city" : "region";
};

/** Whether "in", "at" or "near" (and "the") stands right before an offset. */
const follows = (text: string, offset: number): boolean => {
  const before = text.slice(Math.max(0, offset - 10), offset);
  return /\b(?:in|at|near|outside)\s+(?:the\s+)?$/i.test(before);
};

const isPlace = ({ type, form }: Mention): boolean =>
  (type === "GPE" || type === "LOC" || type === "FAC") && form !== "demonym" && form !== "metonym";

/** The first place among the mentions, which are sorted and disjoint, that a span touches, or -1. */
const placeIn = (span: Span, mentions: readonly Mention[]): number => {
  // The one that starts before the span may reach into it.
  for (let index = Math.max(0, firstFrom(mentions, span.start) - 1); index < mentions.length; index++) {
    const mention = mentions[index];
    if (mention === undefined || mention.start >= span.end) break;
    if (mention.end > span.start && isPlace(mention)) return index;
  }
  return -1;
};
