import type { z } from "zod";
import { blockRow, diagnosticRow, documentRow, sentenceRow } from "./document-rows.js";
import { claimRow, dyadRow, eventMentionRow, eventRow, participantRow } from "./event-rows.js";
import { entityRow, mentionRow, quantityRow, quoteRow, timeRow } from "./mention-rows.js";

/**
 * Every table that Readout writes, in the order of its documentation. A schema is the one source of a table's columns:
 * their order, types and nulls, and by `.meta()` what they mean (`description`, `unit`), which columns make the key
 * (`key`, with doc_id or event_mention_id before it where the table has one) and what they refer to (`references`).
 */
export const tables = {
  documents: documentRow,
  blocks: blockRow,
  sentences: sentenceRow,
  mentions: mentionRow,
  entities: entityRow,
  times: timeRow,
  quotes: quoteRow,
  quantities: quantityRow,
  event_mentions: eventMentionRow,
  participants: participantRow,
  claims: claimRow,
  events: eventRow,
  dyads: dyadRow,
  diagnostics: diagnosticRow,
} as const;

export type TableName = keyof typeof tables;
export type Row<Name extends TableName> = z.infer<(typeof tables)[Name]>;
export const tableNames = Object.keys(tables) as TableName[];

/** What each table holds, and which columns name a row. */
export const tableNotes: Readonly<Record<TableName, Readonly<{ title: string; key: readonly string[] }>>> = {
  documents: { title: "One row a page or record", key: ["doc_id"] },
  blocks: {
    title: "Pieces of a page with one function; they cover every non-space character",
    key: ["doc_id", "block"],
  },
  sentences: { title: "Sentences of the body and of captions", key: ["doc_id", "sentence"] },
  mentions: { title: "Spans that refer to an entity", key: ["doc_id", "mention"] },
  entities: { title: "People, organisations, places, peoples, over all documents", key: ["entity_id"] },
  times: { title: "Time expressions with their TIMEX3 value", key: ["doc_id", "time"] },
  quotes: { title: "Direct, mixed and indirect quotations with their speaker", key: ["doc_id", "quote"] },
  quantities: { title: "Figures with unit and what they count", key: ["doc_id", "quantity"] },
  event_mentions: { title: "Reports of events, PLOVER-coded", key: ["event_mention_id"] },
  participants: {
    title: "Actors and recipients of event mentions",
    key: ["event_mention_id", "participant"],
  },
  claims: { title: "Who asserts, denies or corrects an event", key: ["event_mention_id", "claim"] },
  events: { title: "Events over all documents", key: ["event_id"] },
  dyads: {
    title: "Actual events by day and pair of countries",
    key: ["day", "actor_country", "recipient_country", "type"],
  },
  diagnostics: { title: "What was dropped, doubted or used", key: [] },
};
