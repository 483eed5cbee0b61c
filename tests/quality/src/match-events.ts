import type { DocumentTables } from "./dataset.js";
import type { GoldDocument, Placed } from "./gold-document.js";
import type { GoldEvent } from "./gold-page.js";
import { overlapsAny, spanOf } from "./spans.js";

export type EventRow = DocumentTables["events"][number];
export type EventPair = Readonly<{ gold: Placed<GoldEvent>; row: EventRow }>;
export type EventMatch = Readonly<{
  pairs: readonly EventPair[];
  /** Gold that is not optional and was not found. */
  missed: readonly Placed<GoldEvent>[];
  /** Rows that are no gold event's. */
  extra: readonly EventRow[];
}>;

/**
 * Pairs gold events with rows of an allowed type, each at most once: first where the row's trigger overlaps that of gold,
 * then, for what is left, in the same sentence. Required gold chooses before optional gold.
 */
export const matchEvents = (gold: GoldDocument, tables: DocumentTables): EventMatch => {
  const free = new Set(tables.events);
  const open = new Set([...gold.events].sort((a, b) => Number(a.optional) - Number(b.optional)));
  const pairs: EventPair[] = [];
  const pairUp = (isMatch: (event: Placed<GoldEvent>, row: EventRow) => boolean): void => {
    for (const event of open) {
      const row = [...free].find((one) => event.type.includes(one.type) && isMatch(event, one));
      if (!row) continue;
      pairs.push({ gold: event, row });
      free.delete(row);
      open.delete(event);
    }
  };
  const sentencesOf = (event: Placed<GoldEvent>): readonly number[] =>
    tables.sentences.filter((row) => overlapsAny(event.spans, spanOf(row))).map((row) => row.sentence);
  pairUp((event, row) => overlapsAny(event.spans, spanOf(row)));
  pairUp((event, row) => row.sentence !== null && sentencesOf(event).includes(row.sentence));
  return { pairs, missed: [...open].filter((event) => !event.optional), extra: [...free] };
};
