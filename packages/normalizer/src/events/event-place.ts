import type { Dateline, DocumentEntity, EventPlace, Mention, Span } from "@readout/model";
import { firstFrom } from "./first-from.js";

/** The names of states, to tell a country from its towns. */
export type PlaceReader = Readonly<{
  /** The place of a mention with what it rests on. */
  ofMention: (index: number, names: PlaceNames, basis: EventPlace["basis"]) => EventPlace | null;
  /** The place of an event: among its arguments, in its sentence, in the dateline, in that order. */
  read: (
    argument: Span | null,
    /** The parts of the sentence whose places can be the event's: see `settingOf`. */
    setting: readonly Span[],
    names: PlaceNames,
    dateline: Dateline | null,
  ) => EventPlace | null;
}>;

export type PlaceNames = Readonly<{
  text: string;
  mentions: readonly Mention[];
  entities: readonly DocumentEntity[];
}>;

export const createPlaceReader = (stateNames: ReadonlySet<string>): PlaceReader => {
  const precisionOf = (mention: Mention, name: string): EventPlace["precision"] => {
    if (mention.type === "FAC") return "site";
    if (stateNames.has(name)) return "country";
    return mention.type === "GPE" ? "city" : "region";
  };

  const ofMention = (
    index: number,
    { text, mentions, entities }: PlaceNames,
    basis: EventPlace["basis"],
  ): EventPlace | null => {
    const mention = mentions[index];
    if (mention === undefined) return null;
    const written = text.slice(mention.start, mention.end);
    const name = mention.entity === null ? written : (entities[mention.entity]?.name ?? written);
    return {
      entity: mention.entity,
      span: { start: mention.start, end: mention.end },
      name,
      precision: precisionOf(mention, name),
      basis,
    };
  };

  return {
    ofMention,
    read: (argument, settings, names, dateline) => {
      const { mentions, text } = names;
      if (argument !== null) {
        const index = placeIn(argument, mentions);
        if (index >= 0) return ofMention(index, names, "argument");
      }
      // In the sentence: only where a preposition of place stands before it.
      for (const setting of settings) {
        for (let index = firstFrom(mentions, setting.start); index < mentions.length; index++) {
          const mention = mentions[index];
          if (mention === undefined || mention.start >= setting.end) break;
          if (isPlace(mention) && follows(text, mention.start)) return ofMention(index, names, "sentence");
        }
      }
      if (dateline === null) return null;
      const index = placeIn(dateline.place, mentions);
      if (index >= 0) return ofMention(index, names, "dateline");
      const name = text.slice(dateline.place.start, dateline.place.end);
      return {
        entity: null,
        span: dateline.place,
        name,
        precision: stateNames.has(name) ? "country" : "city",
        basis: "dateline",
      };
    },
  };
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
