import type { Manifest } from "../../bundle/manifest.js";
import { type Groups, groupRows } from "./groups.js";
import { openBundle, type Part } from "./open-bundle.js";

/** What the page shows, with the ways from a row to those that belong to it. */
export type Dataset = Part<"overview"> &
  Readonly<{
    manifest: Manifest;
    mentionsOfEvent: Groups;
    mentionsOfDocument: Groups;
    participantsOf: Groups;
    claimsOf: Groups;
    quotesOf: Groups;
    /** Row numbers by id, for links into the page. */
    eventById: ReadonlyMap<string, number>;
    documentById: ReadonlyMap<string, number>;
    entityById: ReadonlyMap<string, number>;
    /** The texts; they come after the page has shown itself. */
    pages: Promise<Pages>;
  }>;

export type Pages = Part<"pages"> &
  Readonly<{
    /** The text of a document; null where the page does not hold it. */
    textOf: (document: number) => string | null;
    blocksOf: Groups;
    namesOf: Groups;
    timesOf: Groups;
    quantitiesOf: Groups;
    quantitiesOfMention: Groups;
  }>;

export const openDataset = async (): Promise<Dataset> => {
  const overview = await openBundle("overview");
  const { documents, entities, events, event_mentions, participants, claims, quotes } = overview;
  return {
    ...overview,
    manifest: JSON.parse(document.getElementById("manifest")?.textContent ?? "{}"),
    mentionsOfEvent: groupRows(event_mentions.event, events.rows),
    mentionsOfDocument: groupRows(event_mentions.document, documents.rows),
    participantsOf: groupRows(participants.event_mention, event_mentions.rows),
    claimsOf: groupRows(claims.event_mention, event_mentions.rows),
    quotesOf: groupRows(quotes.document, documents.rows),
    eventById: rowsById(events.event_id),
    documentById: rowsById(documents.doc_id),
    entityById: rowsById(entities.entity_id),
    pages: openPages(documents.rows, event_mentions.rows),
  };
};

const openPages = async (documents: number, mentionCount: number): Promise<Pages> => {
  const pages = await openBundle("pages");
  const textRow = new Map([...pages.texts.document].map((document, row) => [document, row]));
  return {
    ...pages,
    textOf: (document) => {
      const row = textRow.get(document);
      return row === undefined ? null : pages.texts.text.at(row);
    },
    blocksOf: groupRows(pages.blocks.document, documents),
    namesOf: groupRows(pages.mentions.document, documents),
    timesOf: groupRows(pages.times.document, documents),
    quantitiesOf: groupRows(pages.quantities.document, documents),
    quantitiesOfMention: groupRows(pages.quantities.event_mention, mentionCount),
  };
};

const rowsById = (ids: Readonly<{ length: number; at: (row: number) => string | null }>) =>
  new Map(Array.from({ length: ids.length }, (_, row) => [ids.at(row) ?? "", row]));
