import type { DocumentEntity, EventMention, Quantity, Vocabulary } from "@readout/model";
import type { Passage } from "../passage.js";
import { demandedSentences } from "./demanded-lists.js";
import { markDisputes } from "./disputes.js";
import { dateFromDocument } from "./document-dates.js";
import { createDraftFinder } from "./draft-finder.js";
import type { EventContext } from "./event-context.js";
import { namedPage } from "./named-page.js";
import { placeQuotes } from "./placed-quotes.js";
import { linkQuantities } from "./quantity-events.js";
import { addEvents, type EventPage } from "./sentence-events.js";
import { isDate } from "./sentence-signs.js";
import { BRIEF, officialsIn, powers } from "./standing.js";
import { loadTables } from "./tables.js";

export type EventRecognizer = Readonly<{
  /** The events that a passage reports, in text order, and its quantities with the event they belong to. */
  recognize: (
    passage: Passage,
    context: EventContext,
  ) => Readonly<{ events: readonly EventMention[]; quantities: readonly Quantity[] }>;
}>;

/** Reads the event lexicon into the vocabulary. */
export const createEventRecognizer = (vocabulary: Vocabulary): EventRecognizer => {
  const tables = loadTables(vocabulary);
  const finder = createDraftFinder(tables);
  return {
    recognize: (passage, context) => {
      const { phrases, mentions, entities, times, quotes, quantities } = context;
      const { tokens, sentences, text } = passage;
      const officials = officialsIn(mentions, tables.sideWords);
      const civil = tokens.length > BRIEF && officials.size === 0 && !entities.some(isOfState);
      const page: EventPage = {
        passage,
        context,
        named: namedPage(phrases, { mentions, entities }, placeQuotes(quotes), tables),
        scenery: { tokens, mentions, officials, sideWords: tables.sideWords, civil },
        demanded: demandedSentences(text, sentences, context.parsed.blocks),
        tables,
        finder,
      };
      const events: EventMention[] = [];
      let nextTime = 0;
      for (let sentence = 0; sentence < sentences.length; sentence++) {
        const dates: number[] = [];
        for (; (times[nextTime]?.sentence ?? Number.POSITIVE_INFINITY) <= sentence; nextTime++)
          if (times[nextTime]?.sentence === sentence && isDate(times[nextTime])) dates.push(nextTime);
        addEvents(page, sentence, dates, events);
      }
      const disputed = markDisputes(dateFromDocument(events), phrases, tables.lexicon, {
        mentions,
        entities,
      });
      return { events: disputed, quantities: linkQuantities(quantities, disputed) };
    },
  };
};

/** Whether an entity is a government, an arm of it, or somebody who acts for one. */
const isOfState = ({ sector, type }: DocumentEntity): boolean =>
  sector !== null && powers.has(sector) && type !== "GPE";
